internal import Formats
internal import Model

// What a snapshot tells people, as it stands in its head:
//
//     "passes":[[started at, milliseconds, …]…],"digest":{"cut":…,"pace":…,"notes":[…],
//     "troubles":[[metric, outcome, series, code, text]…],"quotas":[[subscription, name, left]…]}
//
// What cannot be read of it is as good as absent: the next pass makes it anew.

extension SnapshotWriter {
  static func append(_ passes: [PassFigures], _ digest: PassDigest, to out: inout OutputBuffer) {
    out.append(",\"passes\":")
    append(passes, to: &out) { pass, out in append(numbers: pass.numbers, to: &out) }
    out.append(digest.wasCutShort ? ",\"digest\":{\"cut\":true,\"pace\":" : ",\"digest\":{\"cut\":false,\"pace\":")
    out.bytes.append(decimal: digest.pace)
    out.append(",\"notes\":")
    append(digest.notes, to: &out) { note, out in out.bytes.append(json: note) }
    out.append(",\"troubles\":")
    append(digest.troubles, to: &out) { trouble, out in
      out.append("[")
      out.bytes.append(json: trouble.metric)
      out.append(",")
      out.bytes.append(json: trouble.outcome.name)
      out.append(",")
      out.bytes.append(decimal: trouble.series)
      for text in [trouble.code, trouble.text] {
        out.append(",")
        out.bytes.append(json: text)
      }
      out.append("]")
    }
    out.append(",\"quotas\":")
    append(digest.quotas, to: &out) { quota, out in
      out.append("[")
      for text in [quota.subscription, quota.name] {
        out.bytes.append(json: text)
        out.append(",")
      }
      out.bytes.append(decimal: quota.left)
      out.append("]")
    }
    out.append("}")
  }

  static func append(numbers: [Int], to out: inout OutputBuffer) {
    append(numbers, to: &out) { number, out in out.bytes.append(decimal: number) }
  }

  private static func append<Element>(
    _ list: [Element], to out: inout OutputBuffer, _ element: (Element, inout OutputBuffer) -> Void
  ) {
    out.append("[")
    for (index, value) in list.enumerated() {
      if index > 0 { out.append(",") }
      element(value, &out)
    }
    out.append("]")
  }
}

extension SnapshotReader {
  static func passes(_ head: JSONValue) -> [PassFigures] {
    (head["passes"]?.array ?? []).compactMap { PassFigures(numbers($0)) }.suffix(PassFigures.most).map(\.self)
  }

  /// What an element of the list of metrics tells of one.
  static func figures(_ metric: JSONValue) -> MetricFigures {
    metric["figures"].flatMap { MetricFigures(numbers($0)) } ?? MetricFigures()
  }

  private static func numbers(_ value: JSONValue) -> [Int] { (value.array ?? []).compactMap(\.integer) }

  static func digest(_ head: JSONValue) -> PassDigest {
    var digest = PassDigest()
    guard let document = head["digest"] else { return digest }
    digest.wasCutShort = document["cut"]?.boolean ?? false
    digest.pace = document["pace"]?.integer ?? 0
    digest.notes = (document["notes"]?.array ?? []).compactMap(\.string)
    digest.troubles = (document["troubles"]?.array ?? []).compactMap { row in
      guard let parts = row.array, parts.count == 5, let metric = parts[0].string,
        let outcome = parts[1].string.flatMap(Outcome.init(name:)), let series = parts[2].integer,
        let code = parts[3].string, let text = parts[4].string
      else { return nil }
      return .init(metric: metric, outcome: outcome, series: series, code: code, text: text)
    }
    digest.quotas = (document["quotas"]?.array ?? []).compactMap { row in
      guard let parts = row.array, parts.count == 3, let subscription = parts[0].string, let name = parts[1].string,
        let left = parts[2].integer
      else { return nil }
      return .init(subscription: subscription, name: name, left: left)
    }
    return digest
  }
}
