/// The series that have open buckets, or had a value lately and have none now: few of all that there are, in the order
/// of their targets.
package struct OpenSeries: Sendable, Equatable {
  package private(set) var rows: [Row] = []

  package init() {}

  /// A series of a target. Without dimensions it stands for the target as a whole.
  package struct Row: Sendable, Equatable {
    package var target: Int32
    package var dimensions: [String]
    package var buckets: OpenBuckets
    /// For how many buckets in a row it has had no value.
    package var silence: Int32

    package init(target: Int32, dimensions: [String] = [], buckets: OpenBuckets = OpenBuckets(), silence: Int32 = 0) {
      self.target = target
      self.dimensions = dimensions
      self.buckets = buckets
      self.silence = silence
    }
  }

  package var isEmpty: Bool { rows.isEmpty }

  /// Adds a row behind those of lower targets.
  package mutating func append(_ row: Row) { rows.append(row) }

  /// The rows of a target.
  package subscript(target: Int32) -> ArraySlice<Row> {
    guard !rows.isEmpty else { return [] }
    let first = place(target)
    var end = first
    while end < rows.count, rows[end].target == target { end += 1 }
    return rows[first..<end]
  }

  /// The same with the rows of some targets replaced by others, and those of targets that are no more left out.
  package func replacing(_ others: [Int32: [Row]], dropping isGone: (Int32) -> Bool) -> OpenSeries {
    var result = OpenSeries()
    result.rows = rows.filter { others[$0.target] == nil && !isGone($0.target) } + others.values.joined()
    result.rows.sort {
      $0.target == $1.target ? $0.dimensions.lexicographicallyPrecedes($1.dimensions) : $0.target < $1.target
    }
    return result
  }

  private func place(_ target: Int32) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].target < target { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
