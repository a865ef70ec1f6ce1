import Catalog

// The tables of the metrics declaration, Promitor's format v1. Names are case-sensitive.

extension Grammar {
  /// The whole file.
  package static let declaration = Grammar(
    "the declaration",
    [
      Key("version", .choice(["v1"]), .required, "the version of the format: v1"),
      Key("azureMetadata", .mapping(azureMetadata), .required, "where the resources live"),
      Key("metricDefaults", .mapping(metricDefaults), .required, "what metrics inherit"),
      Key("metrics", .longList(metric), .required, "the metrics to collect"),
    ])

  static let azureMetadata = Grammar(
    "azureMetadata",
    [
      Key("tenantId", .text, .required, "the id of the Microsoft Entra tenant").notBlank,
      Key("subscriptionId", .text, .required, "the subscription of resources that name none").notBlank,
      Key("resourceGroupName", .text, .required, "the resource group of resources that name none").notBlank,
      Key("cloud", .choice(Clouds.names), .fallback("Global"), "the Azure cloud")
        .promitor("knows Germany and Unspecified, and refuses both"),
      Key("endpoints", .mapping(endpoints), .required, "the addresses of a custom cloud")
        .when("cloud", is: "Custom")
        .promitor("reads it only behind 'cloud' in the file"),
    ])

  static let endpoints = Grammar(
    "azureMetadata.endpoints",
    [
      Key("authenticationEndpoint", .url(guarded: true), .required, "the address that gives tokens").notBlank,
      Key("resourceManagerEndpoint", .url(guarded: true), .required, "the address of Azure Resource Manager").notBlank,
      Key("graphEndpoint", .url(guarded: true), .required, "the address of the directory graph").notBlank
        .standing(.withoutEffect("the directory is not asked")),
      Key("managementEndpoint", .url(guarded: true), .required, "the audience of Resource Graph's tokens").notBlank
        .standing(.withoutEffect("such tokens are for resourceManagerEndpoint")),
      Key("metricsQueryAudience", .url(guarded: true), .required, "the address of resource metrics").notBlank,
      Key("metricsClientAudience", .url(guarded: true), .required, "the audience of batched metrics").notBlank,
      Key("storageEndpointSuffix", .text, .required, "the end of storage host names").notBlank,
      Key("keyVaultSuffix", .text, .required, "the end of key vault host names").notBlank
        .standing(.withoutEffect("nothing is read from key vaults")),
      Key("logAnalyticsEndpoint", .url(guarded: true), "the address of Log Analytics").notBlank
        .promitor("fails each scrape of any metric without it"),
    ])

  static let metricDefaults = Grammar(
    "metricDefaults",
    [
      Key("aggregation", .mapping(defaultAggregation), "how values are aggregated"),
      Key("limit", .integer(limits), .inherited("10000"), "the most series that Azure sends for a resource").forgiving
        .promitor("says nothing of what it cannot read"),
      Key("labels", .stringMap, "labels of every metric"),
      Key("scraping", .mapping(scraping), .required, "when metrics are due"),
    ])

  static let defaultAggregation = Grammar(
    "metricDefaults.aggregation",
    [Key("interval", .timeSpan, .fallback("00:05:00"), "the length of a bucket")])

  static let scraping = Grammar(
    "scraping", [Key("schedule", .cron, .required, "a cron expression of 5 or 6 fields").notBlank])

  static let metric = Grammar(
    "the metric",
    [
      Key("name", .text, .required, "the name to publish it under").notBlank
        .promitor("fails to write what Prometheus does not take for a name"),
      Key("description", .text, .required, "the help text; may be blank"),
      Key("resourceType", .resourceType, .required, "the type of its resources"),
      Key("labels", .stringMap, "labels of this metric"),
      Key("azureMetricConfiguration", .mapping(azureMetric), .required, "what to ask Azure for")
        .unless("resourceType", is: "LogAnalytics"),
      Key("logAnalyticsConfiguration", .mapping(logAnalytics), .required, "the query to run")
        .when("resourceType", is: "LogAnalytics"),
      Key("scraping", .mapping(scraping), .inherited("metricDefaults.scraping"), "when it is due"),
      Key("resources", .resources(typeKey: "resourceType"), "the resources to ask")
        .promitor("asks for each as often as it is listed"),
      Key("resourceDiscoveryGroups", .list(named), "the discovery groups whose resources to ask"),
    ])

  static let azureMetric = Grammar(
    "azureMetricConfiguration",
    [
      Key("metricName", .text, .required, "the metric's name in Azure").notBlank,
      Key(
        "limit", .integer(limits), .inherited("metricDefaults.limit"), "the most series that Azure sends for a resource"
      )
      .forgiving.promitor("says nothing of what it cannot read"),
      Key("aggregation", .mapping(aggregation), .required, "how values are aggregated"),
      Key("dimensions", .list(named), "the dimensions to split by"),
      Key("dimension", .mapping(named), "the one dimension to split by")
        .deprecated("write it as the only item of 'dimensions'")
        .promitor("takes it rather than 'dimensions'"),
    ] + Timing.keys(inheritedFrom: "azureMonitor.integration")
      + [UnusableDimension.key(inheritedFrom: "azureMonitor.integration")])

  static let aggregation = Grammar(
    "azureMetricConfiguration.aggregation",
    [
      Key(
        "type", .choice(["None", "Average", "Count", "Minimum", "Maximum", "Total"], numbered: true), .required,
        "the aggregation; for None the average is taken"
      )
      .promitor("shows 0 for None"),
      Key("interval", .timeSpan, .inherited("metricDefaults.aggregation.interval"), "the length of a bucket"),
    ])

  static let logAnalytics = Grammar(
    "logAnalyticsConfiguration",
    [
      Key("query", .text, .required, "the query in KQL; it must end in 'project result'").notBlank,
      Key("aggregation", .mapping(logAggregation), "how far the query looks back"),
    ])

  static let logAggregation = Grammar(
    "logAnalyticsConfiguration.aggregation",
    [Key("interval", .timeSpan, .fallback("00:05:00"), "how far the query looks back")])

  /// A secret: one of the two, the variable before the text.
  static let secret = Grammar(
    "the secret",
    [
      Key("rawValue", .text, "the secret itself"),
      Key("environmentVariable", .text, "the environment variable that holds the secret"),
    ])

  /// A list item, or the deprecated single dimension, that is but a name.
  static let named = Grammar("the item", [Key("name", .text, .required, "the name")])

  /// The mapping of a declared resource of the type: its own keys, and the two that all have.
  static func resource(of type: ResourceType) -> Grammar? { resources[ObjectIdentifier(type)] }

  /// Every table, for references and tests over the whole grammar.
  package static let ofResources: [Grammar] = ResourceType.all.compactMap(resource(of:))

  private static let resources = Dictionary(
    uniqueKeysWithValues: ResourceType.all.map { type in
      let own = type.fields.map { field in
        let kind: Kind =
          field.isSecret
          ? .mapping(secret)
          : field.choices.isEmpty ? .text : .choice(field.choices.map(\.value), numbered: true)
        let presence: Presence =
          field.required ? .required : field.blankMeans.map(Presence.inherited) ?? .optional
        let key = Key(field.key, kind, presence, field.meaning)
        return field.required && field.choices.isEmpty ? key.notBlank : key
      }
      let common = [
        Key("subscriptionId", .text, .inherited("azureMetadata.subscriptionId"), "the resource's subscription"),
        Key("resourceGroupName", .text, .inherited("azureMetadata.resourceGroupName"), "the resource's group"),
      ]
      return (ObjectIdentifier(type), Grammar("the \(type.name) resource", own + common))
    })

  /// Azure Monitor sends no more series than this.
  private static let limits = 1...10_000
}
