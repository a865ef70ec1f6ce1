/// Reads one cron expression; the grammar is that of Cronos 0.9.
struct CronParser {
  private let characters: [UInt8]
  private var index = 0

  init(_ text: String) {
    // One byte a scalar, so that an index is a column; what is not ASCII is nowhere allowed.
    characters = text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : 0x7F }
  }

  /// One field of an expression.
  private struct Field {
    let name: String
    let range: ClosedRange<Int>
    var names: [String] = []
    /// Whether `*`, a range or a step in it makes the schedule an interval.
    var isTimeOfDay = false

    var all: UInt64 { range.reduce(0) { $0 | 1 << $1 } }

    static let second = Field(name: "second", range: 0...59, isTimeOfDay: true)
    static let minute = Field(name: "minute", range: 0...59, isTimeOfDay: true)
    static let hour = Field(name: "hour", range: 0...23, isTimeOfDay: true)
    static let dayOfMonth = Field(name: "day of the month", range: 1...31)
    static let month = Field(
      name: "month", range: 1...12,
      names: ["", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"])
    static let dayOfWeek = Field(
      name: "day of the week", range: 0...7, names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"])
  }

  private static let macros = [
    "@every_second": "* * * * * *", "@every_minute": "* * * * *", "@hourly": "0 * * * *", "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
  ]

  mutating func parse(into schedule: inout CronSchedule) throws(CronError) {
    skipBlanks()
    if peek == UInt8(ascii: "@") { return try parseMacro(into: &schedule) }
    let parts = characters.split(whereSeparator: Self.isBlank).count
    guard parts == 5 || parts == 6 else {
      throw CronError(
        message: "a cron expression has 5 fields, or 6 with seconds in front; this has \(parts)", offset: index)
    }
    if parts == 6 {
      schedule.seconds = try numbers(.second, &schedule)
    }
    schedule.minutes = try numbers(.minute, &schedule)
    schedule.hours = try numbers(.hour, &schedule)
    schedule.daysOfMonth = try dayOfMonth(&schedule)
    schedule.months = try numbers(.month, &schedule)
    schedule.daysOfWeek = try dayOfWeek(&schedule)
    // 0 and 7 are both Sunday.
    schedule.daysOfWeek = (schedule.daysOfWeek | schedule.daysOfWeek >> 7) & 0x7F
  }

  private mutating func parseMacro(into schedule: inout CronSchedule) throws(CronError) {
    let start = index
    while let next = peek, !Self.isBlank(next) { index += 1 }
    let name = String(decoding: characters[start..<index].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    skipBlanks()
    guard let expression = Self.macros[name], peek == nil else {
      let known = Self.macros.keys.sorted().joined(separator: ", ")
      throw CronError(message: "the macros are \(known)", offset: start)
    }
    var parser = CronParser(expression)
    try parser.parse(into: &schedule)
  }

  // MARK: Fields

  /// A field of numbers alone, and the blanks behind it.
  private mutating func numbers(_ field: Field, _ schedule: inout CronSchedule) throws(CronError) -> UInt64 {
    let bits = try accept("*", "?") ? star(field, &schedule) : list(field, from: value(field), &schedule)
    return try ended(field, bits)
  }

  private mutating func dayOfMonth(_ schedule: inout CronSchedule) throws(CronError) -> UInt64 {
    let field = Field.dayOfMonth
    if accept("*", "?") { return try ended(field, star(field, &schedule)) }
    if accept("L", "l") {
      schedule.fromLastDay = try accept("-") ? number(field, in: 0...30) : 0
      schedule.isNearestWorkday = accept("W", "w")
      return try ended(field, field.all)
    }
    let day = try value(field)
    if accept("W", "w") {
      schedule.isNearestWorkday = true
      return try ended(field, 1 << day)
    }
    return try ended(field, list(field, from: day, &schedule))
  }

  private mutating func dayOfWeek(_ schedule: inout CronSchedule) throws(CronError) -> UInt64 {
    let field = Field.dayOfWeek
    if accept("*", "?") { return try ended(field, star(field, &schedule)) }
    let day = try value(field)
    if accept("L", "l") {
      schedule.isLastOfWeekday = true
      return try ended(field, 1 << day)
    }
    if accept("#") {
      schedule.nth = try number(field, in: 1...5)
      return try ended(field, 1 << day)
    }
    return try ended(field, list(field, from: day, &schedule))
  }

  /// What stands behind a star.
  private mutating func star(_ field: Field, _ schedule: inout CronSchedule) throws(CronError) -> UInt64 {
    if field.isTimeOfDay { schedule.isInterval = true }
    guard accept("/") else { return field.all }
    return try stepped(field, from: field.range.lowerBound, to: field.range.upperBound)
  }

  /// What stands behind the first number of a list.
  private mutating func list(_ field: Field, from first: Int, _ schedule: inout CronSchedule) throws(CronError)
    -> UInt64
  {
    var bits = try range(field, from: first, &schedule)
    while accept(",") { bits |= try range(field, from: value(field), &schedule) }
    return bits
  }

  private mutating func range(_ field: Field, from low: Int, _ schedule: inout CronSchedule) throws(CronError)
    -> UInt64
  {
    var high = low
    if accept("/") {
      high = field.range.upperBound
    } else {
      guard accept("-") else { return 1 << low }
      high = try value(field)
      if field.isTimeOfDay { schedule.isInterval = true }
      guard accept("/") else { return Self.bits(field, low, high, step: 1) }
    }
    if field.isTimeOfDay { schedule.isInterval = true }
    return try stepped(field, from: low, to: high)
  }

  private mutating func stepped(_ field: Field, from low: Int, to high: Int) throws(CronError) -> UInt64 {
    Self.bits(field, low, high, step: try number(field, in: 1...field.range.upperBound))
  }

  /// The numbers from `low` by `step` up to `high`, around the end of the field where `high` is the lesser.
  private static func bits(_ field: Field, _ low: Int, _ high: Int, step: Int) -> UInt64 {
    guard high < low else { return stride(from: low, through: high, by: step).reduce(0) { $0 | 1 << $1 } }
    // Of the two Sundays, wrapping meets only one.
    let last = field.range.upperBound == 7 ? 6 : field.range.upperBound
    let first = field.range.lowerBound
    let length = last - first + 1
    return stride(from: low, through: high + length, by: step).reduce(0) { $0 | 1 << (($1 - first) % length + first) }
  }

  // MARK: Characters

  private var peek: UInt8? { index < characters.count ? characters[index] : nil }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private mutating func skipBlanks() {
    while let next = peek, Self.isBlank(next) { index += 1 }
  }

  private mutating func accept(_ characters: Unicode.Scalar...) -> Bool {
    guard let next = peek, characters.contains(Unicode.Scalar(next)) else { return false }
    index += 1
    return true
  }

  /// A number or a name of the field.
  private mutating func value(_ field: Field) throws(CronError) -> Int {
    if let next = peek, next &- 0x30 >= 10, !field.names.isEmpty {
      let word = String(decoding: characters[index...].prefix(3).map { $0 & 0xDF }, as: UTF8.self)
      if let number = field.names.firstIndex(of: word), !word.isEmpty {
        index += 3
        return number
      }
    }
    return try number(field, in: field.range)
  }

  private mutating func number(_ field: Field, in range: ClosedRange<Int>) throws(CronError) -> Int {
    let start = index
    var number = 0
    while let next = peek, next &- 0x30 < 10 {
      number = min(number * 10 + Int(next &- 0x30), 1_000)
      index += 1
    }
    guard index > start, range.contains(number) else {
      let shown = String(
        decoding: characters[start..<max(index, min(start + 1, characters.count))].prefix(20), as: UTF8.self)
      let found = shown.isEmpty || shown == " " ? "nothing" : "'\(shown)'"
      throw CronError(
        message: "the \(field.name) needs a number in \(range.lowerBound)–\(range.upperBound)"
          + "\(field.names.isEmpty ? "" : " or a three-letter name"), but has \(found) here",
        offset: start)
    }
    return number
  }

  /// Checks that the field ends here, and skips the blanks behind it.
  private mutating func ended(_ field: Field, _ bits: UInt64) throws(CronError) -> UInt64 {
    if let next = peek, !Self.isBlank(next) {
      let shown = next == 0x7F ? "this character" : "'\(Unicode.Scalar(next))'"
      throw CronError(message: "\(shown) cannot stand here in the \(field.name)", offset: index)
    }
    skipBlanks()
    return bits
  }
}
