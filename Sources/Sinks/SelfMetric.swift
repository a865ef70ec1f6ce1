/// A metric that Swath publishes about itself, or in Promitor's name about its work: one row a family.
///
/// This table is the only place that knows their names, labels and order; `jobs/metrics.md` is made of it. Rows that
/// begin with `promitor_` have the names and labels of Promitor's agents, so that dashboards keep working. Counters are
/// those that the snapshot carries from pass to pass; a process that ends keeps none itself.
package struct SelfMetric: Sendable {
  package let name: String
  package let help: String
  /// Names of its labels, in descending order as in all of the text.
  package let labels: [String]
  /// When it is there.
  package let shown: String
  /// Its type in the text format.
  let type: StaticString

  private init(
    _ name: String, labels: [String] = [], _ help: String, shown: String = "always", isHistogram: Bool = false
  ) {
    self.name = name
    self.help = help
    self.labels = labels
    self.shown = shown
    type = isHistogram ? "histogram" : name.hasSuffix("_total") ? "counter" : "gauge"
  }

  private static let scrapeLabels = [
    "tenant_id", "subscription_id", "resource_type", "resource_name", "resource_group", "metric_name",
  ]
  private static let scrapesShown = "for each metric and resource; `selfMetrics.scrapeOutcome` can make it fewer"

  static let scrapeSuccess = SelfMetric(
    "promitor_scrape_success", labels: scrapeLabels,
    "Whether the last attempt to read the metric of the resource succeeded (1) or not (0)", shown: scrapesShown)
  static let scrapeError = SelfMetric(
    "promitor_scrape_error", labels: scrapeLabels,
    "Whether the last attempt to read the metric of the resource failed (1) or not (0)", shown: scrapesShown)
  static let batchSize = SelfMetric(
    "promitor_batch_size", labels: ["tenant_id", "subscription_id", "resource_type", "metric_name", "is_batch"],
    "Resources of a batch in which Azure was asked for the metric, for all batches since the snapshot began",
    shown: "for each metric that getBatch was asked for; `is_batch` is always 1", isHistogram: true)
  static let armRateLimit = SelfMetric(
    "promitor_ratelimit_arm", labels: ["tenant_id", "subscription_id", "app_id"],
    "Calls left before Azure Resource Manager throttles reads of the subscription",
    shown: "for each subscription of which an answer told it")
  static let armThrottled = SelfMetric(
    "promitor_ratelimit_arm_throttled", labels: ["tenant_id", "subscription_id", "app_id"],
    "Whether a call of the last pass about the subscription ended throttled by Azure Resource Manager (1) or none (0)",
    shown: "for each subscription that Azure Resource Manager was asked about")
  private static let graphLabels = ["tenant_id", "cloud", "auth_mode", "app_id"]
  private static let graphShown = "where the pass asked Resource Graph"
  static let graphRemaining = SelfMetric(
    "promitor_ratelimit_resource_graph_remaining", labels: graphLabels,
    "Calls left before Azure Resource Graph throttles", shown: graphShown)
  static let graphThrottled = SelfMetric(
    "promitor_ratelimit_resource_graph_throttled", labels: graphLabels,
    "Whether Azure Resource Graph throttled the last pass (1) or not (0)", shown: graphShown)
  private static let landscapeShown = "where `selfMetrics.landscape` says so, from the first shard alone"
  static let subscriptionInfo = SelfMetric(
    "promitor_azure_landscape_subscription_info",
    labels: [
      "tenant_id", "subscription_name", "subscription_id", "state", "spending_limit", "quota_id", "authorization",
    ], "A subscription that discovery can see; always 1", shown: landscapeShown)
  static let resourceGroupInfo = SelfMetric(
    "promitor_azure_landscape_resource_group_info",
    labels: ["tenant_id", "subscription_id", "resource_group_name", "region", "provisioning_state", "managed_by"],
    "A resource group that discovery can see; always 1", shown: landscapeShown)

  /// It stands among the users' metrics, with the labels of the chosen tags beside these.
  static let resourceInfo = SelfMetric(
    "swath_resource_info",
    labels: [
      "tenant_id", "subscription_id", "sku", "resource_uri", "resource_type", "resource_group", "region", "kind",
      "instance_name",
    ], "What is known of a resource beside its metrics, which join by resource_uri; always 1",
    shown: "in `swath.prom`, for each resource, where `labels.resourceInfo` says so; the tags are labels too")

  static let buildInfo = SelfMetric("swath_build_info", labels: ["version"], "The version of Swath that ran")
  static let passStart = SelfMetric(
    "swath_pass_start_timestamp_seconds", "When the last pass began, in seconds since 1970 UTC")
  static let passDuration = SelfMetric("swath_pass_duration_seconds", "How long the last pass took until it wrote")
  static let passProcessorTime = SelfMetric(
    "swath_pass_cpu_seconds", "Processor time that the last pass used until it wrote")
  static let passComplete = SelfMetric(
    "swath_pass_complete", "Whether every planned series of the last pass got what it was due (1) or not (0)")
  static let series = SelfMetric(
    "swath_pass_series", labels: ["reason", "outcome"],
    "Planned series of the last pass by the outcome in which they ended and its reason",
    shown: "for each outcome, also with 0, and for each reason that there was")
  static let samples = SelfMetric("swath_pass_samples", "Samples shown after the last pass")
  static let truncated = SelfMetric(
    "swath_pass_truncated",
    "Metrics of a resource that had as many series in the last pass as their limit allows; others are not shown")
  static let newestBucket = SelfMetric(
    "swath_metric_newest_bucket_timestamp_seconds", labels: ["metric_name"],
    "End of the newest bucket shown of the metric, in seconds since 1970 UTC", shown: "for each metric with a value")
  static let latePoints = SelfMetric(
    "swath_points_late_total", "Points that first came after their bucket was final, since the snapshot began")
  static let revisedPoints = SelfMetric(
    "swath_points_revised_total",
    "Points whose value was another one when they were asked for again, since the snapshot began")

  static let discovered = SelfMetric(
    "swath_discovery_resources", labels: ["group"], "Resources in the list of the discovery group that was used",
    shown: "for each group that is used")
  static let discoveryAge = SelfMetric(
    "swath_discovery_age_seconds", labels: ["group"], "How long before the last pass that list was found",
    shown: "for each group that is used")
  static let discoveredBefore = SelfMetric(
    "swath_discovery_previous_resources", labels: ["group"],
    "Resources in the list of the discovery group that was used before the last pass", shown: "for each group")
  static let discoveryKept = SelfMetric(
    "swath_discovery_kept_resources", labels: ["reason", "group"],
    "Resources that Azure left out and that are kept: of subscriptions without an answer, and where most vanished",
    shown: "for each group and reason, also with 0")
  static let discoveryUnfinished = SelfMetric(
    "swath_discovery_unfinished_resources", labels: ["group"],
    "Resources of a new list of the discovery group that takes more than one pass", shown: "for each group, also with 0"
  )
  static let unansweredSubscriptions = SelfMetric(
    "swath_discovery_unanswered_subscriptions", "Subscriptions that Azure leaves out of discovery without a word",
    shown: "where there are groups")

  static let requests = SelfMetric(
    "swath_pass_requests", labels: ["result", "api"], "Requests of the last pass by API and class of answer",
    shown: "for each API and class, also with 0")
  static let retries = SelfMetric("swath_pass_retries", "Requests of the last pass that were tried again")
  static let largestInFlight = SelfMetric(
    "swath_pass_requests_in_flight_max", "The most requests under way at a time in the last pass")
  static let receivedBytes = SelfMetric(
    "swath_pass_received_bytes", "Bytes of answers received in the last pass, as they came over the wire")
  static let rateLimit = SelfMetric(
    "swath_ratelimit_remaining", labels: ["tenant_id", "subscription_id", "quota"],
    "The smallest number of calls left that an answer of the last pass told, by the header that tells it",
    shown: "for each quota of which an answer told it")

  static let outboxFiles = SelfMetric(
    "swath_outbox_files", labels: ["output"], "Files in the outbox that no receiver has accepted yet",
    shown: "for each output")
  static let outboxBytes = SelfMetric(
    "swath_outbox_bytes", labels: ["output"], "Size of the files in the outbox that no receiver has accepted yet",
    shown: "for each output")
  static let outboxDropped = SelfMetric(
    "swath_outbox_dropped_files", labels: ["output"],
    "Files that the last pass dropped unsent, as the outbox holds 256 MiB and 24 hours", shown: "for each output")

  static let configurationWarnings = SelfMetric(
    "swath_configuration_warnings", "Warnings about the configuration")

  /// Every row by what it is about, in the order of the output.
  package static let groups: [(name: String, metrics: [SelfMetric])] = [
    (
      "Promitor",
      [
        scrapeSuccess, scrapeError, batchSize, armRateLimit, armThrottled, graphRemaining, graphThrottled,
        subscriptionInfo, resourceGroupInfo,
      ]
    ),
    (
      "passes",
      [
        buildInfo, passStart, passDuration, passProcessorTime, passComplete, series, samples, truncated, newestBucket,
        latePoints, revisedPoints,
      ]
    ),
    (
      "discovery",
      [discovered, discoveryAge, discoveredBefore, discoveryKept, discoveryUnfinished, unansweredSubscriptions]
    ),
    ("requests", [requests, retries, largestInFlight, receivedBytes, rateLimit]),
    ("the outbox", [outboxFiles, outboxBytes, outboxDropped]),
    ("the configuration", [configurationWarnings]),
    ("resources", [resourceInfo]),
  ]

  /// Every row, in the order of the output.
  package static let all = groups.flatMap(\.metrics)
}
