internal import Formats
internal import Model

extension SnapshotWriter {
  /// What of discovery is under way or in doubt, as it stands in the head; the resources of unfinished groups stand
  /// behind the rows.
  static func append(_ memory: DiscoveryMemory, to out: inout OutputBuffer) {
    out.append(",\"discovery\":{\"missing\":[")
    append(memory.missing, to: &out)
    out.append("],\"doubts\":[")
    append(memory.doubts, to: &out)
    out.append("],\"digestRefusals\":[")
    append(memory.digestRefusals, to: &out)
    out.append("],\"digests\":[")
    for (index, (name, digest)) in memory.digests.sorted(by: { $0.key < $1.key }).enumerated() {
      out.append(index > 0 ? ",{\"name\":" : "{\"name\":")
      out.bytes.append(json: name)
      out.append(",\"text\":")
      out.bytes.append(json: digest.text)
      append([("listedAt", digest.listedAt), ("foundAt", digest.foundAt)], to: &out)
    }
    out.append("],\"unfinished\":[")
    for (index, group) in memory.unfinished.enumerated() {
      out.append(index > 0 ? ",{\"name\":" : "{\"name\":")
      out.bytes.append(json: group.name)
      out.append(",\"fingerprint\":")
      out.bytes.append(json: group.fingerprint)
      if let page = group.page {
        out.append(",\"page\":")
        out.bytes.append(json: page)
      }
      if !group.digest.isEmpty {
        out.append(",\"digest\":")
        out.bytes.append(json: group.digest)
      }
      append(
        [
          ("begunAt", group.begunAt), ("part", group.part), ("rows", group.rows), ("total", group.total),
          ("resources", group.resources.count),
        ], to: &out)
    }
    out.append("]}")
  }

  /// The last members of an object, which are numbers.
  private static func append(_ numbers: [(name: String, number: Int)], to out: inout OutputBuffer) {
    for (name, number) in numbers {
      out.append(",")
      out.bytes.append(json: name)
      out.append(":")
      out.bytes.append(decimal: number)
    }
    out.append("}")
  }

  private static func append(_ times: [String: Int], to out: inout OutputBuffer) {
    for (index, time) in times.sorted(by: { $0.key < $1.key }).enumerated() {
      out.append(index > 0 ? ",[" : "[")
      out.bytes.append(json: time.key)
      out.append(",")
      out.bytes.append(decimal: time.value)
      out.append("]")
    }
  }
}
