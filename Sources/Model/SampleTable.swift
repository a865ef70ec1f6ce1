/// The samples of a pass as flat columns: one row a value, the rows of one target chained in the order in which they
/// were added. A target is a declared metric of one resource; its number is its place in the plan.
@usableFromInline package struct SampleTable: Sendable {
  /// Start of the bucket in seconds since 1970 UTC.
  @usableFromInline package var starts: [UInt32] = []
  @usableFromInline package var values: [Double] = []
  /// Row of `combinations`, or -1 for a series without dimensions; shorter than the table where the rest has none.
  @usableFromInline package var dimensionRows: [Int32] = []
  /// The next row of the same target, or -1; shorter than the table where the rest has no next.
  @usableFromInline package var following: [Int32] = []
  /// The first row of each target, or -1; empty as long as there is no sample.
  @usableFromInline package var first: [Int32] = []
  /// The last row of each target, or -1; empty as long as none has two, and it is the first.
  private var last: [Int32] = []
  private let targets: Int
  /// The combinations of dimension values that occur, each once.
  @usableFromInline package var combinations: [[String]] = []
  private var combinationRows: [[String]: Int32] = [:]

  package init(targets: Int) {
    self.targets = targets
  }

  /// Makes room for a sample of each target.
  package mutating func reserveForEach() {
    starts.reserveCapacity(targets)
    values.reserveCapacity(targets)
  }

  /// The number of samples.
  package var count: Int { values.count }

  /// Adds a sample to a target; `dimensions` are its values in the order of the metric's dimensions.
  package mutating func append(target: Int, start: Int, value: Double, dimensions: [String] = []) {
    let row = Int32(values.count)
    if first.isEmpty {
      first = Array(repeating: -1, count: targets)
    }
    starts.append(UInt32(clamping: start))
    values.append(value)
    if !dimensions.isEmpty {
      let combination = combinationRow(dimensions)
      dimensionRows.append(contentsOf: repeatElement(-1, count: Int(row) - dimensionRows.count))
      dimensionRows.append(combination)
    }
    if first[target] < 0 {
      first[target] = row
      if !last.isEmpty { last[target] = row }
    } else {
      if last.isEmpty { last = first }
      following.append(contentsOf: repeatElement(-1, count: max(Int(last[target]) + 1 - following.count, 0)))
      following[Int(last[target])] = row
      last[target] = row
    }
  }

  /// Whether a target has a sample.
  package func hasSamples(target: Int) -> Bool { !first.isEmpty && first[target] >= 0 }

  /// The number of a target's samples.
  package func count(target: Int) -> Int {
    var count = 0
    forEach(target: target) { _, _, _ in count += 1 }
    return count
  }

  /// Calls `body` with each sample of a target.
  @inlinable package func forEach<Failure: Error>(
    target: Int, _ body: (_ start: Int, _ value: Double, _ dimensions: [String]) throws(Failure) -> Void
  ) throws(Failure) {
    var row = first.isEmpty ? -1 : Int(first[target])
    while row >= 0 {
      let dimensionRow = row < dimensionRows.count ? Int(dimensionRows[row]) : -1
      try body(Int(starts[row]), values[row], dimensionRow < 0 ? [] : combinations[dimensionRow])
      row = row < following.count ? Int(following[row]) : -1
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
