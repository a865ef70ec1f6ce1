import Formats

/// JSON texts for tests: random documents, and bodies in the shape of metrics answers.
enum JSONGenerator {
  static func document(_ random: inout Seeded, depth: Int = 0) -> String {
    let blank = ["", "", "", " ", "\n\t "].randomElement(using: &random) ?? ""
    switch Int.random(in: (depth == 0 ? 5 : 0)..<(depth < 4 ? 9 : 6), using: &random) {
    case 0: return blank + (["null", "true", "false"].randomElement(using: &random) ?? "null")
    case 1, 2: return blank + number(&random)
    case 3, 4, 5: return blank + string(&random)
    case 6:
      return "["
        + (0..<Int.random(in: 0..<4, using: &random)).map { _ in document(&random, depth: depth + 1) }
        .joined(separator: blank + ",") + "]"
    default:
      return "{"
        + (0..<Int.random(in: 0..<4, using: &random)).map { _ in
          blank + string(&random) + blank + ":" + document(&random, depth: depth + 1)
        }.joined(separator: ",") + blank + "}"
    }
  }

  static func number(_ random: inout Seeded) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: "\(Int.random(in: -20...20, using: &random))"
    case 1: "\(Double(bitPattern: random.next() & ~(0x7FF << 52) | UInt64.random(in: 1...0x7FE, using: &random) << 52))"
    case 2: "\(Int.random(in: 0...999, using: &random)).\(Int.random(in: 0...999_999, using: &random))"
    case 3: "-0.\(Int.random(in: 0...99, using: &random))E+\(Int.random(in: 0...30, using: &random))"
    case 4: "\(UInt64.max)\(UInt64.max)"
    default: "1e-\(Int.random(in: 0...330, using: &random))"
    }
  }

  static func string(_ random: inout Seeded) -> String {
    let pieces = [
      "a", "timeStamp", "longer than eight bytes", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud83d\\ude00", "é", "€",
      "😀", "\\u0000", "\\b\\f\\r\\t", "Ж", " ", "\u{7F}", "\u{10FFFF}",
    ]
    return "\""
      + (0..<Int.random(in: 0..<5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined() + "\""
  }

  /// A text with one thing wrong, more often than not.
  static func mutated(_ text: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = text
    guard !bytes.isEmpty else { return bytes }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: at)
    case 2: bytes.insert(Array("{}[]\",:\\0e-.tnu \u{1}".utf8).randomElement(using: &random) ?? 0, at: at)
    case 3: bytes = Array(bytes[..<at])
    case 4: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
    default: bytes.insert(contentsOf: bytes[at...].prefix(Int.random(in: 1...9, using: &random)), at: at)
    }
    return bytes
  }

  /// An answer of the metrics API in small.
  static func answer(_ random: inout Seeded) -> String {
    let metrics = (0..<Int.random(in: 1..<4, using: &random)).map { metric in
      let series = (0..<Int.random(in: 0..<3, using: &random)).map { series in
        let points = (0..<Int.random(in: 0..<3, using: &random)).map { point in
          let value = Bool.random(using: &random) ? ",\"average\":\(number(&random))" : ""
          return "{\"timeStamp\":\"2026-11-24T12:0\(point):00Z\"\(value)}"
        }
        let name = "{\"value\":\"entityname\",\"localizedValue\":\(string(&random))}"
        return
          "{\"metadatavalues\":[{\"name\":\(name),\"value\":\"q\(series)\"}],\"data\":[\(points.joined(separator: ","))]}"
      }
      return """
        {"id":"/subscriptions/s/m\(metric)","type":"Microsoft.Insights/metrics","name":{"value":"M\(metric)",\
        "localizedValue":\(string(&random))},"unit":"Count","timeseries":[\(series.joined(separator: ","))],\
        "errorCode":"Success"}
        """
    }
    return #"{"cost":0,"timespan":"a/b","interval":"PT1M","value":["# + metrics.joined(separator: ",") + "]}"
  }
}
