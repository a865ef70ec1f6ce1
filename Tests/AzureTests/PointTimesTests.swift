import Formats
import Testing

@testable import Azure

private let texts = [
  "1970-01-01T00:00:00Z", "2026-11-24T01:56:59Z", "2026-11-24T23:59:60Z", "2026-11-24T24:00:00Z",
  "2026-11-24T01:60:00Z", "2026-11-24T01:56:61Z", "2026-11-24T01:56:00z", "2026-11-24 01:56:00Z",
  "2026-11-25T01:56:00Z", "2026-11-24T01:56:00Z", "2025-11-24T01:56:00Z", "2026-02-29T00:00:00Z",
  "2024-02-29T00:00:00Z", "2026-11-24T01-56-00Z", "2026-11-24T0::56:00Z", "2026-11-24T01:56:0/Z",
  "2026-11-24T/1:56:00Z", "2026-11-24T01:56:00.", "2026-11-24T01:56:00.5Z", "2026-11-24T01:56:00+01:00",
  "2026-11-24T01:56:00", "", "2026-11-24T01:56:0\u{E9}Z", String(repeating: "\0", count: 11) + "01:56:00Z",
  String(repeating: "\0", count: 20), "1969-12-31T23:59:59Z",
]

extension PointTimes {
  /// `#expect` takes no span.
  fileprivate mutating func read(_ text: String) -> Int? { seconds(text.utf8.span) }
}

/// Whatever day was read before, a time is what `Timestamp` says that it is.
@Test func timesAreTheSameAfterAnyOther() {
  func expected(_ text: String) -> Int? { Timestamp.microseconds(text).map { $0 / 1_000_000 } }
  for before in texts {
    for text in texts {
      var times = PointTimes()
      #expect(times.read(before) == expected(before), "\(before.debugDescription)")
      #expect(times.read(text) == expected(text), "\(text.debugDescription) after \(before)")
    }
  }
}

@Test func everySecondOfADayIsRead() {
  var times = PointTimes()
  for second in stride(from: 0, to: 86_400, by: 7) {
    #expect(times.read(Timestamp.text(1_795_478_400 + second)) == 1_795_478_400 + second)
  }
}

@Test func whatIsTooDeepHidesNothingThatIsNot() {
  let places: [MetricsAnswerHandler.Place] = (0..<40).map { [.metrics, .metric, .points, .series][$0 % 4] }
  var stack = PlaceStack()
  #expect(stack.last == .outside)
  for (depth, place) in places.enumerated() {
    stack.push(place)
    #expect(stack.last == (depth < PlaceStack.deepest ? place : .outside))
  }
  for (depth, place) in places.enumerated().reversed() {
    #expect(stack.pop() == (depth < PlaceStack.deepest ? place : .outside))
  }
  #expect(stack.last == .outside)
}
