internal import Catalog
internal import Configuration
internal import Model

extension PlannedMetric {
  /// Under which name it is noted that Azure does not split the metric by a dimension, for resources of a type: beside
  /// the refusals of batches, which are believed for as long.
  package func refusal(of dimension: String, type: String) -> String {
    "dimension/\(type)/\(declaration.azureName.asciiLowercased)/\(dimension.asciiLowercased)"
  }

  /// Its dimensions that are left out, as far as that is noted.
  package func dropped(_ refusals: Set<String>) -> [String] {
    guard dropsDimensions else { return [] }
    return declaration.dimensions.filter { refusals.contains(refusal(of: $0, type: declaration.type.name)) }
  }
}

extension PlannedRequest {
  /// The request without the split by some dimensions, which its answer then has no values of; nil where it is not split
  /// by one of them, or is narrowed by it.
  package func unsplit(by dimensions: [String]) -> PlannedRequest? {
    var filter = FilterExpression(splittingBy: [])
    filter.merge(query.filter)
    for dimension in dimensions where !filter.unsplit(by: dimension) { return nil }
    var request = self
    request.query.filter = filter.text
    return request
  }
}
