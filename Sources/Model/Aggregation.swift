/// How Azure folds the samples of one bucket into one number; the spellings are those of the `aggregation` query
/// parameter of Azure Monitor, which takes them in any case.
package enum Aggregation: UInt8, CaseIterable, Sendable {
  case average, minimum, maximum, total, count

  /// The member of a data point that holds the number, also the spelling in a query: `average`, `total`, …
  package var name: String {
    switch self {
    case .average: "average"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .total: "total"
    case .count: "count"
    }
  }
}

/// A set of aggregations, as one query can ask for several.
package struct AggregationSet: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package init(_ aggregation: Aggregation) {
    rawValue = 1 << aggregation.rawValue
  }

  package func contains(_ aggregation: Aggregation) -> Bool {
    rawValue & 1 << aggregation.rawValue != 0
  }

  /// The members in the order of `Aggregation`, which makes a query's text a function of the set.
  package var members: [Aggregation] {
    Aggregation.allCases.filter(contains)
  }
}
