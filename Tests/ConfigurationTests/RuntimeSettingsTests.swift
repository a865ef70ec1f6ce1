import Configuration
import Formats
import Model
import Testing

private let full = """
  Authentication:
    Mode: UserAssignedManagedIdentity
    identityID: id
    secretFilePath: /secrets
    secretFileName: key
  server:
    httpPort: 8888
    maxDegreeOfParallelism: 0
  concurrency: { mutexTimeoutSeconds: 30 }
  metricsConfiguration: { absolutePath: /config/metrics.yaml }
  resourceDiscovery: { enabled: true, host: promitor, port: 8889 }
  azureMonitor:
    logging: { isEnabled: false, informationLevel: basic }
    integration:
      useAzureMonitorSdk: True
      history: { startingFromInHours: 2 }
      metricsBatching: { enabled: true, maxBatchSize: 50, azureRegion: eastus }
      settle: 00:04:00
  metricSinks:
    prometheusScrapingEndpoint:
      baseUriPath: /metrics
      metricUnavailableValue: NaN
      enableMetricTimestamps: true
      labels: { transformation: lowercase }
    prometheusTextfile: { directory: /textfiles }
    openTelemetryCollector: { collectorUri: "http://collector:8888" }
    statsd: { host: graphite, port: 8125, metricPrefix: p., metricFormat: Geneva, geneva: { account: a, namespace: n } }
    atlassianStatuspage:
      pageId: ABC
      systemMetricMapping: [{ id: x, promitorMetricName: y }]
  selfMetrics: { scrapeOutcome: metric }
  healthCheck: { enableScraperFreshnessHealthCheck: true }
  telemetry:
    defaultVerbosity: trace
    containerLogs: { isEnabled: true, verbosity: Information }
    applicationInsights: { isEnabled: false, verbosity: none, instrumentationKey: ABC }
  cache: { enabled: true, durationInMinutes: 5 }
  """

@Test func aFullRuntimeFileReadsWithoutAWord() {
  let (settings, diagnostics) = readRuntime(full)
  #expect(diagnostics.rendered() == "")
  #expect(settings.authentication.mode == .userAssignedManagedIdentity)
  #expect(settings.authentication.identityID == "id")
  #expect(settings.authentication.secretFile == "/secrets/key")
  #expect((settings.maxInFlight, settings.deadline) == (64, 30))
  #expect(settings.declarationPath == "/config/metrics.yaml")
  #expect((settings.lookBack, settings.timing.settle) == (7200, 240))
  #expect(settings.prometheus.directory == "/textfiles")
  #expect(settings.prometheus.unavailableValue?.isNaN == true)
  #expect(settings.prometheus.lowercaseValues)
  #expect(settings.selfMetrics == .metric)
  #expect(settings.logLevel == "info")
}

@Test(arguments: [nil, "", "# nothing\n", "server:\n", "telemetry: {}"]) func aMissingFileIsAllDefaults(text: String?) {
  let (settings, diagnostics) = readRuntime(text, environment: ["PROMITOR_AUTH_APPID": "app", "HOME": "/"])
  #expect(diagnostics.rendered() == "")
  #expect(settings.authentication.mode == .servicePrincipal)
  #expect(settings.authentication.identityID == "app")
  #expect((settings.maxInFlight, settings.deadline, settings.logLevel) == (nil, nil, nil))
  #expect((settings.lookBack, settings.timing.settle, settings.selfMetrics) == (43_200, nil, .resource))
  #expect(settings.prometheus.unavailableValue == nil)
}

@Test func labelsComeFromTagsThatAreNamed() {
  let (settings, diagnostics) = readRuntime(
    "labels: { fromTags: [team, Cost-Center, TEAM], tagPrefix: '', infoTags: [owner, cost-center] }")
  #expect(diagnostics.rendered() == "")
  #expect(settings.labels.tags == ["team", "Cost-Center"])
  #expect(settings.labels.infoTags == ["team", "Cost-Center", "owner"])
  #expect(settings.labels.hasInfo && settings.labels.details.tags == settings.labels.infoTags)
  let few = readRuntime("labels: { fromTags: [team], resourceInfo: false, infoTags: [owner] }").0.labels
  #expect(few.tagPrefix == "tag_" && few.details.tags == ["team"] && few.details.columns.isEmpty)
  #expect(readRuntime("labels: { fromTags: [team] }").0.labels.details.columns == [])
  #expect(readRuntime("").0.labels.details.count == 0)
}

@Test(
  arguments: zip(
    ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None", "3"],
    ["trace", "debug", "info", "warning", "error", "critical", "critical", "warning"]))
func logLevelsAreThoseOfSwift(text: String, level: String) {
  #expect(readRuntime("telemetry: { defaultVerbosity: \(text) }").0.logLevel == level)
}

@Test func laterSourcesOutrankEarlierOnes() {
  let text = "server: { maxDegreeOfParallelism: 1 }\nconcurrency: { mutexTimeoutSeconds: 1 }"
  func read(_ environment: [String: String]) -> (Int?, Int?) {
    let (settings, diagnostics) = readRuntime(text, environment: environment)
    #expect(diagnostics.rendered() == "")
    return (settings.maxInFlight, settings.deadline)
  }
  var environment = ["server__maxDegreeOfParallelism": "2", "OTHER__THING": "x", "server__nothing": "x"]
  #expect(read(environment) == (2, 1))
  environment["PROMITOR_SERVER__MAXDEGREEOFPARALLELISM"] = "3"
  #expect(read(environment) == (3, 1))
  environment["Promitor_Yaml_Override_server__maxDegreeOfParallelism"] = "4"
  environment["PROMITOR_concurrency__mutexTimeoutSeconds"] = "5"
  #expect(read(environment) == (4, 5))
}

@Test func variablesReachWhatTheFileHasNot() {
  let environment = [
    "PROMITOR_YAML_OVERRIDE_azureMonitor__integration__history__startingFromOffset": "02:00:00",
    "PROMITOR_metricSinks__atlassianStatuspage__systemMetricMapping__0__id": "a",
    "PROMITOR_metricSinks__atlassianStatuspage__systemMetricMapping__0__promitorMetricName": "b",
    "PROMITOR_metricSinks__atlassianStatuspage__systemMetricMapping__1__id": "c",
    "PROMITOR_metricSinks__atlassianStatuspage__systemMetricMapping__1__promitorMetricName": "d",
    "PROMITOR_metricSinks__atlassianStatuspage__pageId": "p",
  ]
  let (settings, diagnostics) = readRuntime(nil, environment: environment)
  #expect(diagnostics.rendered() == "")
  #expect(settings.lookBack == 7200)
}

/// The mark stands where the diagnostic must point; where none stands, the fault is in a variable.
let brokenRuntime: [(name: String, rule: String, text: String, environment: [String: String])] = [
  ("runtime-unknown-key", "unknown-key", "server:\n  ‸htpPort: 80\n", [:]),
  ("runtime-duplicate-key", "duplicate-key", "server: { httpPort: 80, ‸HttpPort: 81 }\n", [:]),
  ("runtime-boolean", "bad-value", "azureMonitor:\n  integration:\n    metricsBatching:\n      enabled: ‸maybe\n", [:]),
  (
    "runtime-number", "bad-value", "metricSinks: { prometheusScrapingEndpoint: { metricUnavailableValue: ‸0x10 } }", [:]
  ),
  ("runtime-level", "bad-value", "telemetry:\n  defaultVerbosity: ‸Verbose\n", [:]),
  ("runtime-port", "out-of-range", "metricSinks: { statsd: { host: h, port: ‸0 } }", [:]),
  (
    "runtime-collector", "bad-value", "metricSinks: { openTelemetryCollector: { collectorUri: ‸'collector:8888' } }",
    [:]
  ),
  ("runtime-base-path", "blank-value", "metricSinks: { prometheusScrapingEndpoint: { baseUriPath: ‸'' } }", [:]),
  ("runtime-settle", "bad-value", "azureMonitor: { integration: { settle: ‸lerned } }", [:]),
  ("runtime-deadline", "ignored-value", "concurrency: { mutexTimeoutSeconds: ‸-5 }", [:]),
  ("runtime-secret-file", "half-secret-file", "authentication: { mode: 1, secretFilePath: ‸/x }", [:]),
  ("runtime-identity", "no-identity", "authentication: ‸{ mode: serviceprincipal }", [:]),
  ("runtime-geneva", "geneva-incomplete", "metricSinks: { statsd: { host: h, metricFormat: ‸geneva } }", [:]),
  ("runtime-statuspage", "missing-key", "metricSinks: { atlassianStatuspage: ‸{ pageId: p } }", [:]),
  ("runtime-variable", "bad-value", "server: { httpPort: 80 }", ["PROMITOR_server__httpPort": "eighty\u{1B}[31m"]),
  ("runtime-variable-unknown", "unknown-key", "", ["PROMITOR_YAML_OVERRIDE_server__htpPort": "1"]),
]

@Test(arguments: brokenRuntime)
func aBrokenRuntimeFileIsExplained(name: String, rule: String, marked: String, environment: [String: String]) throws {
  let before = marked.prefix { $0 != "‸" }.split(separator: "\n", omittingEmptySubsequences: false)
  let (_, diagnostics) = readRuntime(marked.replacing("‸", with: ""), environment: environment)
  let found = try #require(diagnostics.sorted.first { $0.rule.id == rule })
  if marked.contains("‸") {
    #expect((found.position.line, found.position.column) == (before.count, (before.last?.count ?? 0) + 1))
  } else {
    #expect(found.position.line == 0)
  }
  try expectGolden(diagnostics.rendered(), "\(name).txt")
}
