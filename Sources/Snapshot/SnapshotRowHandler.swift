internal import Formats
internal import Model

/// Takes the rows of a snapshot from the tokenizer.
struct SnapshotRowHandler: JSONHandler {
  private(set) var rows: [SnapshotContent.TargetRow] = []
  private(set) var samples: SampleTable
  /// The series without a value.
  private(set) var absent: SampleTable
  /// What was found, by group.
  private(set) var found: [[FoundResource]]
  /// What was found of lists that are not whole, by group.
  private(set) var unfinished: [[FoundResource]]
  /// Whether something was not as it is written.
  private(set) var isFaulty = false

  /// The series with open buckets, by row.
  private(set) var open = OpenSeries()

  private enum List { case rows, open, unfinished, found }

  private let metrics: Int
  private let resources: Int
  private let limit: Int
  private var texts: [String] = []
  private var list = List.rows
  /// 1 in a list, 2 in a row, 3 in a sample.
  private var depth = 0
  private var numbers: [Double] = []
  private var sample: [Double] = []
  private var dimensions: [String] = []
  private var isRowKept = false

  init(metrics: Int, resources: Int, rows limit: Int, groups: Int, unfinished: Int) {
    self.unfinished = Array(repeating: [], count: unfinished)
    found = Array(repeating: [], count: groups)
    self.metrics = metrics
    self.resources = resources
    self.limit = limit
    samples = SampleTable(targets: limit)
    absent = SampleTable(targets: limit)
    rows.reserveCapacity(limit)
    samples.reserveForEach()
  }

  mutating func key(_ name: borrowing Span<UInt8>) -> Bool {
    if name.equals("rows") {
      list = .rows
    } else if name.equals("open") {
      list = .open
    } else if name.equals("unfinished") {
      list = .unfinished
    } else if name.equals("found") {
      list = .found
    } else {
      return false
    }
    return true
  }

  mutating func beginObject() { if depth > 0 { isFaulty = true } }
  mutating func endObject() {}
  mutating func literal(_ literal: JSONLiteral) {
    if literal == .null, depth == 3 { sample.append(.nan) } else { isFaulty = true }
  }

  mutating func beginArray() {
    depth += 1
    switch depth {
    case 1: break
    case 2:
      numbers.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
      isRowKept = false
    case 3:
      if list != .rows { isFaulty = true }
      if !isRowKept { keepRow() }
      sample.removeAll(keepingCapacity: true)
      dimensions = []
    default: isFaulty = true
    }
  }

  mutating func endArray() {
    switch depth {
    case 3: keepSample()
    case 2:
      switch list {
      case .found, .unfinished: keepFound()
      case .open: keepOpen()
      case .rows: if !isRowKept { keepRow() }
      }
    default: break
    }
    depth -= 1
  }

  mutating func number(_ text: borrowing Span<UInt8>) {
    let number = JSONNumber.double(text)
    if depth == 3 { sample.append(number) } else { numbers.append(number) }
  }

  mutating func string(_ text: borrowing Span<UInt8>) {
    if depth == 3 {
      dimensions.append(text.text)
    } else if list != .rows, depth == 2 {
      texts.append(text.text)
    } else {
      isFaulty = true
    }
  }

  private mutating func keepRow() {
    isRowKept = true
    guard rows.count < limit, numbers.count == 5, let metric = Int32(exactly: numbers[0]),
      let resource = Int32(exactly: numbers[1]), let outcome = UInt8(exactly: numbers[2]).flatMap(Outcome.init),
      let horizon = Int(exactly: numbers[3]), let refusals = Int16(exactly: numbers[4]), 0..<metrics ~= Int(metric),
      0..<resources ~= Int(resource)
    else {
      isFaulty = true
      return
    }
    let state = TargetState(outcome: outcome, horizon: horizon, refusals: refusals)
    rows.append(.init(metric: metric, resource: resource, state: state))
  }

  private mutating func keepFound() {
    let groups = list == .found ? found.indices : unfinished.indices
    guard numbers.count == 1, texts.count >= 3, let group = Int(exactly: numbers[0]), groups.contains(group) else {
      isFaulty = true
      return
    }
    let resource = FoundResource(
      id: texts[0], resourceGroup: texts[1], region: texts[2], details: Array(texts.dropFirst(3)))
    if list == .found { found[group].append(resource) } else { unfinished[group].append(resource) }
  }

  private mutating func keepOpen() {
    let numbers = numbers.compactMap { UInt32(exactly: $0) }
    guard numbers.count == 6, numbers.count == self.numbers.count, let row = Int32(exactly: numbers[0]), row < limit,
      row >= open.rows.last?.target ?? 0, let silence = Int32(exactly: numbers[5])
    else {
      isFaulty = true
      return
    }
    func mask(_ place: Int) -> UInt64 { UInt64(numbers[place]) << 32 | UInt64(numbers[place + 1]) }
    open.append(
      .init(
        target: row, dimensions: texts, buckets: OpenBuckets(once: mask(1), twice: mask(3)), silence: silence))
  }

  private mutating func keepSample() {
    guard !isFaulty, sample.count == 2, let start = Int(exactly: sample[0]), !sample[1].isInfinite else {
      isFaulty = true
      return
    }
    if sample[1].isNaN {
      absent.append(target: rows.count - 1, start: start, value: .nan, dimensions: dimensions)
    } else {
      samples.append(target: rows.count - 1, start: start, value: sample[1], dimensions: dimensions)
    }
  }
}
