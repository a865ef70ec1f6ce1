internal import Formats

// A forecast for people.
extension Forecast {
  /// What `swath plan` prints.
  package var text: String {
    var text =
      "A pass at \(Timestamp.text(now)) makes \(Self.count(callsForValues, "call")) for values and "
      + "\(Self.count(lookUpCalls, "look-up")); it shows \(isCounted ? "" : "at least ")\(Self.count(series, "series", "series")).\n"
    if largestPass != callsForValues {
      text += "When everything is due, it makes \(Self.count(largestPass, "call")) for values.\n"
    }
    for line in unknown { text += "Not known: \(line).\n" }
    if !calls.isEmpty {
      var table = TextTable(
        "API", "SUBSCRIPTION", "REGION", "CALLS", "QUOTA", "A DAY", numbers: [3, 4, 5])
      for row in calls {
        table.append(
          row.api.name, row.subscription, row.region, "\(row.count)",
          row.quotaShare.map { Self.percent($0) } ?? "", "\(Int(row.perDay.rounded()))")
      }
      text += "\n" + table.text
      text += "\nQUOTA is the part of what the identity may call in a minute.\n"
    }
    text += "\n" + costText
    var table = TextTable("METRIC", "RESOURCES", "ASKED", "SERIES", "WHY NOT", numbers: [1, 2, 3])
    for metric in metrics {
      table.append(
        metric.name, "\(metric.resources)", "\(metric.asked)",
        metric.isCounted ? "\(metric.series)" : "\(metric.series)+", metric.reason)
    }
    if !metrics.isEmpty { text += "\n" + table.text }
    if !shared.isEmpty {
      var table = TextTable("CALLS", "SHARED BY", numbers: [0])
      for group in shared { table.append("\(group.calls)", group.metrics.joined(separator: ", ")) }
      text += "\n" + table.text
    }
    return text
  }

  private var costText: String {
    var text: String
    if calls.contains(where: \.api.isBilled) {
      text =
        "Batches are billed: \(Self.dollars(costPerPass)) a pass, \(Self.dollars(costPerDay)) a day, "
        + "\(Self.dollars(costPerMonth)) a month, at \(Self.dollars(price)) for 1,000 calls.\n"
    } else {
      text = "None of these calls is billed.\n"
    }
    let now = calls.reduce(0) { $0 + ($1.api.isOfMetrics ? $1.perDay : 0) }
    for other in otherShapes where other.callsPerDay.rounded() != now.rounded() {
      text +=
        "With queryShape \(other.shape) it would be \(Int(other.callsPerDay.rounded())) calls a day for metrics instead of "
        + "\(Int(now.rounded())), for \(Self.dollars(cost(other.billedPerDay) * 30)) a month.\n"
    }
    return text
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many ?? one + "s")"
  }

  /// With as many places as it takes to be something, and at least two.
  package static func dollars(_ amount: Double) -> String {
    var (places, unit) = (2, 100.0)
    while amount > 0, (amount * unit).rounded() < 1, places < 6 { (places, unit) = (places + 1, unit * 10) }
    let units = Int((amount * unit).rounded())
    let rest = String(units % Int(unit))
    return "\(units / Int(unit)).\(String(repeating: "0", count: places - rest.utf8.count))\(rest) USD"
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.up))
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
