import Configuration
import Formats
import Testing

/// Each with the files of a configuration, of which one has the mark where the fault must be reported.
let brokenTogether: [(name: String, rule: String, files: [String: String])] = [
  (
    "unknown-group", "unknown-group",
    [
      "metrics.yaml": declaration(metrics: grouped("vault").replacing("- name", with: "- ‸name")),
      "discovery.yaml": discovery(of: "vaults: KeyVault"),
    ]
  ),
  (
    "group-of-other-type", "group-of-other-type",
    [
      "metrics.yaml": declaration(metrics: grouped("apps").replacing("- name", with: "- ‸name")),
      "discovery.yaml": discovery(of: "apps: LogicApp"),
    ]
  ),
  (
    "unused-group", "unused-group",
    [
      "metrics.yaml": declaration(metrics: metric()),
      "discovery.yaml": discovery(of: "vaults: KeyVault").replacing("- {", with: "- ‸{"),
    ]
  ),
  (
    "secret-not-set", "secret-not-set",
    [
      "metrics.yaml": declaration(
        metrics: metric(
          type: "StorageQueue",
          resources: "    resources: [{accountName: a, queueName: q, sasToken: {environmentVariable: ‸SAS}}]"
        ).replacing("ServiceApiHit", with: "messagecount"))
    ]
  ),
  (
    "duplicate-resource", "duplicate-resource",
    [
      "metrics.yaml": declaration(
        metrics: metric(resources: "    resources: [{vaultName: kv}, ‸{vaultName: KV, subscriptionId: ''}]"))
    ]
  ),
  (
    "no-log-analytics", "no-log-analytics",
    ["metrics.yaml": declaration(metrics: heartbeats.replacing("- name", with: "- ‸name"), azure: customCloud)]
  ),
  (
    "cloud-without-logs", "cloud-without-logs",
    ["metrics.yaml": declaration(metrics: heartbeats.replacing("- name", with: "- ‸name"), azure: "  cloud: China\n")]
  ),
  (
    "family-collision", "family-collision",
    [
      "metrics.yaml": declaration(
        metrics: metric(name: "vault.hits") + "\n"
          + metric(name: "vault_hits").replacing("- name", with: "- ‸name"))
    ]
  ),
  (
    "family-name", "family-name", ["metrics.yaml": declaration(metrics: metric(name: "‸vault hits"))]
  ),
  (
    "family-taken", "family-taken", ["metrics.yaml": declaration(metrics: metric(name: "‸node_scrape_hits"))]
  ),
  (
    "family-taken-by-swath", "family-taken",
    ["metrics.yaml": declaration(metrics: metric(name: "‸promitor_scrape_success"))]
  ),
  (
    "label-name", "label-name",
    ["metrics.yaml": declaration(metrics: metric(more: "    labels:\n      ‸cost centre: x\n"))]
  ),
  (
    "label-name-of-defaults", "label-name",
    [
      "metrics.yaml": declaration(
        metrics: metric(), defaults: "  aggregation: {interval: 00:05:00}\n  labels: {‸1st: x}\n")
    ]
  ),
  (
    "label-taken", "label-taken",
    ["metrics.yaml": declaration(metrics: metric(more: "    labels:\n      ‸Resource_Group: x\n"))]
  ),
  (
    "dense-schedule", "dense-schedule",
    ["metrics.yaml": declaration(metrics: metric().replacing("- name", with: "- ‸name"))]
  ),
  (
    "unknown-metric", "unknown-metric",
    ["metrics.yaml": declaration(metrics: metric().replacing("ServiceApiHit", with: "‸ServiceApiHits"))]
  ),
  (
    "unknown-metric-far", "unknown-metric",
    ["metrics.yaml": declaration(metrics: metric().replacing("ServiceApiHit", with: "‸Teapots"))]
  ),
  (
    "unknown-metric-of-generic", "unknown-metric",
    [
      "metrics.yaml": declaration(
        metrics: metric(
          type: "Generic", resources: "    resources: [{resourceUri: Microsoft.Web/sites/app/slots/s}]"
        ).replacing("ServiceApiHit", with: "‸Request"))
    ]
  ),
  (
    "unknown-dimension", "unknown-dimension",
    ["metrics.yaml": declaration(metrics: metric(configuration: "      dimensions: [{name: ‸ActivityTypes}]\n"))]
  ),
  (
    "short-interval", "short-interval",
    [
      "metrics.yaml": declaration(
        metrics: metric(
          type: "StorageAccount", aggregation: "        interval: ‸00:05:00\n",
          resources: "    resources: [{accountName: a}]"
        ).replacing("ServiceApiHit", with: "UsedCapacity"))
    ]
  ),
  (
    "odd-interval", "odd-interval",
    [
      "metrics.yaml": declaration(
        metrics: metric(aggregation: "        interval: ‸00:07:00\n"))
    ]
  ),
  (
    "no-client-secret", "no-client-secret", ["runtime.yaml": "authentication: {identityId: ‸id}\n"]
  ),
  (
    "unused-credential", "unused-credential",
    ["runtime.yaml": "authentication: {mode: SystemAssignedManagedIdentity, identityId: ‸id}\n"]
  ),
  (
    "unused-certificate", "unused-credential",
    [
      "runtime.yaml":
        "authentication: {identityId: id, secretFilePath: /a, secretFileName: b, certificateFilePath: ‸/c}\n"
    ]
  ),
  (
    "tags-of-nothing", "nothing-discovered", ["runtime.yaml": "labels:\n  fromTags: ‸[team]\n"]
  ),
  (
    "types-of-agent", "types-of-agent",
    [
      "discovery.yaml": discovery(of: "vaults: KeyVault").replacing("- {", with: "- ‸{")
        .replacing("type: KeyVault", with: "types: [KeyVault, WebApp]"),
      "runtime.yaml": "resourceDiscovery: {host: agent, port: 80, always: true}\n",
    ]
  ),
  (
    "landscape-of-nothing", "nothing-discovered", ["runtime.yaml": "selfMetrics: {landscape: ‸true}\n"]
  ),
  (
    "mapped-dimensions", "mapped-dimensions",
    [
      "metrics.yaml": declaration(metrics: metric(configuration: "      dimensions: [{name: ActivityType}]\n")),
      "runtime.yaml": """
      metricSinks:
        atlassianStatuspage:
          pageId: p
          systemMetricMapping:
            - ‸{ id: a, promitorMetricName: vault_hits }
      """,
    ]
  ),
]

private func grouped(_ group: String) -> String {
  metric(resources: "    resourceDiscoveryGroups: [{name: \(group)}]\n")
}

private let heartbeats = """
    - name: heartbeats
      description: ""
      resourceType: LogAnalytics
      logAnalyticsConfiguration: { query: x | project result }
      resources: [{ workspaceId: 00000000-0000-0000-0000-000000000001, workspaceName: w }]
  """

private let customCloud = """
    cloud: Custom
    endpoints:
      authenticationEndpoint: https://auth
      resourceManagerEndpoint: https://arm
      graphEndpoint: https://graph
      managementEndpoint: https://manage
      metricsQueryAudience: https://arm
      metricsClientAudience: https://metrics.test
      storageEndpointSuffix: storage.test
      keyVaultSuffix: vault.test

  """

private func discovery(of groups: String...) -> String {
  let lines = groups.map { group in
    let parts = group.split(separator: ": ")
    return "- {name: \(parts[0]), type: \(parts[1])}"
  }
  return """
    azureLandscape: {tenantId: t, subscriptions: [s]}
    resourceDiscoveryGroups:
    \(lines.joined(separator: "\n"))
    """
}

/// Reads and checks the files of a configuration as a whole.
private func check(_ files: [String: String], environment: [String: String] = [:], strict: Bool = false)
  -> Diagnostics
{
  var diagnostics = Diagnostics(strict: strict, advice: true)
  func bytes(_ name: String) -> [UInt8]? { files[name].map { Array($0.utf8) } }
  let settings = RuntimeSettings.read(
    bytes("runtime.yaml"), file: "runtime.yaml", environment: environment, diagnostics: &diagnostics)
  let declarations = bytes("metrics.yaml").flatMap {
    MetricsDeclaration.read($0, file: "metrics.yaml", diagnostics: &diagnostics)
  }
  let discovery = bytes("discovery.yaml").flatMap {
    DiscoveryDeclaration.read($0, file: "discovery.yaml", diagnostics: &diagnostics)
  }
  var unread: Set<FileKind> = []
  if declarations == nil, files["metrics.yaml"] != nil { unread.insert(.declaration) }
  if discovery == nil, files["discovery.yaml"] != nil { unread.insert(.discovery) }
  CrossChecks(
    settings: settings, declarations: [declarations].compactMap(\.self), discovery: discovery,
    environment: environment, unread: unread
  ).report(&diagnostics)
  return diagnostics
}

@Test(arguments: brokenTogether)
func whatOnlyShowsTogetherIsExplained(name: String, rule: String, marked: [String: String]) throws {
  // Of one test it is the fault that there is no secret.
  let environment = name == "no-client-secret" ? [:] : ["PROMITOR_AUTH_APPKEY": "x"]
  let diagnostics = check(marked.mapValues { $0.replacing("‸", with: "") }, environment: environment)
  let (file, text) = try #require(marked.first { $0.value.contains("‸") })
  let before = text.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
  #expect(
    diagnostics.sorted.contains {
      $0.rule.id == rule
        && $0.position
          == SourcePosition(file: file, line: before.count, column: (before.last?.unicodeScalars.count ?? 0) + 1)
    }, "\(diagnostics.rendered())")
  try expectGolden(diagnostics.rendered(), "together-\(name).txt")
}

@Test func strictnessMakesErrorsOfWarningsAndLeavesNotes() {
  let files = [
    "metrics.yaml": declaration(metrics: metric(name: "vault hits")), "runtime.yaml": "server:\n  htpPort: 1\n",
  ]
  let mild = check(files, environment: ["PROMITOR_AUTH_APPKEY": "x"])
  #expect(!mild.hasErrors)
  let strict = check(files, environment: ["PROMITOR_AUTH_APPKEY": "x"], strict: true)
  #expect(strict.hasErrors)
  #expect(
    zip(mild.sorted, strict.sorted).allSatisfy {
      $0.rule == $1.rule && ($0.severity == .note ? $1.severity == .note : $1.severity == .error)
    })
}

/// What the catalog does not have is not wrong: types that it lacks, aggregations, and longer grains than it lists.
@Test func whatIsMerelyNotKnownIsNotReported() {
  let metrics = [
    metric(
      name: "sql", type: "SqlServer", configuration: "      dimensions: [{name: DatabaseResourceId}]\n",
      resources: "    resources: [{serverName: s}]"),
    metric(name: "own", type: "Generic", resources: "    resources: [{resourceUri: My.Own/things/x}]"),
    metric(name: "long", aggregation: "        interval: 06:00:00\n").replacing("type: Count", with: "type: Maximum"),
    metric(name: "case").replacing("ServiceApiHit", with: "serviceapihit"),
  ]
  let diagnostics = check(["metrics.yaml": declaration(metrics: metrics.joined(separator: "\n"))])
  let rules: Set = ["unknown-metric", "unknown-dimension", "short-interval", "odd-interval"]
  #expect(!diagnostics.sorted.contains { rules.contains($0.rule.id) }, "\(diagnostics.rendered())")
}

@Test func aPassIsNotToldWhatIsAdviceAlone() {
  var diagnostics = Diagnostics()
  let text = declaration(metrics: metric(name: "vault hits", more: "    labels:\n      resource_group: x\n"))
  let read = MetricsDeclaration.read(Array(text.utf8), file: "f", diagnostics: &diagnostics)
  CrossChecks(
    settings: RuntimeSettings(), declarations: [read].compactMap(\.self), discovery: nil, environment: [:]
  ).report(&diagnostics)
  #expect(diagnostics.sorted.isEmpty)
}

@Test func whatAFileAloneCannotTellIsSaid() {
  var diagnostics = Diagnostics(advice: true)
  let text = declaration(metrics: grouped("vaults"))
  let read = MetricsDeclaration.read(Array(text.utf8), file: "f", diagnostics: &diagnostics)
  let checks = CrossChecks(
    settings: nil, declarations: [read].compactMap(\.self), discovery: nil, environment: [:])
  checks.report(missing: [.discovery, .runtime], &diagnostics)
  #expect(!diagnostics.sorted.contains { $0.rule.id == "unknown-group" })
  #expect(
    checks.unchecked(missing: [.discovery, .runtime]) == [
      "whether the discovery groups that metrics name exist, and their types: no discovery declaration",
      "how to sign in, and where metrics go: no runtime file",
    ])
}

/// An error is told where it is, and not once more wherever something names what has it.
@Test(arguments: [
  (
    "bad-value", ["metrics.yaml": declaration(metrics: grouped("vaults")).replacing("type: Count", with: "type: count")]
  ),
  ("unknown-resource-type", ["discovery.yaml": discovery(of: "vaults: KeyVolt")]),
  ("missing-key", ["metrics.yaml": declaration(metrics: grouped("vaults")).replacing("  tenantId", with: "  #")]),
  ("missing-key", ["discovery.yaml": discovery(of: "vaults: KeyVault").replacing("tenantId: t, ", with: "")]),
  ("missing-key", ["discovery.yaml": "# nothing\n"]),
])
func anErrorHasNoEchoes(rule: String, changed: [String: String]) {
  let sound = [
    "metrics.yaml": declaration(metrics: grouped("vaults")).replacing("0 * *", with: "0 */5 *"),
    "discovery.yaml": discovery(of: "vaults: KeyVault"),
    "runtime.yaml": "metricSinks: {atlassianStatuspage: {pageId: p, systemMetricMapping: "
      + "[{id: a, promitorMetricName: vault_hits}]}}",
  ]
  #expect(check(sound, environment: ["PROMITOR_AUTH_APPKEY": "x"]).sorted.map(\.rule.id) == ["mapped-series"])
  let diagnostics = check(sound.merging(changed) { $1 }, environment: ["PROMITOR_AUTH_APPKEY": "x"])
  #expect(
    diagnostics.sorted.map(\.rule.id).filter { $0 != "mapped-series" && $0 != "dense-schedule" } == [rule],
    "\(diagnostics.rendered())")
}

@Test func programsAndPullRequestsGetTheSameFaults() throws {
  let diagnostics = check(["metrics.yaml": declaration(metrics: metric(name: "50%, x:y é"))])
  try expectGolden(
    String(decoding: diagnostics.json(files: ["metrics.yaml"], unchecked: ["a sentence"]), as: UTF8.self),
    "format.json")
  try expectGolden(diagnostics.annotations, "format-github.txt")
}
