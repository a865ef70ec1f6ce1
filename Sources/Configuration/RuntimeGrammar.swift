// The tables of the agents' runtime file. Names and words count in any case, as in .NET's configuration.

extension Grammar {
  /// The whole file; every key of Promitor's scraper and of its discovery agent is known.
  package static let runtime = Grammar(
    "the runtime configuration",
    [
      Key("authentication", .mapping(authentication), "how to sign in"),
      Key("server", .mapping(server), "how much runs at a time").promitor("does not start without it"),
      Key("concurrency", .mapping(concurrency), "how long a pass may last"),
      Key("metricsConfiguration", .mapping(metricsConfiguration), "where the metrics declaration is")
        .promitor("does not start without it"),
      Key("resourceDiscovery", .mapping(resourceDiscovery), "the discovery agent to ask"),
      Key("azureMonitor", .mapping(azureMonitor), "how Azure is asked"),
      Key("metricSinks", .mapping(metricSinks), "where metrics go"),
      Key("pass", .mapping(pass), "how much a pass may do").standing(.ownExtension),
      Key("labels", .mapping(labels), "what series tell of found resources").standing(.ownExtension),
      Key("selfMetrics", .mapping(selfMetrics), "what Swath tells of itself").standing(.ownExtension),
      Key("transport", .mapping(transport), "how servers are reached").standing(.ownExtension),
      Key("healthCheck", .mapping(healthCheck), "checks of the running agent"),
      Key("telemetry", .mapping(telemetry), "what is logged"),
      Key("cache", .mapping(cache), "how long discovered resources are kept")
        .promitor("has it in the discovery agent's file"),
    ])

  static let authentication = Grammar(
    "authentication",
    [
      Key(
        "mode", .choice(RuntimeSettings.Authentication.Mode.allCases.map(\.rawValue), numbered: true),
        .fallback("ServicePrincipal"), "who signs in"),
      Key("identityId", .text, .inherited("PROMITOR_AUTH_APPID"), "the application or client id"),
      Key("secretFilePath", .text, "the folder of the file that holds the secret"),
      Key("secretFileName", .text, "the name of the file that holds the secret, without its last line break")
        .promitor("takes the line break too"),
      Key("certificateFilePath", .text, "the PEM file of a certificate and its key, in place of a secret")
        .standing(.ownExtension),
    ])

  static let server = Grammar(
    "server",
    [
      Key("httpPort", .integer, "the port to listen on").standing(.withoutEffect(noServer)),
      Key("maxDegreeOfParallelism", .integer, .inherited("16"), "the most transfers in flight; 0 or less means 64")
        .promitor("takes 8 for each processor, and knows no bound for 0 or less"),
    ])

  static let concurrency = Grammar(
    "concurrency",
    [
      Key("mutexTimeoutSeconds", .integer, .inherited("50"), "the seconds that a pass may last").promitor("takes 90")
    ])

  static let pass = Grammar(
    "pass",
    [
      Key(
        "maxCalls", .integer(1...1_000_000_000),
        "the most calls for values; what does not fit goes first in the next pass"
      )
      .standing(.ownExtension),
      Key(
        "maxSeries", .integer(1...1_000_000_000),
        "the most series that are asked for; what does not fit goes first in the next pass"
      )
      .standing(.ownExtension),
      Key(
        "quotaShare", .number, .inherited("1"),
        "the part of each of Azure's quotas that may be used, so that others have the rest: 0.5 for half"
      )
      .standing(.ownExtension),
      Key(
        "discoveryShare", .number, .inherited("0.3"),
        "the part of a pass's time in which groups are discovered; what does not fit goes on in the next pass"
      )
      .standing(.ownExtension),
      Key(
        "suddenLoss", .number, .inherited("0.5"),
        "where more than this part of a group's resources, and at least 5, vanish at once, Azure must say so twice; 1 "
          + "takes its word at once"
      )
      .standing(.ownExtension),
      Key(
        "batchPrice", .number, .inherited("0.01"),
        "the price of 1,000 calls of getBatch in US dollars, for `swath plan`; the default is that of November 2024"
      )
      .standing(.ownExtension),
    ])

  static let metricsConfiguration = Grammar(
    "metricsConfiguration", [Key("absolutePath", .text, "the path of the metrics declaration").notBlank])

  static let resourceDiscovery = Grammar(
    "resourceDiscovery",
    [
      Key("host", .text, "the discovery agent's host; it is asked where there is no discovery declaration"),
      Key("port", .integer(1...65_535), .inherited("80"), "the discovery agent's port"),
      Key(
        "always", .boolean, .inherited("false"), "whether it is asked although there is a discovery declaration"
      )
      .standing(.ownExtension),
      Key("enabled", .boolean, "nothing").standing(.withoutEffect("Promitor's documentation has it, its code has not")),
    ])

  static let azureMonitor = Grammar(
    "azureMonitor",
    [
      Key("integration", .mapping(integration), "how metrics are asked for"),
      Key("logging", .mapping(azureLogging), "logging of requests").standing(.withoutEffect("see --log-level")),
    ])

  static let integration = Grammar(
    "azureMonitor.integration",
    [
      Key("useAzureMonitorSdk", .boolean, "the library to use").standing(.withoutEffect("Swath has its own")),
      Key("history", .mapping(history), "how far to look back"),
      Key("metricsBatching", .mapping(metricsBatching), "asking for many resources at once"),
      Key(
        "queryShape", .choice(RuntimeSettings.QueryShape.allCases.map(\.rawValue)), .inherited("metricsBatching"),
        "whether a call is about one resource, a batch (billed), or all of a type in a subscription and region"
      )
      .standing(.ownExtension),
    ] + Timing.keys() + [UnusableDimension.key()])

  static let history = Grammar(
    "azureMonitor.integration.history",
    [
      Key("startingFromInHours", .integer, .inherited("12"), "the hours to look back"),
      Key("startingFromOffset", .timeSpan, "the time to look back, instead of the hours")
        .promitor("does not document it"),
    ])

  static let metricsBatching = Grammar(
    "azureMonitor.integration.metricsBatching",
    [
      Key("enabled", .boolean, .inherited("false"), "whether many resources are asked at once"),
      Key("maxBatchSize", .integer, .inherited("50"), "the most resources of a call; 0 means 50")
        .promitor("fails each run where it is 0 or absent"),
      Key(
        "maxCostPerDay", .number,
        "the most that batches may cost from midnight to midnight UTC in US dollars, by `pass.batchPrice`; what does not "
          + "fit is asked for by resource, and without it `queryShape: auto` makes no batches"
      )
      .standing(.ownExtension),
      Key("azureRegion", .text, "the region to ask").standing(.withoutEffect("each region is asked for its own")),
    ])

  static let azureLogging = Grammar(
    "azureMonitor.logging",
    [
      Key("isEnabled", .boolean, "whether requests are logged").standing(.withoutEffect("see --log-level")),
      Key("informationLevel", .choice(["Basic", "Headers", "Body", "BodyAndHeaders"], numbered: true), "how much")
        .standing(.withoutEffect("see --log-level")),
    ])

  static let metricSinks = Grammar(
    "metricSinks",
    [
      Key("prometheusScrapingEndpoint", .mapping(prometheusEndpoint), "the Prometheus text"),
      Key("prometheusTextfile", .mapping(prometheusTextfile), "where the Prometheus text lies")
        .standing(.ownExtension),
      Key("openTelemetryCollector", .mapping(openTelemetry), "OpenTelemetry"),
      Key("statsd", .mapping(statsd), "StatsD"),
      Key("atlassianStatuspage", .mapping(statuspage), "Atlassian Statuspage"),
    ])

  static let prometheusEndpoint = Grammar(
    "metricSinks.prometheusScrapingEndpoint",
    [
      Key("baseUriPath", .text, .inherited("/metrics"), "the path at which `swath api` shows it").notBlank,
      Key(
        "metricUnavailableValue", .number,
        "what stands for a missing value, of each series that Azure answers with; absent, nothing does"
      )
      .promitor("takes NaN"),
      Key(
        "enableMetricTimestamps", .boolean, .inherited("false"),
        "Azure's own times on the samples that `swath api` shows; node_exporter refuses files that hold them"),
      Key("labels", .mapping(prometheusLabels), "how labels are written"),
    ])

  static let prometheusLabels = Grammar(
    "metricSinks.prometheusScrapingEndpoint.labels",
    [
      Key(
        "transformation", .choice(["None", "Lowercase"], numbered: true), .fallback("None"),
        "whether label values are lower-cased")
    ])

  static let prometheusTextfile = Grammar(
    "metricSinks.prometheusTextfile", [Key("directory", .text, "the folder of the .prom files").notBlank])

  static let openTelemetry = Grammar(
    "metricSinks.openTelemetryCollector",
    [
      Key("collectorUri", .url, "the collector's address: any makes files for an uploader, none or a blank one none"),
      Key(
        "protocol", .choice(["grpc", "http/protobuf", "http/json"]), .inherited("grpc at port 4317, else http/json"),
        "how points are sent"
      ).standing(.ownExtension),
      Key(
        "units", .choice(["none", "ucum"]), .inherited("none"),
        "whether metrics have Azure's units, as codes of UCUM; receivers that make Prometheus' names put them into those"
      ).standing(.ownExtension),
      Key("compression", .choice(["gzip", "none"]), .inherited("gzip"), "how what is sent is compressed")
        .standing(.ownExtension),
    ])

  static let statsd = Grammar(
    "metricSinks.statsd",
    [
      Key("host", .text, .required, "the receiver's host").notBlank,
      Key("port", .integer(1...65_535), .inherited("8125"), "the receiver's port"),
      Key("metricPrefix", .text, "what stands before each name"),
      Key(
        "keepPrefixDots", .boolean,
        "whether a dot at the end of metricPrefix stays, so that there are two, as Promitor's"
      )
      .standing(.ownExtension),
      Key(
        "metricFormat", .choice(["Default", "Geneva", "DogStatsD"], numbered: true), .fallback("Default"),
        "the form of a line; DogStatsD, with the labels as tags, is Swath's own"),
      Key("geneva", .mapping(geneva), "what Geneva's form holds"),
    ])

  static let geneva = Grammar(
    "metricSinks.statsd.geneva",
    [Key("account", .text, "the account"), Key("namespace", .text, "the namespace")])

  static let statuspage = Grammar(
    "metricSinks.atlassianStatuspage",
    [
      Key("pageId", .text, .required, "the id of the page").notBlank,
      Key("apiUrl", .url, .inherited("https://api.statuspage.io/v1"), "the address of the API").standing(.ownExtension),
      Key("systemMetricMapping", .list(statuspageMapping), .required, "which metric is shown as which"),
    ])

  static let statuspageMapping = Grammar(
    "the mapping",
    [
      Key("id", .text, .required, "the id of the system metric").notBlank,
      Key("promitorMetricName", .text, .required, "the name of the declared metric").notBlank,
      Key("labels", .stringMap, "labels, all of which a series must have to be shown").standing(.ownExtension),
      Key(
        "aggregate", .choice(RuntimeSettings.StatuspageSettings.Aggregate.allCases.map(\.rawValue)), .optional,
        "what is shown of several series"
      ).standing(.ownExtension),
      Key("scale", .number, "what values are multiplied by").standing(.ownExtension),
    ])

  static let selfMetrics = Grammar(
    "selfMetrics",
    [
      Key(
        "scrapeOutcome", .choice(RuntimeSettings.ScrapeOutcome.allCases.map(\.rawValue)), .fallback("resource"),
        "what promitor_scrape_success and promitor_scrape_error count"
      )
      .standing(.ownExtension),
      Key(
        "landscape", .boolean, .inherited("false"),
        "whether promitor_azure_landscape_… tell of all subscriptions and resource groups that discovery can see"
      )
      .standing(.ownExtension),
    ])

  static let transport = Grammar(
    "transport",
    [
      Key("certificateAuthority", .text, "a file, or a hashed folder, of the certificates to trust").notBlank
        .standing(.ownExtension)
    ])

  static let healthCheck = Grammar(
    "healthCheck",
    [
      Key(
        "enableScraperFreshnessHealthCheck", .boolean, .inherited("true"),
        "whether `swath api` finds an old pass unhealthy")
    ])

  static let telemetry = Grammar(
    "telemetry",
    [
      Key("defaultVerbosity", .choice(verbosities, numbered: true), .inherited("Error"), "the least level logged"),
      Key("containerLogs", .mapping(containerLogs), "what goes to stderr"),
      Key("applicationInsights", .mapping(applicationInsights), "what goes to Application Insights")
        .standing(.withoutEffect(noInsights)),
    ])

  static let containerLogs = Grammar(
    "telemetry.containerLogs",
    [
      Key("isEnabled", .boolean, "whether there is a log").standing(.withoutEffect("stderr is always written")),
      Key("verbosity", .choice(verbosities, numbered: true), .inherited("telemetry.defaultVerbosity"), "the level"),
    ])

  static let applicationInsights = Grammar(
    "telemetry.applicationInsights",
    [
      Key("isEnabled", .boolean, "whether it is used").standing(.withoutEffect(noInsights)),
      Key("verbosity", .choice(verbosities, numbered: true), "the level").standing(.withoutEffect(noInsights)),
      Key("instrumentationKey", .text, "the key to it").standing(.withoutEffect(noInsights)),
    ])

  static let cache = Grammar(
    "cache",
    [
      Key("enabled", .boolean, .inherited("true"), "whether discovered resources are kept"),
      Key("durationInMinutes", .integer, .inherited("5"), "for how many minutes"),
    ])

  /// In the order of .NET's numbers.
  private static let verbosities = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"]
  private static let noServer = "a pass listens on no port"
  private static let noInsights = "Swath logs to stderr alone"
}
