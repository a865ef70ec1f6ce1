internal import Formats

/// Where the resources of each group stand among all that were found, so that some of them can be read without the rest.
struct FoundIndex {
  /// Of each group, in bytes from the first row on: where each `step`th of its rows begins, and where its last one ends.
  private(set) var places: [[Int]] = []
  /// The length of all rows.
  private(set) var length = 0

  static let step = 1000
  /// Stands behind the rows.
  static let mark = "\n],\n\"index\":"

  init() {}

  /// Notes a group by the lengths of its rows.
  mutating func append(rows: [Int]) {
    var own: [Int] = []
    for (number, row) in rows.enumerated() {
      if number.isMultiple(of: Self.step) { own.append(length) }
      length += row
    }
    places.append(own + [length])
  }

  /// Reads what stands behind the mark; nil where it is none.
  init?(_ text: ArraySlice<UInt8>) {
    guard let lists = try? JSONValue(Array(text)).array?.map({ ($0.array ?? []).compactMap(\.integer) }),
      let length = lists.first?.first, lists.allSatisfy({ $0 == $0.sorted() && 0...length ~= $0.last ?? -1 })
    else { return nil }
    self.length = length
    places = Array(lists.dropFirst())
  }

  func write(to out: inout OutputBuffer) {
    out.append(text: "\(Self.mark)[[\(length)]")
    for place in places {
      out.append(",")
      SnapshotWriter.append(numbers: place, to: &out)
    }
    out.append("]")
  }
}
