internal import Formats
internal import Model

/// What of discovery is under way or in doubt. What cannot be read of it is asked for anew, which costs no more than time;
/// a snapshot from before it was kept has none.
extension SnapshotReader {
  /// - Returns: how many resources each of the unfinished groups has, which stand behind the rows.
  static func readDiscovery(_ value: JSONValue?, into memory: inout DiscoveryMemory) -> [Int] {
    memory.missing = times(value?["missing"])
    memory.doubts = times(value?["doubts"])
    memory.digestRefusals = times(value?["digestRefusals"])
    for row in value?["digests"]?.array ?? [] {
      guard let name = row["name"]?.string, let text = row["text"]?.string, let listedAt = row["listedAt"]?.integer,
        let foundAt = row["foundAt"]?.integer
      else { continue }
      memory.digests[name] = ListDigest(text: text, listedAt: listedAt, foundAt: foundAt)
    }
    var sizes: [Int] = []
    for group in value?["unfinished"]?.array ?? [] {
      guard let name = group["name"]?.string, let fingerprint = group["fingerprint"]?.string,
        let begunAt = group["begunAt"]?.integer, let part = group["part"]?.integer, let rows = group["rows"]?.integer,
        let total = group["total"]?.integer, let size = group["resources"]?.integer, part >= 0, 0...size ~= rows,
        rows <= total
      else {
        // The others' numbers must stay theirs.
        memory.unfinished.append(UnfinishedGroup(name: "", fingerprint: "", begunAt: 0))
        sizes.append(-1)
        continue
      }
      var unfinished = UnfinishedGroup(name: name, fingerprint: fingerprint, begunAt: begunAt)
      unfinished.part = part
      unfinished.page = group["page"]?.string
      unfinished.digest = group["digest"]?.string ?? ""
      unfinished.rows = rows
      unfinished.total = total
      memory.unfinished.append(unfinished)
      sizes.append(size)
    }
    return sizes
  }

  /// Gives unfinished groups their resources, and drops those that are not whole.
  static func keepUnfinished(_ resources: [[FoundResource]], _ sizes: [Int], in memory: inout DiscoveryMemory) {
    for index in memory.unfinished.indices.reversed() {
      if resources[index].count == sizes[index] {
        memory.unfinished[index].resources = resources[index]
      } else {
        memory.unfinished.remove(at: index)
      }
    }
  }

  private static func times(_ value: JSONValue?) -> [String: Int] {
    var times: [String: Int] = [:]
    for row in value?.array ?? [] {
      if let parts = row.array, parts.count == 2, let key = parts[0].string { times[key] = parts[1].integer }
    }
    return times
  }
}
