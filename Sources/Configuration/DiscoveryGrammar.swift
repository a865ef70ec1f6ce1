// The tables of the resource discovery declaration. Names and words count in any case, as in .NET's configuration.

extension Grammar {
  /// The whole file.
  package static let discovery = Grammar(
    "the discovery declaration",
    [
      Key("version", .choice(["v1"]), .fallback("v1"), "the version of the format: v1").promitor("never looks at it"),
      Key("azureLandscape", .mapping(azureLandscape), .required, "where to look"),
      Key(
        "resourceDiscoveryDefaults", .mapping(discoveryDefaults), "what groups take where they do not say it themselves"
      )
      .standing(.ownExtension),
      Key("resourceDiscoveryGroups", .list(discoveryGroup), .required, "the groups to find"),
    ])

  static let azureLandscape = Grammar(
    "azureLandscape",
    [
      Key("tenantId", .text, .required, "the id of the Microsoft Entra tenant").notBlank,
      Key(
        "subscriptions", .textList(orWord: "all"),
        "the subscriptions to look in, or all that may be read; needed unless management groups are there"
      )
      .promitor("demands a list, and refuses one that stands twice in it"),
      Key("managementGroups", .textList, "the ids of the management groups to look in, with all that is below them")
        .standing(.ownExtension),
      Key("cloud", .choice(Clouds.names), .fallback("Global"), "the Azure cloud").promitor("takes Germany too"),
      Key("endpoints", .mapping(discoveryEndpoints), .required, "the addresses of a custom cloud")
        .when("cloud", is: "Custom"),
    ])

  static let discoveryEndpoints = Grammar(
    "azureLandscape.endpoints",
    [
      Key("authenticationEndpoint", .url(guarded: true), .required, "the address that gives tokens").notBlank,
      Key("resourceManagerEndpoint", .url(guarded: true), .required, "the address of Resource Graph").notBlank,
      Key("managementEndpoint", .url(guarded: true), .required, "the audience of its tokens").notBlank,
      Key("graphEndpoint", .url(guarded: true), "the address of the directory graph").standing(.withoutEffect(unused)),
      Key("metricsQueryAudience", .url(guarded: true), "the address of metrics").standing(.withoutEffect(unused)),
      Key("metricsClientAudience", .url(guarded: true), "the audience of batches").standing(.withoutEffect(unused)),
      Key("logAnalyticsEndpoint", .url(guarded: true), "the address of Log Analytics").standing(.withoutEffect(unused)),
      Key("storageEndpointSuffix", .text, "the end of storage host names").standing(.withoutEffect(unused)),
      Key("keyVaultSuffix", .text, "the end of key vault host names").standing(.withoutEffect(unused)),
    ])

  private static let unused = "discovery asks Resource Graph alone"

  static let discoveryGroup = Grammar(
    "the discovery group",
    [
      Key("name", .text, .required, "the name that metrics call it by").notBlank,
      Key("type", .resourceType, "the type of its resources; needed unless types are there")
        .promitor("starts with any, and answers 501 for those that it cannot discover"),
      Key("types", .textList, "types of resources, all found by one query; a metric takes those of its own type")
        .standing(.ownExtension),
      Key("subscriptions", .textList(orWord: "all"), "where to look in place of what azureLandscape says")
        .standing(.ownExtension),
      Key("managementGroups", .textList, "where to look in place of what azureLandscape says")
        .standing(.ownExtension),
    ] + discoveryDefaults.keys)

  static let discoveryDefaults = Grammar(
    "resourceDiscoveryDefaults",
    [
      Key("criteria", .mapping(discoveryCriteria), "what resources are chosen by"),
      Key("limit", .integer(1...Int.max), "the most resources; with more, the group counts as not found out")
        .standing(.ownExtension),
    ])

  static let discoveryCriteria = Grammar(
    "criteria",
    [
      Key("include", .mapping(includedResources), "what a resource must have"),
      Key("exclude", .mapping(excludedResources), "what a resource must not have: one of it is enough")
        .standing(.ownExtension),
      Key("predicate", .predicate, "what must hold beside all that, in KQL, such as properties.x == 'y'")
        .standing(.ownExtension),
    ])

  static let includedResources = Grammar(
    "criteria.include",
    [
      Key("subscriptions", .textList, "subscriptions, of which it must be in one"),
      Key("resourceGroups", .textList, "resource groups, of which it must be in one"),
      Key("regions", .textList, "regions, of which it must be in one"),
      Key(
        "tags", .stringMap,
        "tags, of which it must have one; values are regular expressions, put between ^ and $: write (a|b), not a|b"),
      tagsMatch,
      Key("names", .textList, "regular expressions, of which one must match its whole name").standing(.ownExtension),
    ])

  static let excludedResources = Grammar(
    "criteria.exclude",
    [
      Key("subscriptions", .textList, "subscriptions that it must not be in"),
      Key("resourceGroups", .textList, "resource groups that it must not be in"),
      Key("regions", .textList, "regions that it must not be in"),
      Key("tags", .stringMap, "tags that it must not have; values are regular expressions for the whole value"),
      tagsMatch, Key("names", .textList, "regular expressions, of which none may match its whole name"),
    ])

  // Without a fallback, so that what is absent can come from the defaults.
  private static let tagsMatch = Key(
    "tagsMatch", .choice(["any", "all"]), "whether any of the tags is meant, as where this is absent, or all of them"
  ).standing(.ownExtension)
}
