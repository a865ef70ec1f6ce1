/// Lengths of time as Azure writes them (ISO 8601): `PT1M`, `PT12H`, `P1D`.
package enum ISODuration {
  /// The shortest spelling of a whole number of minutes, given in seconds.
  package static func text(_ seconds: Int) -> String {
    if seconds % 86_400 == 0 { return "P\(seconds / 86_400)D" }
    if seconds % 3600 == 0 { return "PT\(seconds / 3600)H" }
    return seconds % 60 == 0 ? "PT\(seconds / 60)M" : "PT\(seconds)S"
  }

  /// Seconds for a duration of days, hours, minutes and seconds, or nil.
  package static func seconds(_ text: String) -> Int? {
    guard text.first == "P" else { return nil }
    var total = 0
    var number: Int?
    var units: [Character: Int] = ["D": 86_400]
    for character in text.dropFirst() {
      if character == "T" {
        guard number == nil else { return nil }
        units = ["H": 3600, "M": 60, "S": 1]
      } else if let digit = character.wholeNumberValue {
        guard (number ?? 0) < 1_000_000 else { return nil }
        number = (number ?? 0) * 10 + digit
      } else {
        guard let unit = units[character], let count = number else { return nil }
        total += count * unit
        number = nil
      }
    }
    return number == nil && text.utf8.count > 2 ? total : nil
  }
}
