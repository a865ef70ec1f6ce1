/// One question to Azure Monitor: about one resource, as `GET {resource}/providers/Microsoft.Insights/metrics` takes it,
/// or about several, as `POST …/metrics:getBatch` and `POST /subscriptions/…/providers/Microsoft.Insights/metrics` do.
package struct MetricsQuery: Hashable, Sendable {
  /// The resources that it is about: one, or several of one subscription; for getBatch up to 50.
  package var resources: [ResourceID]
  /// Where a batch is asked; nil for a question to the resource itself.
  package var batch: Batch?
  package var subscriptionID: String
  /// Metric names; Azure takes at most 20.
  package var metrics: [String]
  package var aggregations: AggregationSet
  /// Length of a bucket in seconds.
  package var interval: Int
  /// The window in seconds since 1970 UTC: a whole number of buckets on the interval's grid.
  package var window: Range<Int>
  /// How much of what is not final yet is asked for behind the window, in seconds, to see how it changes.
  package var preview = 0
  /// The dimensions that the answer is split by, lower-cased, in the order in which their values are kept.
  package var dimensions: [String]
  /// The filter expression; "" for none.
  package var filter: String
  /// The largest number of series a metric may have in the answer.
  package var top: Int

  /// What all resources of a batch share.
  package struct Batch: Hashable, Sendable {
    /// The region's name without blanks, lower-cased; `global` for resources of none.
    package var region: String
    /// The ARM type of the resources, lower-cased.
    package var namespace: String
    package var api: API

    package init(region: String, namespace: String, api: API = .dataPlane) {
      self.region = region
      self.namespace = namespace
      self.api = api
    }

    /// What answers questions about several resources.
    package enum API: Hashable, Sendable {
      /// getBatch, which takes a list of resources and is billed.
      case dataPlane
      /// The resource manager, which answers for every resource of the type in a subscription and region.
      case subscription
    }

    /// Under which names it may be noted that Azure refuses such questions: for the identity in a subscription, and
    /// for the type of the resources there; for getBatch in their region.
    package func refusals(in subscriptionID: String) -> [String] {
      let subscription = subscriptionID.asciiLowercased
      switch api {
      case .dataPlane: return [subscription, "\(subscription)/\(region)/\(namespace)"]
      case .subscription: return ["scope/\(subscription)", "scope/\(subscription)/\(namespace)"]
      }
    }
  }

  package init(
    resource: ResourceID, subscriptionID: String, metrics: [String], aggregations: AggregationSet, interval: Int,
    window: Range<Int>, dimensions: [String] = [], filter: String = "", top: Int = 10_000
  ) {
    resources = [resource]
    self.subscriptionID = subscriptionID
    self.metrics = metrics
    self.aggregations = aggregations
    self.interval = interval
    self.window = window
    self.dimensions = dimensions
    self.filter = filter
    self.top = top
  }
}
