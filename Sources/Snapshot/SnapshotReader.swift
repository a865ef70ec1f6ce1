internal import Formats
internal import Model

/// Reads the layout that `SnapshotFile` describes: the head by libjansson; `SnapshotReading` has the rest.
enum SnapshotReader {
  enum Fault: Error {
    case damaged(String)
    case newer(Int)
  }

  /// What the head says.
  struct Head {
    /// All but what the rest has.
    var content: SnapshotContent
    /// How many rows and how many open series follow.
    var rows = 0, open = 0
    /// How many resources follow, by group.
    var groupSizes: [Int] = [], unfinishedSizes: [Int] = []
  }

  static func content(_ bytes: [UInt8]) throws(Fault) -> SnapshotContent {
    var reading = SnapshotReading(size: bytes.count)
    try reading.feed(bytes.span)
    return try reading.finish()
  }

  /// Reads the head.
  ///
  /// - `line`: a document that holds nothing else.
  /// - `mostRows`: more rows than that cannot be in the file.
  static func head(_ line: [UInt8], mostRows: Int) throws(Fault) -> Head {
    let document: JSONValue
    do {
      document = try JSONValue(line)
    } catch {
      throw .damaged(error.description)
    }
    guard let head = document["swath-snapshot"], let version = head["version"]?.integer else {
      throw .damaged("it has no head")
    }
    if version > SnapshotFile.version { throw .newer(version) }
    guard let takenAt = head["takenAt"]?.integer, let isFrozen = head["frozen"]?.boolean,
      let metrics = head["metrics"]?.array, let resources = head["resources"]?.array,
      let groups = head["groups"]?.array,
      let rows = head["rows"]?.integer, 0...mostRows ~= rows
    else { throw .damaged("its head is not whole") }
    var content = SnapshotContent(takenAt: takenAt, isFrozen: isFrozen)
    content.pass = head["pass"]?.string ?? ""
    for metric in metrics {
      guard let name = metric["name"]?.string, let fingerprint = metric["fingerprint"]?.string,
        let lastAttempt = metric["lastAttempt"]?.integer
      else { throw .damaged("a metric in its head is not whole") }
      content.metrics.append(
        .init(name: name, fingerprint: fingerprint, lastAttempt: lastAttempt, figures: figures(metric)))
    }
    for refusal in head["batchRefusals"]?.array ?? [] {
      guard let subscription = refusal["subscription"]?.string, let until = refusal["until"]?.integer else {
        throw .damaged("a refusal in its head is not whole")
      }
      content.batchRefusals[subscription] = until
    }
    content.resources = resources.compactMap(\.string)
    guard content.resources.count == resources.count else { throw .damaged("a resource in its head is no text") }
    var groupSizes: [Int] = []
    for group in groups {
      guard let name = group["name"]?.string, let fingerprint = group["fingerprint"]?.string,
        let foundAt = group["foundAt"]?.integer, let size = group["resources"]?.integer
      else { throw .damaged("a group in its head is not whole") }
      content.groups.append(FoundGroup(name: name, fingerprint: fingerprint, foundAt: foundAt, resources: []))
      groupSizes.append(size)
    }
    // A snapshot from before they were kept has none.
    let totals = head["totals"]
    content.totals = PointTotals(late: totals?["late"]?.integer ?? 0, revised: totals?["revised"]?.integer ?? 0)
    if let billed = head["billed"]?.array, billed.count == 2, let day = billed[0].integer, let count = billed[1].integer
    {
      content.billed = BilledCalls(day: day, count: count)
    }
    content.batchSizes = batchSizes(head)
    content.passes = passes(head)
    content.digest = digest(head)
    readSettles(head, rows: rows, into: &content)
    content.calls = (head["calls"]?.array ?? []).compactMap { row in
      guard let parts = row.array, parts.count == 3, let api = parts[0].string, let planned = parts[1].integer,
        let made = parts[2].integer
      else { return nil }
      return .init(api: api, planned: planned, made: made)
    }
    content.refusals = (head["refused"]?.array ?? []).compactMap { refusal(of: $0, rows: rows) }
    let unfinishedSizes = readDiscovery(head["discovery"], into: &content.discovery)
    return Head(
      content: content, rows: rows, open: head["open"]?.integer ?? 0, groupSizes: groupSizes,
      unfinishedSizes: unfinishedSizes)
  }

  /// What is remembered of a refusal; what cannot be read is asked for again.
  private static func refusal(of value: JSONValue, rows: Int) -> RememberedRefusal? {
    guard let parts = value.array, parts.count == 6, let row = parts[0].integer, 0..<rows ~= row,
      let until = parts[1].integer, let times = parts[2].integer,
      let outcome = parts[3].string.flatMap(Outcome.init(name:)), let code = parts[4].string,
      let text = parts[5].string
    else { return nil }
    return RememberedRefusal(
      target: Int32(row), until: until, times: times, outcome: outcome, code: code, text: text)
  }

  /// What is learned of settles; what cannot be read of it is learned again.
  private static func readSettles(_ head: JSONValue, rows: Int, into content: inout SnapshotContent) {
    for settle in head["settles"]?.array ?? [] {
      guard let parts = settle.array, parts.count == 4, let recent = parts[0].integer, let before = parts[1].integer,
        let since = parts[2].integer,
        let key = parts[3].string
      else { continue }
      content.settles[key] = LearnedSettle(since: since, recent: recent, before: before)
    }
    for probe in head["probes"]?.array ?? [] {
      guard let row = probe["row"]?.integer, 0..<rows ~= row else { continue }
      let buckets = (probe["buckets"]?.array ?? []).compactMap { bucket -> SettleProbe.Bucket? in
        guard let parts = bucket.array, parts.count == 5, let start = parts[0].integer, let arrival = parts[1].integer,
          let change = parts[2].integer, let seen = parts[3].integer
        else { return nil }
        return .init(start: start, value: parts[4].number, arrival: arrival, change: change, seen: seen)
      }
      content.probes.append(
        SettleProbe(
          target: Int32(row), dimensions: probe["dimensions"]?.array?.compactMap(\.string), buckets: buckets))
    }
  }
}
