/// How many resources the batches had in which Azure was asked for a metric: histograms, as Promitor keeps them.
package struct BatchSizes: Sendable, Equatable {
  /// The upper bounds of the buckets.
  package static let bounds = [1, 2, 4, 8, 16, 32, 64]
  /// By `Key.text`: the resources of all batches, then how many batches belong to each bucket and to none before it;
  /// the last are those beyond every bound.
  package private(set) var numbers: [String: [Int]] = [:]

  /// What the batches of one histogram share.
  package struct Key {
    /// The declared name.
    package let metric: String
    package let resourceType, subscriptionID: String

    package init(metric: String, resourceType: String, subscriptionID: String) {
      self.metric = metric
      self.resourceType = resourceType
      self.subscriptionID = subscriptionID
    }

    /// - `text`: that of another.
    package init(text: String) {
      let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      self.init(
        metric: parts.count > 2 ? parts[2] : "", resourceType: parts[0],
        subscriptionID: parts.count > 1 ? parts[1] : "")
    }

    /// The metric's name comes last, as it alone can be any text.
    package var text: String { "\(resourceType)\n\(subscriptionID)\n\(metric)" }
  }

  package init() {}

  /// - `numbers`: those of others; what are none are left out.
  package init(numbers: [String: [Int]]) {
    for (text, row) in numbers where row.count == Self.bounds.count + 2 && row.allSatisfy({ 0...(1 << 52) ~= $0 }) {
      self.numbers[text] = row
    }
  }

  /// Counts a batch.
  package mutating func add(_ size: Int, _ key: Key) {
    var row = Array(repeating: 0, count: Self.bounds.count + 2)
    row[0] = size
    row[1 + (Self.bounds.firstIndex { size <= $0 } ?? Self.bounds.count)] = 1
    add(row, key.text)
  }

  /// Counts what others have counted of metrics with these declared names.
  package mutating func add(_ other: BatchSizes, of metrics: Set<String>) {
    for (text, row) in other.numbers where metrics.contains(Key(text: text).metric) { add(row, text) }
  }

  private mutating func add(_ row: [Int], _ text: String) {
    guard var sum = numbers[text] else { return numbers[text] = row }
    for index in sum.indices { sum[index] += row[index] }
    numbers[text] = sum
  }
}
