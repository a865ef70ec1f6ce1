extension CronSchedule {
  /// Whether an occurrence lies in `(after, through]`, both Unix times in seconds.
  package func hasOccurrence(after: Int, through: Int, zone: TimeZoneOffset) -> Bool {
    next(after: after, zone: zone).map { $0 <= through } ?? false
  }

  /// The seconds between the next two occurrences after a Unix time; nil where there are no two.
  package func typicalPeriod(after: Int, zone: TimeZoneOffset) -> Int? {
    guard let first = next(after: after, zone: zone), let second = next(after: first, zone: zone) else { return nil }
    return second - first
  }

  /// The first occurrence after a Unix time, in seconds; nil where there is none (30 February).
  ///
  /// An occurrence in an hour that the zone's clocks skip is moved to the end of the gap. In an hour that they repeat,
  /// an interval occurs in both of its turns, anything else in the first, as Cronos has it.
  package func next(after: Int, zone: TimeZoneOffset) -> Int? {
    // `start` is a Unix time whose offset is known; `from` the first local time that may match.
    var start = after
    var offset = zone.offset(after)
    var from = after + offset + 1
    // Each round ends, passes a change of the clocks, or leaves a long stretch without occurrences behind it.
    while let local = nextLocal(from: from) {
      let time = local - offset
      let isFar = time - start > 4 * Self.day
      // The clocks never shift by more than a day, so only a change near either end matters.
      if let change = zone.firstChange(after: start, through: isFar ? start + 2 * Self.day : time) {
        let old = offset
        (start, offset) = (change, zone.offset(change))
        if local >= change + old && local < change + offset { return change }
        from = change + offset
      } else if isFar {
        start = time - 2 * Self.day
        offset = zone.offset(start)
        from = start + offset
      } else if !isInterval && isSecondTurn(of: local, at: time, zone: zone) {
        from = local + 1
      } else {
        return time
      }
    }
    return nil
  }

  /// Whether the clocks showed the local time once already within the day before `time`.
  private func isSecondTurn(of local: Int, at time: Int, zone: TimeZoneOffset) -> Bool {
    guard let change = zone.firstChange(after: time - Self.day, through: time) else { return false }
    return local < change + zone.offset(change - 1)
  }

  private static let day = 86_400
  /// Any date that exists comes back within 40 years: 29 February on a given weekday, around 2100.
  private static let horizon = 41

  /// The first match at or behind a local time, counted as if the zone were UTC.
  private func nextLocal(from start: Int) -> Int? {
    let (day, second) = (start.floorDivided(by: Self.day), start - start.floorDivided(by: Self.day) * Self.day)
    let date = CivilDate(daysSince1970: day)
    var (year, month, dayOfMonth) = (date.year, date.month, date.day)

    if months & 1 << month != 0, matchingDays(year, month) & 1 << dayOfMonth != 0, let time = timeOfDay(from: second) {
      return day * Self.day + time
    }
    guard let time = timeOfDay(from: 0) else { return nil }
    dayOfMonth += 1
    while year <= date.year + Self.horizon {
      if months & 1 << month != 0 {
        let days = matchingDays(year, month) & ~0 << dayOfMonth
        if days != 0 {
          let found = CivilDate(year: year, month: month, day: days.trailingZeroBitCount)
          return found.daysSince1970 * Self.day + time
        }
      }
      (year, month, dayOfMonth) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
    }
    return nil
  }

  /// The first match at or behind a second of the day.
  private func timeOfDay(from start: Int) -> Int? {
    let (hour, minute, second) = (start / 3600, start / 60 % 60, start % 60)
    guard let firstHour = lowest(hours, from: hour), let firstMinute = lowest(minutes, from: 0),
      let firstSecond = lowest(seconds, from: 0)
    else { return nil }
    if firstHour > hour { return firstHour * 3600 + firstMinute * 60 + firstSecond }
    if let thisMinute = lowest(minutes, from: minute) {
      if thisMinute > minute { return hour * 3600 + thisMinute * 60 + firstSecond }
      if let thisSecond = lowest(seconds, from: second) { return hour * 3600 + minute * 60 + thisSecond }
      if let nextMinute = lowest(minutes, from: minute + 1) { return hour * 3600 + nextMinute * 60 + firstSecond }
    }
    return lowest(hours, from: hour + 1).map { $0 * 3600 + firstMinute * 60 + firstSecond }
  }

  private func lowest(_ bits: UInt64, from start: Int) -> Int? {
    let rest = bits & ~0 << start
    return rest == 0 ? nil : rest.trailingZeroBitCount
  }

  /// The days of a month that match, bit n for day n.
  private func matchingDays(_ year: Int, _ month: Int) -> UInt64 {
    let length = CivilDate.length(ofMonth: month, in: year)
    // Sunday is 0; 1 January 1970 was a Thursday.
    let first = (CivilDate(year: year, month: month, day: 1).daysSince1970 + 4).floorRemainder(by: 7)

    var days = daysOfMonth & (1 << (length + 1) - 1)
    if let fromLastDay { days = length > fromLastDay ? 1 << (length - fromLastDay) : 0 }
    if isNearestWorkday && days != 0 {
      let day = days.trailingZeroBitCount
      switch (first + day - 1) % 7 {
      case 6: days = 1 << (day == 1 ? 3 : day - 1)
      case 0: days = 1 << (day == length ? day - 2 : day + 1)
      default: break
      }
    }
    return (1...length).reduce(0) { found, day in
      guard days & 1 << day != 0, daysOfWeek & 1 << ((first + day - 1) % 7) != 0 else { return found }
      if isLastOfWeekday && day + 7 <= length { return found }
      if let nth, (day - 1) / 7 + 1 != nth { return found }
      return found | 1 << day
    }
  }
}
