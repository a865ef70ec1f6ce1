import Foundation
import System
import Testing

@testable import Delivery
@testable import Transport

/// An uploader with fifty files before it: one request a second, in their order; and one that ends before them leaves the
/// rest to the next.
@Test func statuspageIsAskedOnceASecond() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "pace-\(UUID())").path
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let outbox = Outbox(folder)
  _ = try outbox.pending(.statuspage, pass: "")
  let bodies = (0..<50).map { "{\"data\":{\"m\":[{\"timestamp\":\(1_795_521_000 + 60 * $0),\"value\":\($0)}]}}\n" }
  for (number, body) in bodies.enumerated() {
    let name = outbox.passName(startedAt: 1_795_521_000_000_000 + number * 60_000_000, random: 0)
    #expect(FileManager.default.createFile(atPath: "\(folder)/statuspage/\(name).json", contents: Data(body.utf8)))
  }
  let receiver = Uploader.Receiver.http(StatuspageReceiver(address: "https://api", pageID: "p", key: Secret("k")))
  let wire = PatientWire()
  func run(seconds: Double) throws -> Uploader.Report {
    let courier = Courier(
      wire: wire, maxInFlight: 4, deadline: wire.now + seconds, isStopped: { false }, now: { wire.now },
      wallSeconds: { 1_795_524_000 }, jitter: { 0 })
    return try #require(Uploader.run([receiver], outbox, courier: courier, now: 1_795_524_000, waits: false).first)
  }
  let first = try run(seconds: 20)
  #expect(15...21 ~= first.delivered && first.kept == 50 - first.delivered && first.refused == 0, "\(first)")
  let second = try run(seconds: 100)
  #expect(second.isWhole && first.delivered + second.delivered == 50, "\(second)")
  #expect(wire.requests.map(\.body) == bodies)
  let starts = wire.requests.map(\.at)
  for (earlier, later) in zip(starts, starts.dropFirst()) where later > starts[0] {
    // A new invocation knows nothing of the last request of the one before; the page's own window is a minute.
    #expect(later - earlier >= 0.99 || later - earlier > 0 && earlier >= 19, "\(starts)")
  }
  for start in starts { #expect(starts.count { start..<start + 60 ~= $0 } <= 60) }
}
