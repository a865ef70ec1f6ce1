/// One question to Azure Monitor about one resource, as `GET {resource}/providers/Microsoft.Insights/metrics` takes it.
package struct MetricsQuery: Hashable, Sendable {
  package var resource: ResourceID
  package var subscriptionID: String
  /// Metric names; Azure takes at most 20.
  package var metrics: [String]
  package var aggregations: AggregationSet
  /// Length of a bucket in seconds.
  package var interval: Int
  /// The window in seconds since 1970 UTC: a whole number of buckets on the interval's grid.
  package var window: Range<Int>
  /// The dimensions that the answer is split by, lower-cased, in the order in which their values are kept.
  package var dimensions: [String]
  /// The filter expression; "" for none.
  package var filter: String
  /// The largest number of series a metric may have in the answer.
  package var top: Int

  package init(
    resource: ResourceID, subscriptionID: String, metrics: [String], aggregations: AggregationSet, interval: Int,
    window: Range<Int>, dimensions: [String] = [], filter: String = "", top: Int = 10_000
  ) {
    self.resource = resource
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
