package import Formats
package import Model

/// What Azure says a metric of a resource supports.
///
/// Source: the answer of `GET {resource}/providers/Microsoft.Insights/metricDefinitions`.
package struct MetricDefinition: Equatable, Sendable {
  package var name: String
  package var namespace: String
  /// Azure's word, such as `Count` or `Percent`.
  package var unit: String
  /// The aggregation that Azure takes where a query names none; nil for one that is no number.
  package var primaryAggregation: Aggregation?
  package var aggregations: AggregationSet
  package var dimensions: [String]
  /// The lengths of buckets that can be asked for, in seconds.
  package var grains: [Int]

  /// The definitions of an answer's body.
  /// - Throws: `JSONError` where it is no JSON, or not of that shape.
  package static func all(_ body: [UInt8]) throws(JSONError) -> [MetricDefinition] {
    guard let values = try JSONValue(body)["value"]?.array else {
      throw JSONError(offset: 0, "there is no list of definitions in it")
    }
    var definitions: [MetricDefinition] = []
    for value in values {
      guard let name = value["name"]?["value"]?.string else { throw JSONError(offset: 0, "a definition has no name") }
      let texts = (value["supportedAggregationTypes"]?.array ?? []).compactMap(\.string)
      definitions.append(
        MetricDefinition(
          name: name, namespace: value["namespace"]?.string ?? "", unit: value["unit"]?.string ?? "Unspecified",
          primaryAggregation: value["primaryAggregationType"]?.string.flatMap(Aggregation.init(azure:)),
          aggregations: texts.compactMap(Aggregation.init(azure:)).reduce(into: []) { $0.insert(AggregationSet($1)) },
          dimensions: (value["dimensions"]?.array ?? []).compactMap { $0["value"]?.string },
          grains: (value["metricAvailabilities"]?.array ?? []).compactMap {
            $0["timeGrain"]?.string.flatMap(ISODuration.seconds)
          }))
    }
    return definitions
  }
}

extension Aggregation {
  /// An aggregation by Azure's spelling in any case; nil for `None`.
  package init?(azure text: String) {
    guard let found = Aggregation.allCases.first(where: { $0.name == text.lowercased() }) else { return nil }
    self = found
  }
}
