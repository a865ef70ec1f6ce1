import Formats

extension RuntimeSettings {
  /// Reads a runtime file, nil for one that is not there, under the environment's overrides; reports every fault.
  ///
  /// What cannot be read has its default. Values of secrets are not read.
  package static func read(
    _ text: [UInt8]?, file: String, environment: [String: String], diagnostics: inout Diagnostics
  ) -> RuntimeSettings {
    var overrides = RuntimeOverrides()
    let file = (tree: text.flatMap { diagnostics.document($0, file: file)?.root }, name: file)
    // A file of nothing but `---` is as good as none.
    let written = file.tree.flatMap { $0.scalar?.isBlank == true ? nil : $0 }
    let tree = overrides.applied(to: written, environment: environment)
    if overrides.isExcessive {
      diagnostics.report(
        .excessive, at: SourcePosition(file: "environment", line: 0, column: 0),
        "more than \(RuntimeOverrides.limit) environment variables change the runtime configuration",
        help: "write a runtime file")
    }
    let origin = Origin(file: file.name, variables: overrides.variables)
    let reader = GrammarReader(origin: origin, isBinder: true)
    var settings = RuntimeSettings()
    settings.file = origin.name
    if let section = tree.flatMap({ reader.section($0, .runtime, &diagnostics) }) {
      settings.take(section, environment, &diagnostics)
    }
    if settings.authentication.identityID == nil {
      settings.authentication.identityID = environment[appID].flatMap { $0.isBlank ? nil : $0 }
    }
    return settings
  }

  /// The most resources that Azure takes in one call.
  private static let largestBatch = 50
  private static let appID = "PROMITOR_AUTH_APPID"

  private mutating func take(_ section: Section, _ environment: [String: String], _ diagnostics: inout Diagnostics) {
    if let authentication = section.section("authentication") {
      self.authentication = Authentication(authentication, environment, &diagnostics)
    }
    maxInFlight = section.section("server")?.integer("maxDegreeOfParallelism").map { $0 > 0 ? $0 : 64 }
    deadline = section.section("concurrency").flatMap { $0.positive("mutexTimeoutSeconds", &diagnostics) }
    if let pass = section.section("pass") {
      mostCalls = pass.integer("maxCalls")
      mostSeries = pass.integer("maxSeries")
      quotaShare = pass.number("quotaShare", in: 0.001...1, &diagnostics)
      discoveryShare = pass.number("discoveryShare", in: 0.05...0.9, &diagnostics) ?? discoveryShare
      suddenLoss = pass.number("suddenLoss", in: 0...1, &diagnostics) ?? suddenLoss
      batchPrice = pass.number("batchPrice", in: 0...1_000_000, &diagnostics)
    }
    if let agent = section.section("resourceDiscovery"), let host = agent.word("host") {
      discoveryAgent = "http://\(host):\(agent.integer("port") ?? 80)"
      alwaysAsksAgent = agent.boolean("always") ?? false
    }
    declarationPath = section.section("metricsConfiguration")?.word("absolutePath")
    if let integration = section.section("azureMonitor")?.section("integration") {
      if let history = integration.section("history") {
        lookBack =
          history.positive("startingFromOffset", &diagnostics)
          ?? history.positive("startingFromInHours", &diagnostics).map { $0 * 3600 } ?? lookBack
      }
      if let batching = integration.section("metricsBatching"), batching.boolean("enabled") == true {
        let size = batching.integer("maxBatchSize") ?? 0
        batchSize = size <= 0 ? Self.largestBatch : min(size, Self.largestBatch)
      }
      mostCostPerDay = integration.section("metricsBatching")?.number(
        "maxCostPerDay", in: 0...1_000_000, &diagnostics)
      switch integration.text("queryShape").flatMap(QueryShape.init) {
      case nil: break
      case .resource: batchSize = nil
      case .batch: batchSize = batchSize ?? Self.largestBatch
      case .auto:
        // Only what is told how much it may cost makes calls that cost something.
        fallsBackToBatches = mostCostPerDay.map { $0 > 0 } ?? false
        batchSize = fallsBackToBatches ? batchSize ?? Self.largestBatch : nil
        asksSubscriptions = true
      case .subscription:
        batchSize = nil
        asksSubscriptions = true
      }
      timing = Timing(integration, &diagnostics)
      unusableDimension = UnusableDimension.read(integration) ?? unusableDimension
    }
    checksFreshness = section.section("healthCheck")?.boolean("enableScraperFreshnessHealthCheck") ?? true
    if let sinks = section.section("metricSinks") {
      let endpoint = sinks.section("prometheusScrapingEndpoint")
      prometheus.directory = sinks.section("prometheusTextfile")?.word("directory")
      prometheus.path = endpoint?.word("baseUriPath") ?? prometheus.path
      prometheus.hasTimestamps = endpoint?.boolean("enableMetricTimestamps") ?? false
      prometheus.unavailableValue = endpoint?.number("metricUnavailableValue")
      prometheus.lowercaseValues = endpoint?.section("labels")?.text("transformation") == "Lowercase"
      let collector = sinks.section("openTelemetryCollector")
      collectorURI = collector?.word("collectorUri")
      collectorProtocol = collector?.text("protocol")
      collectorHasUnits = collector?.text("units") == "ucum"
      compressesForCollector = collector?.text("compression") != "none"
      if let statsd = sinks.section("statsd") {
        statsd.reportGeneva(&diagnostics)
        self.statsd = StatsDSettings(prefix: statsd.word("metricPrefix"), geneva: statsd.geneva)
        self.statsd?.host = statsd.word("host") ?? ""
        self.statsd?.port = statsd.integer("port") ?? 8125
        self.statsd?.hasTags = statsd.text("metricFormat") == "DogStatsD"
        self.statsd?.keepsPrefixDots = statsd.boolean("keepPrefixDots") ?? false
      }
      if let statuspage = sinks.section("atlassianStatuspage") {
        self.statuspage = StatuspageSettings(
          pageID: statuspage.word("pageId") ?? "",
          mappings: statuspage.sections("systemMetricMapping").compactMap { mapping in
            guard let id = mapping.word("id"), let metric = mapping.word("promitorMetricName") else { return nil }
            var row = StatuspageSettings.Mapping(id: id, metric: metric, position: mapping.position)
            row.labels = Dictionary(mapping.pairs("labels").map { ($0.name, $0.value) }) { first, _ in first }
            row.aggregate = mapping.text("aggregate").flatMap(StatuspageSettings.Aggregate.init)
            row.scale = mapping.number("scale") ?? 1
            return row
          }, position: statuspage.position)
        self.statuspage?.address = statuspage.word("apiUrl")
      }
    }
    if let section = section.section("labels") { labels = LabelSettings(section) }
    if let cache = section.section("cache") {
      hasCache = true
      let minutes = cache.integer("durationInMinutes").map { min(max($0, 0), 1 << 20) }
      discoveryCache = cache.boolean("enabled") == false ? 0 : minutes.map { $0 * 60 } ?? discoveryCache
    }
    certificateAuthority = section.section("transport")?.word("certificateAuthority")
    showsLandscape = section.section("selfMetrics")?.boolean("landscape") ?? false
    landscapePosition = showsLandscape ? section.section("selfMetrics")?.position(of: "landscape") : nil
    selfMetrics = section.section("selfMetrics")?.text("scrapeOutcome").flatMap(ScrapeOutcome.init) ?? selfMetrics
    if let telemetry = section.section("telemetry") {
      let verbosity = telemetry.section("containerLogs")?.text("verbosity") ?? telemetry.text("defaultVerbosity")
      logLevel = verbosity.flatMap { Self.logLevels[$0] }
    }
  }

  /// swift-log's spelling of .NET's levels; it has none for silence.
  private static let logLevels = [
    "Trace": "trace", "Debug": "debug", "Information": "info", "Warning": "warning", "Error": "error",
    "Critical": "critical", "None": "critical",
  ]
}

extension RuntimeSettings.Authentication {
  fileprivate init(_ section: Section, _ environment: [String: String], _ diagnostics: inout Diagnostics) {
    for key in ["mode", "identityId", "secretFilePath", "secretFileName", "certificateFilePath"] where section.has(key)
    {
      positions[key] = section.position(of: key)
    }
    isGiven = true
    mode = section.text("mode").flatMap(Mode.init) ?? mode
    identityID = section.word("identityId")
    certificateFile = section.word("certificateFilePath")
    switch (section.word("secretFilePath"), section.word("secretFileName")) {
    case (let path?, let name?): secretFile = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    case (nil, nil): break
    case (let path, _):
      let (given, missing) = path == nil ? ("secretFileName", "secretFilePath") : ("secretFilePath", "secretFileName")
      diagnostics.report(
        .halfSecretFile, at: section.position(of: given), "'\(given)' is not used without '\(missing)'",
        help: "add '\(missing):'")
    }
    if mode == .servicePrincipal, identityID == nil, environment["PROMITOR_AUTH_APPID"]?.isBlank ?? true {
      diagnostics.report(
        .noIdentity, at: section.position, "a service principal needs an id to sign in with",
        help: "add 'identityId:', or set PROMITOR_AUTH_APPID")
    }
  }
}

extension Section {
  /// What Geneva's form holds, where it is the form.
  fileprivate var geneva: RuntimeSettings.Geneva? {
    guard text("metricFormat") == "Geneva" else { return nil }
    return .init(
      account: section("geneva")?.word("account") ?? "", namespace: section("geneva")?.word("namespace") ?? "")
  }

  fileprivate func reportGeneva(_ diagnostics: inout Diagnostics) {
    guard text("metricFormat") == "Geneva" else { return }
    for key in ["account", "namespace"] where section("geneva")?.word(key) == nil {
      diagnostics.report(
        .genevaIncomplete, at: section("geneva")?.position ?? position(of: "metricFormat"),
        "Geneva's form needs 'geneva.\(key)'", help: "add '\(key):' below 'geneva:'")
    }
  }
}
