internal import Formats
internal import Model

// How large batches were, as it stands in the head: `"batches":{key:[sum, count…]…}`. What cannot be read of it is
// counted anew, as by a process that began anew.

extension SnapshotWriter {
  static func append(_ sizes: BatchSizes, to out: inout OutputBuffer) {
    out.append(",\"batches\":{")
    for (index, text) in sizes.numbers.keys.sorted().enumerated() {
      if index > 0 { out.append(",") }
      out.bytes.append(json: text)
      out.append(":")
      append(numbers: sizes.numbers[text] ?? [], to: &out)
    }
    out.append("}")
  }
}

extension SnapshotReader {
  static func batchSizes(_ head: JSONValue) -> BatchSizes {
    var numbers: [String: [Int]] = [:]
    for row in head["batches"]?.members ?? [] { numbers[row.name] = row.value.array?.compactMap(\.integer) }
    return BatchSizes(numbers: numbers)
  }
}
