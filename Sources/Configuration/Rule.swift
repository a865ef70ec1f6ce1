/// One rule of validation: a row, so that references can list what is checked and how Promitor takes it.
package final class Rule: Hashable, Sendable {
  /// Stable, for reports and annotations.
  package let id: String
  package let severity: Diagnostic.Severity
  /// What the rule finds.
  package let meaning: String
  /// What Promitor does in its place.
  package let promitor: String
  /// Whether `swath validate` alone reports it, as a pass does not need it.
  package let isAdvice: Bool

  private init(
    _ id: String, _ severity: Diagnostic.Severity, _ meaning: String, promitor: String, isAdvice: Bool = false
  ) {
    self.id = id
    self.severity = severity
    self.meaning = meaning
    self.promitor = promitor
    self.isAdvice = isAdvice
  }

  /// A rule that `swath validate` alone reports.
  private static func advice(
    _ id: String, _ severity: Diagnostic.Severity, _ meaning: String, promitor: String
  ) -> Rule {
    Rule(id, severity, meaning, promitor: promitor, isAdvice: true)
  }

  package static func == (one: Rule, other: Rule) -> Bool { one.id == other.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  private static let stops = "does not start"
  private static let silent = "says nothing"

  // Any file.
  static let malformed = Rule("yaml-malformed", .error, "the text is not YAML or not UTF-8", promitor: stops)
  static let excessive = Rule("yaml-excessive", .error, "the text is beyond a bound of size or depth", promitor: silent)
  static let duplicateKey = Rule("duplicate-key", .error, "a key stands twice in one mapping", promitor: stops)
  static let keyIsNoText = Rule("key-no-text", .error, "a key, or what << merges, is of a wrong kind", promitor: stops)
  static let moreDocuments = Rule("more-documents", .warning, "only the first document is read", promitor: silent)
  static let unknownKey = Rule(
    "unknown-key", .warning, "the mapping has no such key", promitor: "warns in the metrics declaration alone")
  static let missingKey = Rule("missing-key", .error, "a required key is missing", promitor: stops)
  static let wrongKind = Rule(
    "wrong-kind", .error, "a text, mapping or list stands where another must", promitor: stops)
  static let badValue = Rule("bad-value", .error, "the value is not one of those allowed", promitor: stops)
  static let blankValue = Rule("blank-value", .error, "the value must not be blank", promitor: stops)
  static let outOfRange = Rule("out-of-range", .error, "the number is beyond its range", promitor: stops)
  static let ignoredValue = Rule(
    "ignored-value", .warning, "the value cannot be read, and what stands for an absent one is used", promitor: silent)
  static let notRead = Rule(
    "not-read", .warning, "the key has no meaning beside another", promitor: "warns, or nothing")
  static let deprecatedKey = Rule(
    "deprecated-key", .warning, "the key has a successor", promitor: "warns at each scrape")
  static let plainHTTP = Rule("plain-http", .error, "an address that gets secrets is not https", promitor: silent)

  // The metrics declaration.
  static let unknownType = Rule("unknown-resource-type", .error, "there is no such resource type", promitor: stops)
  static let badLength = Rule("bad-length", .error, "a length of time must be above zero", promitor: silent)
  static let noInterval = Rule(
    "no-interval", .warning, "neither metric nor defaults say an interval: 5 minutes", promitor: "fails each scrape")
  static let aggregationNone = Rule(
    "aggregation-none", .warning, "None is no aggregation: the average is asked for", promitor: "shows 0")
  static let blankDimension = Rule("blank-dimension", .warning, "a dimension without a name", promitor: silent)
  static let bothDimensions = Rule("both-dimensions", .error, "dimension beside dimensions", promitor: stops)
  static let duplicateMetric = Rule("duplicate-metric", .error, "two metrics have one name", promitor: stops)
  static let noResources = Rule("no-resources", .error, "neither resources nor discovery groups", promitor: stops)
  static let unknownGroup = Rule(
    "unknown-group", .warning, "a metric names a discovery group that is not declared", promitor: "logs it each time")
  static let groupOfOtherType = Rule(
    "group-of-other-type", .warning, "a metric of one type names a group of another", promitor: silent)
  static let tooManyDimensions = Rule("too-many-dimensions", .error, "the type allows one dimension", promitor: stops)
  static let entityDimension = Rule(
    "entity-dimension", .error, "the dimension of an entity, and an entity to narrow it to", promitor: stops)
  static let twoEntities = Rule("two-entities", .error, "queueName beside topicName", promitor: stops)
  static let runbookMetric = Rule(
    "runbook-metric", .error, "a runbook of a metric that is not TotalJob", promitor: stops)
  static let wholeOfEntity = Rule(
    "whole-of-entity", .warning, "an entity of a metric that Azure does not split by entity",
    promitor: "fails each scrape")
  static let unusedDimensions = Rule(
    "unused-dimensions", .warning, "dimensions that an entity takes the place of", promitor: silent)
  static let queueMetric = Rule("queue-metric", .error, "a storage queue has no such metric", promitor: stops)
  static let noSecret = Rule("no-secret", .error, "a secret without text and variable", promitor: stops)
  static let bothSecrets = Rule("both-secrets", .warning, "a secret with text and variable", promitor: "warns")
  static let noResult = Rule("no-result", .error, "a query without 'project result'", promitor: stops)

  static let secretNotSet = Rule(
    "secret-not-set", .note, "the variable of a secret is not set", promitor: stops)
  static let duplicateResource = Rule(
    "duplicate-resource", .warning, "a metric names a resource twice", promitor: "asks twice")
  static let noLogAnalytics = Rule(
    "no-log-analytics", .error, "queries, and a custom cloud without the address of Log Analytics", promitor: stops)
  static let cloudWithoutLogs = Rule(
    "cloud-without-logs", .warning, "queries in a cloud of which no Log Analytics is known",
    promitor: "fails each scrape")
  static let familyCollision = Rule(
    "family-collision", .error, "two metrics become one name in Prometheus", promitor: "fails at each write")
  static let familyName = advice(
    "family-name", .warning, "Prometheus does not take the metric's name as it is", promitor: "fails at each write")
  static let familyTaken = advice(
    "family-taken", .warning, "the name belongs to Swath or to node_exporter", promitor: silent)
  static let labelName = advice(
    "label-name", .warning, "Prometheus does not take the label's name as it is", promitor: "fails at each write")
  static let labelTaken = advice(
    "label-taken", .warning, "a label of higher precedence has the name", promitor: "warns at each write")
  static let unknownMetric = advice(
    "unknown-metric", .warning, "the catalog has no such metric of the type", promitor: "fails each scrape")
  static let unknownDimension = advice(
    "unknown-dimension", .warning, "the catalog has no such dimension of the metric", promitor: "fails each scrape")
  static let shortInterval = advice(
    "short-interval", .warning, "the interval is shorter than the metric's shortest grain",
    promitor: "takes the nearest grain")
  static let oddInterval = advice(
    "odd-interval", .warning, "no metric of Azure has buckets of the interval", promitor: "takes the nearest grain")
  static let denseSchedule = advice(
    "dense-schedule", .note, "a metric is due more often than its interval gives news", promitor: "shows the same again"
  )

  static let audienceHasNoRegion = Rule(
    "audience-has-no-region", .warning, "metricsClientAudience has no place for a region", promitor: "fails each batch")

  // The discovery declaration.
  static let duplicateGroup = Rule("duplicate-group", .error, "two groups have one name", promitor: stops)
  static let duplicateSubscription = Rule(
    "duplicate-subscription", .warning, "a subscription or management group stands twice", promitor: stops)
  static let noSubscriptions = Rule(
    "no-subscriptions", .error, "there is no subscription or management group to look in", promitor: stops)
  static let bothScopes = Rule("both-scopes", .error, "subscriptions beside management groups", promitor: silent)
  static let groupWithoutType = Rule(
    "group-without-type", .error, "a group has neither type nor types", promitor: "answers 501")
  static let bothTypes = Rule("both-types", .error, "type beside types", promitor: "reads type alone")
  static let duplicateType = Rule(
    "duplicate-type", .warning, "a type stands twice in a group", promitor: "does not know the key")
  static let typesOfAgent = advice(
    "types-of-agent", .warning, "a group of several types, where the discovery agent is asked",
    promitor: "does not know the key")
  static let badPredicate = Rule(
    "bad-predicate", .error, "a predicate could be more than a condition", promitor: silent)
  static let notDiscoverable = Rule(
    "not-discoverable", .error, "resources of the type cannot be discovered", promitor: "answers 501")

  static let unusedGroup = advice(
    "unused-group", .note, "no metric names the discovery group", promitor: silent)

  // The runtime file.
  static let noClientSecret = advice(
    "no-client-secret", .note, "a service principal without a secret", promitor: stops)
  static let unusedCredential = advice(
    "unused-credential", .warning, "what the mode of signing in does not use", promitor: silent)
  static let nothingDiscovered = advice(
    "nothing-discovered", .warning, "tags or the landscape are wanted, and nothing is discovered",
    promitor: "does not know the keys")
  static let halfSecretFile = Rule("half-secret-file", .warning, "only one part of the secret file", promitor: silent)
  static let noIdentity = Rule("no-identity", .warning, "a service principal without an id", promitor: stops)
  static let genevaIncomplete = Rule(
    "geneva-incomplete", .error, "Geneva without account or namespace", promitor: stops)

  static let noMappings = Rule("no-mappings", .error, "a page without a mapped metric", promitor: stops)
  static let duplicateMapping = Rule("duplicate-mapping", .error, "two mappings have one id", promitor: stops)
  static let metricMappedTwice = Rule(
    "metric-mapped-twice", .warning, "two mappings show one metric", promitor: "fails at each write")
  static let unknownMappedMetric = Rule(
    "unknown-mapped-metric", .error, "a mapping names a metric that is not declared", promitor: stops)
  static let mappedSeries = Rule(
    "mapped-series", .error, "a mapped metric has several resources", promitor: stops)
  static let mappedDimensions = Rule(
    "mapped-dimensions", .warning, "a mapped metric is split by dimensions", promitor: "shows one of them")

  /// Every rule, by what it is about, in the order of the reference.
  package static let groups: [(name: String, rules: [Rule])] = [
    ("any file", ofFiles), ("the metrics declaration", ofDeclarations), ("the discovery declaration", ofDiscovery),
    ("the runtime file", ofRuntime),
  ]
  package static let all = groups.flatMap(\.rules)

  private static let ofFiles = [
    malformed, excessive, duplicateKey, keyIsNoText, moreDocuments, unknownKey, missingKey, wrongKind, badValue,
    blankValue, outOfRange, ignoredValue, notRead, deprecatedKey, plainHTTP,
  ]
  private static let ofDeclarations = [
    unknownType, badLength, noInterval, aggregationNone, blankDimension, bothDimensions, duplicateMetric, noResources,
    unknownGroup, groupOfOtherType, tooManyDimensions, entityDimension, twoEntities, runbookMetric, wholeOfEntity,
    unusedDimensions, queueMetric, noSecret, bothSecrets, secretNotSet, noResult, duplicateResource, noLogAnalytics,
    cloudWithoutLogs, audienceHasNoRegion, familyCollision, familyName, familyTaken, labelName, labelTaken,
    unknownMetric, unknownDimension, shortInterval, oddInterval, denseSchedule,
  ]
  private static let ofDiscovery = [
    duplicateGroup, duplicateSubscription, noSubscriptions, bothScopes, groupWithoutType, bothTypes, duplicateType,
    notDiscoverable, badPredicate, typesOfAgent, unusedGroup,
  ]
  private static let ofRuntime = [
    halfSecretFile, noIdentity, noClientSecret, unusedCredential, nothingDiscovered, genevaIncomplete, noMappings,
    duplicateMapping, metricMappedTwice, unknownMappedMetric, mappedSeries, mappedDimensions,
  ]
}
