package import Model

/// A metric of Azure Monitor, as far as it is known without asking Azure.
package struct KnownMetric: Hashable, Sendable {
  /// The name that Azure takes, in any case.
  package let name: String
  /// The spelling of Azure's API: `Count`, `MilliSeconds`, …
  package let unit: String
  /// The first that Microsoft's table lists. Azure computes the others too.
  package let primaryAggregation: Aggregation
  /// The length of the shortest buckets that Azure makes, in seconds.
  package let shortestGrain: Int
  /// The names of the dimensions that the metric can be split by, in the order of the table.
  package let dimensions: [String]

  package init(
    _ name: String, unit: String, primaryAggregation: Aggregation, shortestGrain: Int, dimensions: [String] = []
  ) {
    self.name = name
    self.unit = unit
    self.primaryAggregation = primaryAggregation
    self.shortestGrain = shortestGrain
    self.dimensions = dimensions
  }
}
