/// The samples of a pass as flat columns: one row a value, the rows of one target chained in the order in which they
/// were added. A target is a declared metric of one resource; its number is its place in the plan.
@usableFromInline package struct SampleTable: Sendable {
  /// Start of the bucket in seconds since 1970 UTC.
  @usableFromInline package var starts: [Int] = []
  @usableFromInline package var values: [Double] = []
  /// Row of `dimensions`, or -1 for a series without dimensions.
  @usableFromInline package var dimensionRows: [Int32] = []
  @usableFromInline package var following: [Int32] = []
  @usableFromInline package var first: [Int32]
  private var last: [Int32]
  /// The combinations of dimension values that occur, each once.
  @usableFromInline package var combinations: [[String]] = []
  private var combinationRows: [[String]: Int32] = [:]

  package init(targets: Int) {
    first = Array(repeating: -1, count: targets)
    last = first
  }

  /// The number of samples.
  package var count: Int { values.count }

  /// Adds a sample to a target; `dimensions` are its values in the order of the metric's dimensions.
  package mutating func append(target: Int, start: Int, value: Double, dimensions: [String] = []) {
    let row = Int32(values.count)
    starts.append(start)
    values.append(value)
    dimensionRows.append(dimensions.isEmpty ? -1 : combinationRow(dimensions))
    following.append(-1)
    if last[target] < 0 { first[target] = row } else { following[Int(last[target])] = row }
    last[target] = row
  }

  /// Whether a target has a sample.
  package func hasSamples(target: Int) -> Bool { first[target] >= 0 }

  /// Calls `body` with each sample of a target.
  @inlinable package func forEach<Failure: Error>(
    target: Int, _ body: (_ start: Int, _ value: Double, _ dimensions: [String]) throws(Failure) -> Void
  ) throws(Failure) {
    var row = Int(first[target])
    while row >= 0 {
      let dimensionRow = Int(dimensionRows[row])
      try body(starts[row], values[row], dimensionRow < 0 ? [] : combinations[dimensionRow])
      row = Int(following[row])
    }
  }

  private mutating func combinationRow(_ dimensions: [String]) -> Int32 {
    if let row = combinationRows[dimensions] { return row }
    let row = Int32(combinations.count)
    combinations.append(dimensions)
    combinationRows[dimensions] = row
    return row
  }
}
