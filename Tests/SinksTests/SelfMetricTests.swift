import Configuration
import Foundation
import Sinks
import Testing

/// `UPDATE_GOLDEN` makes the tables of the page anew.
@Test func thePageOfTheMetricsIsMadeFromTheirTable() throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../jobs/metrics.md")
  let page = try String(contentsOf: file, encoding: .utf8)
  let (filled, names) = ReferencePage.filled(page, with: SelfMetric.page)
  #expect(names.sorted() == SelfMetric.page.keys.sorted())
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try filled.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("rewrote metrics.md: read the difference, then run without the switch")
  } else {
    #expect(page == filled)
  }
}
