/// The shape of the labels of each of many series, in their order. Neighbours mostly share it, so that runs are kept: of
/// a million series of ten metrics there are ten.
struct ShapeRuns: Sendable {
  /// Where each run begins, and its shape.
  private var runs: [(start: Int32, shape: Int32)] = []
  private(set) var count = 0

  mutating func append(_ shape: Int32) {
    if runs.last?.shape != shape { runs.append((Int32(count), shape)) }
    count += 1
  }

  subscript(place: Int) -> Int32 {
    var (low, high) = (0, runs.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= place { low = middle } else { high = middle }
    }
    return runs[low].shape
  }
}
