package import Formats

/// What `runtime.yaml` and the environment say; a missing file is all defaults.
package struct RuntimeSettings: Sendable {
  package var authentication = Authentication()
  /// How discovery signs in, where it does so otherwise: a discovery agent has a runtime file of its own.
  package var discoveryAuthentication: Authentication?
  /// The name of the file, for messages.
  package var file = ""
  /// `server.maxDegreeOfParallelism`: transfers in flight; nil where not set, 64 for 0 or less.
  package var maxInFlight: Int?
  /// `concurrency.mutexTimeoutSeconds`: the pass's deadline in seconds; nil where not set.
  package var deadline: Int?
  /// `pass.maxCalls`: the most calls for values; nil for any number.
  package var mostCalls: Int?
  /// `pass.maxSeries`: the most series that a pass asks for; nil for any number.
  package var mostSeries: Int?
  /// `pass.quotaShare`: the part of each of Azure's quotas that may be used, above 0, up to 1.
  package var quotaShare: Double?
  /// `pass.discoveryShare`: the part of the time for the network in which look-ups are made.
  package var discoveryShare = 0.3
  /// `pass.suddenLoss`: the part of a group's resources of which no more may vanish unless Azure says so twice.
  package var suddenLoss = 0.5
  /// `pass.batchPrice`: what 1,000 calls of getBatch cost, in US dollars.
  package var batchPrice: Double?
  /// That where the runtime file does not say another one: the price of Azure Monitor's native metrics in its price list
  /// of November 2024.
  package static let usualBatchPrice = 0.01

  /// How many billed calls a day may have; nil for any number.
  package var mostBilledPerDay: Int? {
    guard let mostCostPerDay else { return nil }
    let price = batchPrice ?? Self.usualBatchPrice
    return price > 0 ? Int(min(mostCostPerDay / price * 1000 + 1e-6, 1e15)) : nil
  }
  /// `metricsConfiguration.absolutePath`.
  package var declarationPath: String?
  /// `azureMonitor.integration.history.startingFromOffset`, else `…startingFromInHours`, in seconds.
  package var lookBack = 12 * 3600
  /// `cache.durationInMinutes` in seconds: for how long discovered resources are used as they were; 0 where
  /// `cache.enabled` is false.
  package var discoveryCache = 300
  /// Whether `cache` is there.
  package var hasCache = false
  /// The address of `resourceDiscovery`, such as `http://agent:80`: Promitor's discovery agent; nil for none.
  package var discoveryAgent: String?
  /// `resourceDiscovery.always`: whether it is asked although there is a discovery declaration.
  package var alwaysAsksAgent = false
  /// What `azureMonitor.integration` says of it, for metrics that do not say it themselves.
  package var timing = Timing()
  /// The same of dimensions that Azure does not split a metric by.
  package var unusableDimension = UnusableDimension.reject
  /// `azureMonitor.integration.metricsBatching`: the most resources of a call (1 to 50); nil where each is asked for
  /// itself, as batches are billed.
  package var batchSize: Int?
  /// `azureMonitor.integration.queryShape`: whether whole subscriptions are asked, where there is more than one resource.
  package var asksSubscriptions = false
  /// `azureMonitor.integration.metricsBatching.maxCostPerDay`: what billed calls may cost from midnight to midnight UTC,
  /// in US dollars; nil for any amount.
  package var mostCostPerDay: Double?
  /// Whether resources of subscriptions that may not be asked as a whole are asked in batches, within that amount.
  package var fallsBackToBatches = false
  /// `labels`: what series tell of their resources beside Promitor's labels.
  package var labels = LabelSettings()
  package var prometheus = PrometheusSettings()
  /// Whether `metricSinks.openTelemetryCollector` names a collector.
  package var hasOpenTelemetry: Bool { collectorURI != nil }
  /// `metricSinks.openTelemetryCollector.collectorUri`; nil where blank.
  package var collectorURI: String?
  /// `…protocol`: `grpc`, `http/protobuf` or `http/json`; nil where the address decides.
  package var collectorProtocol: String?
  /// `…units: ucum`: whether metrics have units there.
  package var collectorHasUnits = false
  /// `…compression`: whether it is `gzip`, which every receiver of OTLP must understand, and not `none`.
  package var compressesForCollector = true
  /// `metricSinks.statsd`; nil where it is not there.
  package var statsd: StatsDSettings?
  /// `metricSinks.atlassianStatuspage`; nil where it is not there.
  package var statuspage: StatuspageSettings?
  /// `transport.certificateAuthority`: a file or a folder of certificates; nil where not set.
  package var certificateAuthority: String?
  /// `healthCheck.enableScraperFreshnessHealthCheck`.
  package var checksFreshness = true
  package var selfMetrics = ScrapeOutcome.resource
  /// `selfMetrics.landscape`: whether the subscriptions and resource groups that discovery can see are told.
  package var showsLandscape = false
  /// Where that is said.
  package var landscapePosition: SourcePosition?
  /// `telemetry.containerLogs.verbosity`, else `telemetry.defaultVerbosity`, as swift-log spells levels; nil where not set.
  package var logLevel: String?

  package init() {}

  /// Takes what a discovery agent's own runtime file says: how discovery signs in, and how long its lists are kept.
  package mutating func adopt(discovery other: RuntimeSettings) {
    if other.authentication.isGiven {
      if authentication.isGiven {
        discoveryAuthentication = other.authentication
      } else {
        authentication = other.authentication
      }
    }
    if other.hasCache { discoveryCache = other.discoveryCache }
    logLevel = logLevel ?? other.logLevel
    certificateAuthority = certificateAuthority ?? other.certificateAuthority
  }

  /// How to sign in.
  package struct Authentication: Sendable {
    package var mode = Mode.servicePrincipal
    /// `authentication.identityId`, else `PROMITOR_AUTH_APPID`.
    package var identityID: String?
    /// The file that holds the secret, where both of its parts are set.
    package var secretFile: String?
    /// `authentication.certificateFilePath`: a PEM file with a certificate and its key.
    package var certificateFile: String?
    /// Where the keys of the section stand that are there.
    package var positions: [String: SourcePosition] = [:]

    package init() {}

    /// Whether the section is there.
    package var isGiven = false

    package enum Mode: String, CaseIterable, Sendable {
      case servicePrincipal = "ServicePrincipal"
      case userAssignedManagedIdentity = "UserAssignedManagedIdentity"
      case systemAssignedManagedIdentity = "SystemAssignedManagedIdentity"
      case sdkDefault = "SdkDefault"
    }
  }

  /// How the Prometheus text is written.
  package struct PrometheusSettings: Sendable {
    /// `metricSinks.prometheusTextfile.directory`.
    package var directory: String?
    /// `metricSinks.prometheusScrapingEndpoint.metricUnavailableValue`; nil where the file sets none.
    package var unavailableValue: Double?
    /// `…baseUriPath`: where `swath api` shows the text.
    package var path = "/metrics"
    /// `…enableMetricTimestamps`: whether it shows Azure's own times there.
    package var hasTimestamps = false
    /// `…labels.transformation: Lowercase`: label values are lower-cased.
    package var lowercaseValues = false

    package init() {}
  }

  /// How StatsD lines are written.
  package struct StatsDSettings: Sendable {
    /// `metricPrefix`; nil where blank.
    package var prefix: String?
    /// Set where `metricFormat` is `Geneva`.
    package var geneva: Geneva?
    /// `metricFormat: DogStatsD`: labels are tags.
    package var hasTags = false
    /// `keepPrefixDots`: a dot at the end of the prefix stays beside the one that follows it.
    package var keepsPrefixDots = false
    /// Where the lines are sent.
    package var host = ""
    package var port = 8125

    package init(prefix: String? = nil, geneva: Geneva? = nil) {
      self.prefix = prefix
      self.geneva = geneva
    }
  }

  /// What Geneva's form of a line holds.
  package struct Geneva: Sendable {
    package var account, namespace: String

    package init(account: String, namespace: String) {
      self.account = account
      self.namespace = namespace
    }
  }

  /// Which metrics a page of Atlassian Statuspage shows.
  package struct StatuspageSettings: Sendable {
    package var pageID: String
    /// `apiUrl`; nil for Atlassian's own.
    package var address: String?
    package var mappings: [Mapping]
    package var position: SourcePosition

    package init(pageID: String, mappings: [Mapping], position: SourcePosition) {
      self.pageID = pageID
      self.mappings = mappings
      self.position = position
    }

    package struct Mapping: Sendable {
      /// The id of the system metric.
      package var id: String
      /// The name of the declared metric.
      package var metric: String
      /// Labels, by their declared names, all of which a series must have.
      package var labels: [String: String] = [:]
      /// What is shown of several series at one time; nil: the last of them.
      package var aggregate: Aggregate?
      /// What values are multiplied by.
      package var scale = 1.0
      package var position: SourcePosition

      package init(id: String, metric: String, position: SourcePosition) {
        self.id = id
        self.metric = metric
        self.position = position
      }
    }

    /// What one value is made of several.
    package enum Aggregate: String, CaseIterable, Sendable {
      case avg, sum, min, max
    }
  }

  /// `azureMonitor.integration.queryShape`: how many resources a question is about.
  package enum QueryShape: String, CaseIterable, Sendable {
    /// One.
    case resource
    /// Up to 50 of a subscription and region, by getBatch, which is billed.
    case batch
    /// All of a type in a subscription and region.
    case subscription
    /// What makes the fewest calls for no more than `maxCostPerDay`: all of a type, else batches, else one.
    case auto
  }

  /// `selfMetrics.scrapeOutcome`: what `promitor_scrape_success` and `_error` count.
  package enum ScrapeOutcome: String, CaseIterable, Sendable {
    /// A series for each metric and resource, as Promitor has it.
    case resource
    /// A series for each metric: the worst of its resources.
    case metric
    case off
  }
}
