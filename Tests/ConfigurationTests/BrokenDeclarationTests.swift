import Configuration
import Formats
import Testing

/// A broken declaration for each rule; the mark stands where its diagnostic must point. The rendered diagnostics are
/// in `Golden/NAME.txt`.
private let broken: [(name: String, rule: String, text: String)] = [
  ("yaml-malformed", "yaml-malformed", "version: v1\nmetrics: [\n‸}"),
  ("yaml-excessive", "yaml-excessive", "version: " + String(repeating: "[", count: 99) + "‸[\n"),
  ("duplicate-key", "duplicate-key", declaration(metrics: metric(more: "    ‸resourceType: KeyVault\n"))),
  ("key-no-text", "key-no-text", declaration(metrics: metric(more: "    ‸[a, b]: c\n"))),
  ("more-documents", "more-documents", declaration(metrics: metric()) + "‸---\nversion: v1\n"),
  ("unknown-key", "unknown-key", declaration(metrics: metric(more: "    ‸lables:\n      a: b\n"))),
  ("unknown-key-far", "unknown-key", declaration(metrics: metric(more: "    ‸colour: red\n"))),
  ("unknown-key-case", "unknown-key", declaration(metrics: metric(more: "    ‸RESOURCEDISCOVERYGROUPS: []\n"))),
  ("missing-key", "missing-key", declaration(metrics: "  - ‸name: a\n    resourceType: KeyVault\n")),
  ("missing-mapping", "missing-key", "version: v1\nazureMetadata:‸\nmetricDefaults:\n  ‸limit: 3\nmetrics: []\n"),
  (
    "missing-endpoints", "missing-key",
    declaration(metrics: metric(), azure: "  cloud: Custom\n").replacing("tenantId", with: "‸tenantId")
  ),
  ("missing-everything", "missing-key", "‸unrelated: true\n"),
  ("wrong-kind", "wrong-kind", declaration(metrics: metric(resources: "    resources: ‸kv\n"))),
  ("wrong-kind-text", "wrong-kind", declaration(metrics: metric(configuration: "        interval: ‸[1]\n"))),
  ("wrong-kind-label", "wrong-kind", declaration(metrics: metric(more: "    labels:\n      a: ‸{b: c}\n"))),
  ("root-is-no-mapping", "wrong-kind", "‸- version: v1\n"),
  ("bad-value-version", "bad-value", declaration(metrics: metric()).replacing("version: v1", with: "version: ‸V1")),
  ("bad-value-aggregation", "bad-value", declaration(metrics: metric()).replacing("Count", with: "‸count")),
  ("bad-value-time-span", "bad-value", declaration(metrics: metric(aggregation: "        interval: ‸PT5M\n"))),
  ("bad-value-cron", "bad-value", declaration(metrics: metric(more: "    scraping:\n      schedule: 0 ‸61 * * * *\n"))),
  (
    "bad-value-cron-quoted", "bad-value",
    declaration(
      metrics: metric(more: "    scraping:\n\t      schedule: \"0 * * * ‸FOO *\"\n".replacing("\t", with: "")))
  ),
  ("bad-value-cloud", "bad-value", declaration(metrics: metric(), azure: "  cloud: ‸Germany\n")),
  ("blank-value", "blank-value", declaration(metrics: metric(resources: "    resources:\n      - vaultName: ‸''\n"))),
  ("out-of-range", "out-of-range", declaration(metrics: metric(configuration: "      limit: ‸10001\n"))),
  (
    "out-of-range-default", "out-of-range", declaration(metrics: metric(), defaults: "  limit: ‸0\n  aggregation: {}\n")
  ),
  ("ignored-value", "ignored-value", declaration(metrics: metric(configuration: "      limit: ‸many\n"))),
  (
    "ignored-mapping", "ignored-value",
    declaration(metrics: metric(), defaults: "  aggregation: ‸text\n  limit: 9\n")
      .replacing("type: Count", with: "type: Count\n        interval: 00:01:00")
  ),
  ("not-read", "not-read", declaration(metrics: metric(more: "    ‸logAnalyticsConfiguration: {}\n"))),
  ("not-read-endpoints", "not-read", declaration(metrics: metric(), azure: "  ‸endpoints:\n    a: b\n")),
  ("deprecated-key", "deprecated-key", declaration(metrics: metric(configuration: "      ‸dimension: {name: a}\n"))),
  (
    "plain-http", "plain-http",
    declaration(metrics: metric(), azure: custom.replacing("https://auth", with: "‸http://auth"))
  ),
  (
    "audience", "audience-has-no-region",
    declaration(metrics: metric(), azure: custom.replacing("https://metrics", with: "‸https://batch"))
  ),
  (
    "too-many-labels", "yaml-excessive",
    declaration(
      metrics: metric(more: "    labels:\n" + (0...200).map { "      \($0 == 0 ? "‸" : "")l\($0): x\n" }.joined()))
  ),
  ("unknown-resource-type", "unknown-resource-type", declaration(metrics: metric(type: "‸Keyvault"))),
  ("unknown-resource-type-far", "unknown-resource-type", declaration(metrics: metric(type: "‸Toaster"))),
  ("bad-length", "bad-length", declaration(metrics: metric(aggregation: "        interval: ‸-00:05:00\n"))),
  (
    "no-interval", "no-interval",
    declaration(metrics: metric(), defaults: "").replacing("type: Count", with: "‸type: Count")
  ),
  ("aggregation-none", "aggregation-none", declaration(metrics: metric()).replacing("Count", with: "‸None")),
  (
    "blank-dimension", "blank-dimension",
    declaration(metrics: metric(configuration: "      dimensions:\n        - name: ‸\"\"\n"))
  ),
  (
    "both-dimensions", "both-dimensions",
    declaration(metrics: metric(configuration: "      dimensions: [{name: a}]\n      dimension: ‸{name: b}\n"))
  ),
  ("duplicate-metric", "duplicate-metric", declaration(metrics: metric() + "\n" + metric(name: "‸vault_hits"))),
  ("no-resources", "no-resources", declaration(metrics: metric(resources: "    resources: ‸[]\n"))),
  (
    "no-resources-key", "no-resources",
    declaration(metrics: metric(name: "a", resources: "")).replacing("- name", with: "- ‸name")
  ),
  (
    "too-many-dimensions", "too-many-dimensions",
    declaration(
      metrics: metric(
        type: "ServiceBusNamespace", configuration: "      dimensions:\n        ‸- name: a\n        - name: b\n",
        resources: "    resources: [{namespace: n}]"))
  ),
  (
    "entity-dimension", "entity-dimension",
    declaration(
      metrics: metric(
        type: "ServiceBusNamespace", configuration: "      dimensions: [{name: entityname}]\n",
        resources: "    resources: [{namespace: n, topicName: ‸t}]"))
  ),
  (
    "two-entities", "two-entities",
    declaration(
      metrics: metric(
        type: "ServiceBusNamespace", resources: "    resources: [{namespace: n, topicName: ‸t, queueName: q}]"))
  ),
  (
    "event-hub-entity", "entity-dimension",
    declaration(
      metrics: metric(
        type: "EventHubs", configuration: "      dimensions: [{name: EntityName}]\n",
        resources: "    resources: [{namespace: n, topicName: ‸t}]"))
  ),
  (
    "runbook-metric", "runbook-metric",
    declaration(
      metrics: metric(type: "AutomationAccount", resources: "    resources: [{accountName: a, runbookName: ‸r}]"))
  ),
  (
    "whole-of-entity", "whole-of-entity",
    declaration(
      metrics: metric(type: "ServiceBusNamespace", resources: "    resources: [{namespace: n, queueName: ‸q}]")
    ).replacing("ServiceApiHit", with: "NamespaceCpuUsage")
  ),
  (
    "unused-dimensions", "unused-dimensions",
    declaration(
      metrics: metric(
        type: "DataFactory", configuration: "      dimensions:\n        ‸- name: FailureType\n",
        resources: "    resources: [{factoryName: f}, {factoryName: f, pipelineName: p}]"))
  ),
  (
    "unused-location", "unused-dimensions",
    declaration(
      metrics: metric(
        type: "ApiManagement", configuration: "      dimension: ‸{name: location}\n",
        resources: "    resources: [{instanceName: i, locationName: West Europe}]"))
  ),
  (
    "flavour", "bad-value",
    declaration(metrics: metric(type: "PostgreSql", resources: "    resources: [{serverName: s, type: ‸Simple}]"))
  ),
  (
    "arc", "bad-value",
    declaration(metrics: metric(type: "PostgreSql", resources: "    resources: [{serverName: s, type: ‸Arc}]"))
  ),
  (
    "no-flavour", "missing-key",
    declaration(metrics: metric(type: "MySql", resources: "    resources: [‸{serverName: s}]"))
  ),
  (
    "queue-metric", "queue-metric",
    declaration(
      metrics: metric(
        type: "StorageQueue",
        resources: "    resources: [{accountName: a, queueName: q, sasToken: {environmentVariable: V}}]")
    ).replacing("ServiceApiHit", with: "‸MesageCount")
  ),
  ("no-secret", "no-secret", declaration(metrics: queue(token: "‸{}"))),
  ("both-secrets", "both-secrets", declaration(metrics: queue(token: "{rawValue: x, environmentVariable: ‸V}"))),
  ("no-result", "no-result", declaration(metrics: query("‸AzureActivity | count"))),
  ("blank-query", "blank-value", declaration(metrics: query("‸''"))),
  (
    "query-without-interval", "no-interval",
    declaration(metrics: query("x | project result"), defaults: "").replacing("query:", with: "‸query:")
  ),
  ("not-read-metric", "not-read", declaration(metrics: query("x | project result\n    ‸azureMetricConfiguration: {}"))),
  (
    "tabs-and-control-characters", "unknown-key",
    declaration(metrics: metric(resources: "    resources: [{vaultName: k,\t‸\"a\\eb\u{200B}\": 1}]"))
  ),
  (
    "long-line", "unknown-key",
    declaration(
      metrics: metric(
        resources: "    resources: [{vaultName: \(String(repeating: "k", count: 300)), ‸vaultname: 1, filter: "
          + "\(String(repeating: "k", count: 300))}]"))
  ),
]

private func queue(token: String) -> String {
  metric(
    type: "StorageQueue", resources: "    resources: [{accountName: a, queueName: q, sasToken: \(token)}]"
  ).replacing("ServiceApiHit", with: "messagecount")
}

private func query(_ text: String) -> String {
  """
    - name: heartbeats
      description: ""
      resourceType: LogAnalytics
      logAnalyticsConfiguration:
        query: \(text)
      resources:
        - workspaceId: 00000000-0000-0000-0000-000000000001
          workspaceName: w
  """
}

private let custom = """
    cloud: Custom
    endpoints:
      authenticationEndpoint: https://auth/
      resourceManagerEndpoint: http://127.0.0.1:8080/arm/
      graphEndpoint: http://localhost:1
      managementEndpoint: https://manage/
      metricsQueryAudience: http://[::1]:9
      metricsClientAudience: https://metrics.azure.test/
      storageEndpointSuffix: storage.test
      keyVaultSuffix: vault.test

  """

@Test(arguments: broken)
func aBrokenDeclarationIsExplained(name: String, rule: String, marked: String) throws {
  let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
  let (_, diagnostics) = read(marked.replacing("‸", with: ""), file: "\(name).yaml")
  if name != "missing-mapping" {
    #expect(
      diagnostics.sorted.contains {
        $0.rule.id == rule && $0.position.line == before.count
          && $0.position.column == (before.last?.unicodeScalars.count ?? 0) + 1
      })
  }
  try expectGolden(diagnostics.rendered(), "\(name).txt")
}

@Test func everyRuleHasABrokenFile() {
  let shown = Set(broken.map(\.rule)).union(brokenRuntime.map(\.rule)).union(brokenDiscovery.map(\.rule))
    .union(brokenStatuspage.map(\.rule)).union(brokenTogether.map(\.rule))
  #expect(Set(Rule.all.map(\.id)) == shown)
  #expect(Set(Rule.all).count == Rule.all.count)
}

@Test func aCustomCloudIsTakenWithoutItsSlashes() throws {
  let (declaration, diagnostics) = read(declaration(metrics: metric(), azure: custom))
  #expect(diagnostics.rendered() == "")
  let cloud = try #require(declaration?.azure.cloud)
  #expect((cloud.name, cloud.authority) == ("Custom", "https://auth"))
  #expect(cloud.resourceManager == "http://127.0.0.1:8080/arm")
  #expect((cloud.metricsQueryAudience, cloud.logAnalytics) == ("http://[::1]:9", nil))
  #expect((cloud.metricsClientAudience, cloud.storageSuffix) == ("https://metrics.azure.test", "storage.test"))
}

@Test(arguments: [
  "http://127.0.0.1.evil.test", "http://localhost.evil.test", "http://localhost@evil.test", "http://127.0.0.+1",
  "http://localhost:x@\u{301}evil.test", "http://localhost\u{301}", "http://127.0.0.1\u{338}.evil.test",
  "http://evil.test#127.0.0.1",
  "http://[::1].evil", "http://127.1", "ftp://127.0.0.1", "https://", "https://:80", "https:// a", "auth",
  "http://[::2]",
])
func anAddressThatOnlyLooksSafeIsRefused(address: String) {
  let text = custom.replacing("https://auth/", with: "'\(address)'")
  let (_, diagnostics) = read(declaration(metrics: metric(), azure: text))
  #expect(diagnostics.hasErrors)
}

@Test func aFileWithManyFaultsHasThemAllReported() throws {
  let (_, diagnostics) = read(manyFaults, file: "many-faults.yaml")
  #expect(diagnostics.sorted.count >= 20)
  try expectGolden(diagnostics.rendered(), "many-faults.txt")
}

private let manyFaults = """
  version: v2
  azureMetadata:
    tenantId: ""
    subscriptionID: abc
    resourceGroupName: group
    cloud: Globl
  metricDefaults:
    aggregation:
      interval: 5m
    limit: 20000
    labels: none
    scraping:
      schedule: "* * * 13 * *"
  metric: []
  metrics:
    - name: one
      descripton: text
      resourceType: KeyVault
      azureMetricConfiguration:
        metricName: ""
        limit: -1
        aggregation:
          type: Sum
          interval: 0
        dimension:
          name: a
        dimensions:
          - name: b
      resources:
        - vaultNam: kv
        - kv
    - name: one
      description: text
      resourceType: ServiceBusNamespce
      azureMetricConfiguration:
        metricName: x
        aggregation: Total
      scraping:
        schedule:
    - description: text
      resourceType: LogAnalytics
      azureMetricConfiguration:
        metricName: x
      resources: []
    - just a text
  """

@Test func onlyOneNameInTwoFilesIsAnError() throws {
  var diagnostics = Diagnostics()
  let texts = [("a.yaml", metric() + "\n" + metric(name: "x")), ("b.yaml", metric(name: "y") + "\n" + metric())]
  let declarations = texts.compactMap { file, metrics in
    MetricsDeclaration.read(Array(declaration(metrics: metrics).utf8), file: file, diagnostics: &diagnostics)
  }
  #expect(diagnostics.sorted.isEmpty)
  MetricsDeclaration.reportDuplicates(among: declarations, diagnostics: &diagnostics)
  try expectGolden(diagnostics.rendered(), "duplicate-metric-of-two-files.txt")
}

@Test func colourIsOnlyForTerminals() throws {
  let (_, diagnostics) = read(declaration(metrics: metric(type: "Keyvault")))
  #expect(!diagnostics.rendered().contains("\u{1B}"))
  #expect(diagnostics.rendered(color: true).contains("\u{1B}[1;31merror: \u{1B}[0m"))
}
