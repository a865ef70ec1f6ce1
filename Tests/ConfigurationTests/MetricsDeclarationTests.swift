import Catalog
import Configuration
import Formats
import Model
import Testing

private let full = """
  version: v1
  azureMetadata:
    tenantId: tenant
    subscriptionId: subscription
    resourceGroupName: group
    cloud: UsGov
  metricDefaults:
    aggregation:
      interval: 00:10:00
    limit: 20
    labels:
      geo: china
      Environment: dev
    scraping:
      schedule: "0 * * ? * *"
  metrics:
    - name: bus_messages
      description: "Messages"
      resourceType: ServiceBusNamespace
      labels:
        environment: prod
        app: promitor
      scraping:
        schedule: "*/5 * * * *"
      azureMetricConfiguration:
        metricName: ActiveMessages
        limit: 5
        aggregation:
          type: Total
          interval: 00:15:00
        dimensions:
          - name: EntityName
          - name: EntityName
      resources:
        - namespace: one
        - namespace: two
          subscriptionId: other
          resourceGroupName: elsewhere
    - name: generic_one
      description:
      resourceType: Generic
      azureMetricConfiguration:
        metricName: A
        aggregation: { type: Average }
      resources:
        - resourceUri: Microsoft.X/y/z
          filter: a eq 'b'
    - name: sql
      description: ""
      resourceType: SqlDatabase
      azureMetricConfiguration:
        metricName: cpu_percent
        aggregation: { type: Maximum }
      resources:
        - { serverName: s, databaseName: d }
    - name: storage
      description: ""
      resourceType: StorageAccount
      azureMetricConfiguration:
        metricName: UsedCapacity
        aggregation: { type: Minimum }
      resources: [{ accountName: a }]
    - name: web
      description: ""
      resourceType: WebApp
      azureMetricConfiguration:
        metricName: Requests
        aggregation: { type: Count }
      resources: [{ webAppName: a }, { webAppName: a, slotName: staging }]
    - name: vm
      description: ""
      resourceType: VirtualMachine
      azureMetricConfiguration:
        metricName: Percentage CPU
        aggregation: { type: Average }
      resources: [{ virtualMachineName: a }]
    - name: vault
      description: ""
      resourceType: KeyVault
      azureMetricConfiguration:
        metricName: ServiceApiHit
        aggregation: { type: Count }
      resources: [{ vaultName: a }]
    - name: logic
      description: ""
      resourceType: LogicApp
      azureMetricConfiguration:
        metricName: RunsStarted
        aggregation: { type: Total }
      resources: [{ workflowName: a }]
  """

/// Bytes of the full declaration are changed, moved and lost: whatever is left is read or explained.
@Test(arguments: 0..<300) func anyDamageIsExplained(seed: Int) {
  var random = Seeded(seed)
  var bytes = Array(full.utf8)
  for _ in 0..<Int.random(in: 1...8, using: &random) {
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.remove(at: index)
    case 1: bytes[index] = Array(" :-[]{}&*'\"\n\t#%0".utf8).randomElement(using: &random) ?? 0
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
    default: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...40, using: &random)))
    }
  }
  var diagnostics = Diagnostics()
  let result = MetricsDeclaration.read(bytes, file: "f", diagnostics: &diagnostics)
  #expect(result != nil || diagnostics.hasErrors)
  #expect(diagnostics.rendered().isEmpty == diagnostics.sorted.isEmpty)
}

/// Random numbers that a seed names, so that a failure can be had again (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

@Test func whatPromitorStartsWithIsNoError() throws {
  let text = declaration(
    metrics: """
        - name: numbered
          description:
          resourceType: 24
          labels:
          azureMetricConfiguration:
            metricName: A
            limit: all
            aggregation: { type: 5 }
            dimension: { name: one }
          resources: [{ vaultName: a, subscriptionId: "", resourceGroupName: " " }]
        - name: none
          description: ~
          resourceType: KeyVault
          azureMetricConfiguration:
            metricName: A
            aggregation: { type: None }
            dimensions:
          resourceDiscoveryGroups: [{ name: vaults }]
          scraping: null
      """, defaults: "  labels:\n  limit: ' 7 '\n  unknown: 1\n")
  let (read, diagnostics) = read(text)
  #expect(!diagnostics.hasErrors, "\(diagnostics.rendered())")
  let metrics = try #require(read?.metrics)
  #expect(metrics.map(\.type.name) == ["KeyVault", "KeyVault"])
  #expect(metrics.map(\.aggregation) == [.total, .average])
  #expect(metrics.map(\.interval) == [300, 300])
  #expect(metrics.map(\.limit) == [7, 7])
  #expect(metrics.map(\.dimensions) == [["one"], []])
  #expect(metrics.map(\.discoveryGroups) == [[], ["vaults"]])
  #expect(metrics[0].resources.map(\.resourceGroup) == ["promitor"])
  #expect(metrics[1].resources.isEmpty)
  #expect(
    diagnostics.sorted.map(\.rule.id).sorted() == [
      "aggregation-none", "deprecated-key", "ignored-value", "ignored-value", "no-interval",
      "no-interval", "unknown-key",
    ])
}

/// Blocks that metrics share are written once, as everywhere in YAML.
@Test func anchorsAndMergesShareWhatMetricsHaveInCommon() throws {
  let text = declaration(
    metrics: """
        - &first
          name: one
          description: ""
          resourceType: KeyVault
          azureMetricConfiguration: &query
            metricName: A
            aggregation: { type: Count }
          resources: &vaults
            - vaultName: a
            - vaultName: b
        - <<: *first
          name: two
          azureMetricConfiguration:
            <<: *query
            metricName: B
        - { name: three, description: "", resourceType: KeyVault, azureMetricConfiguration: *query, resources: *vaults }
      """)
  let (read, diagnostics) = read(text)
  #expect(diagnostics.rendered() == "")
  #expect(read?.metrics.map(\.azureName) == ["A", "B", "A"])
  #expect(read?.metrics.map { $0.resources.map(\.fields) } == Array(repeating: [["a"], ["b"]], count: 3))
}

@Test(arguments: ["Global", "China", "UsGov"]) func endpointsEndWithoutASlash(cloud: String) throws {
  let (read, diagnostics) = read(declaration(metrics: metric(), azure: "  cloud: \(cloud)\n"))
  #expect(diagnostics.rendered() == "")
  let endpoints = try #require(read?.azure.cloud)
  #expect(endpoints.name == cloud)
  #expect((endpoints.logAnalytics == nil) == (cloud == "China"))
  for address in [
    endpoints.authority, endpoints.resourceManager, endpoints.metricsQueryAudience, endpoints.metricsClientAudience,
  ] {
    #expect(address.hasPrefix("https://") && !address.hasSuffix("/"))
  }
}

@Test func aFullDeclarationReadsWithoutAWord() throws {
  let (read, diagnostics) = read(full)
  #expect(diagnostics.rendered() == "")
  let declaration = try #require(read)
  #expect(declaration.azure.tenantID == "tenant")
  #expect(declaration.azure.cloud.name == "UsGov")
  #expect(declaration.azure.cloud.authority == "https://login.microsoftonline.us")
  #expect(declaration.metrics.count == 8)

  let bus = declaration.metrics[0]
  #expect(bus.labels.map(\.name) == ["environment", "app", "geo"])
  #expect(bus.labels.map(\.value) == ["prod", "promitor", "china"])
  #expect((bus.azureName, bus.limit, bus.interval, bus.aggregation) == ("ActiveMessages", 5, 900, .total))
  #expect(bus.dimensions == ["EntityName"])
  #expect(bus.schedule.text == "*/5 * * * *")
  #expect(bus.resources.map(\.fields) == [["one", "", ""], ["two", "", ""]])
  #expect(bus.resources.map(\.subscriptionID) == ["subscription", "other"])
  #expect(bus.resources.map(\.resourceGroup) == ["group", "elsewhere"])
  #expect(bus.position == SourcePosition(file: "metrics.yaml", line: 17, column: 5))

  let generic = declaration.metrics[1]
  #expect((generic.description, generic.limit, generic.interval) == ("", 20, 600))
  #expect(generic.schedule.text == "0 * * ? * *")
  #expect(generic.resources[0].fields == ["Microsoft.X/y/z", "a eq 'b'"])
}
