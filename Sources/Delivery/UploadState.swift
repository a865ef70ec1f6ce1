internal import Formats
internal import System

/// What uploads leave to the next invocation: which receivers are left alone for a while, and how far into a file a
/// delivery has come. It is not the passes' snapshot, so that nobody waits for anybody.
struct UploadState: Equatable {
  /// By the names of outputs.
  var outputs: [String: Row] = [:]

  /// What is known of one output.
  struct Row: Equatable {
    /// How often in a row nothing could be delivered.
    var failures = 0
    /// Until when nothing is tried, in seconds since 1970 UTC.
    var notBefore = 0
    /// Why.
    var reason = ""
    /// The file of which so many requests were settled.
    var file = ""
    var settled = 0
    /// What `StatuspageSlots` remembers.
    var sent: [String: [Int]] = [:]

    /// The first pause after a failure, and the longest, in seconds.
    private static let pauses = (first: 30, longest: 900)

    /// Notes that a receiver takes nothing for now.
    ///
    /// - `wait`: the seconds that it asks for.
    mutating func fail(_ reason: String, now: Int, wait: Double?) {
      let pause = min(Self.pauses.first << min(failures, 10), Self.pauses.longest)
      // An uploader that runs every minute does not wait for its next turn after one failure.
      notBefore = now + max(failures == 0 ? 0 : pause, Int(min(wait ?? 0, 86_400)))
      failures = min(failures + 1, 1000)
      self.reason = reason
    }

    mutating func succeed() { (failures, notBefore, reason) = (0, 0, "") }
  }

  init() {}

  /// What cannot be read is begun anew: at worst a receiver gets points twice, with equal times.
  init(_ text: [UInt8]) {
    guard let document = try? JSONValue(text) else { return }
    for member in document.members ?? [] {
      let value = member.value
      var row = Row(
        failures: value["failures"]?.integer ?? 0, notBefore: value["notBefore"]?.integer ?? 0,
        reason: value["reason"]?.string ?? "", file: value["file"]?.string ?? "",
        settled: value["settled"]?.integer ?? 0)
      for metric in value["sent"]?.members ?? [] { row.sent[metric.name] = metric.value.array?.compactMap(\.integer) }
      outputs[member.name] = row
    }
  }

  var text: [UInt8] {
    var bytes: [UInt8] = []
    let members = outputs.sorted { $0.key < $1.key }.map { name, row in
      JSONValue.Member(
        name,
        .object([
          .init("failures", .number(Double(row.failures))), .init("notBefore", .number(Double(row.notBefore))),
          .init("reason", .string(row.reason)), .init("file", .string(row.file)),
          .init("settled", .number(Double(row.settled))),
          .init("sent", .object(row.sent.keys.sorted().map { .init($0, .numbers(row.sent[$0] ?? [])) })),
        ]))
    }
    bytes.append(indented: .object(members))
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

extension JSONValue {
  fileprivate static func numbers(_ numbers: [Int]) -> JSONValue { .array(numbers.map { .number(Double($0)) }) }
}
