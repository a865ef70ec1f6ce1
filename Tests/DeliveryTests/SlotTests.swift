import Foundation
import OutputReaders
import System
import Testing

@testable import Delivery
@testable import Transport

/// An outbox for a status page, and what the page shows after uploads.
private final class Page {
  let outbox: Outbox
  let wire = PatientWire()
  private let folder: String
  private var files = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "slots-\(UUID())").path
    outbox = Outbox(folder)
    _ = try outbox.pending(.statuspage, pass: "")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Puts the file of a pass into the outbox; what it is called.
  @discardableResult
  func put(_ points: (time: Int, value: Double)..., of metric: String = "m") throws -> String {
    files += 1
    let list = points.map { "{\"timestamp\":\($0.time),\"value\":\($0.value)}" }.joined(separator: ",")
    let name = "\(outbox.passName(startedAt: files, random: 0)).json"
    let body = Data("{\"data\":{\"\(metric)\":[\(list)]}}\n".utf8)
    #expect(FileManager.default.createFile(atPath: "\(folder)/statuspage/\(name)", contents: body))
    return name
  }

  /// Puts a file back, as a kill does that comes before it is removed.
  func restore(_ name: String, _ body: String) {
    #expect(FileManager.default.createFile(atPath: "\(folder)/statuspage/\(name)", contents: Data(body.utf8)))
  }

  /// What the page takes of an upload.
  @discardableResult
  func upload() throws -> [StatusPoint] {
    let begun = wire.accepted.count
    let courier = Courier(
      wire: wire, maxInFlight: 4, deadline: wire.now + 1000, isStopped: { false }, now: { self.wire.now },
      wallSeconds: { 1_795_524_000 }, jitter: { 0 })
    let receiver = Uploader.Receiver.http(StatuspageReceiver(address: "https://api", pageID: "p", key: Secret("k")))
    _ = try Uploader.run([receiver], outbox, courier: courier, now: 1_795_524_000, waits: false)
    return try StatusPoint.points(in: Array(wire.accepted.dropFirst(begun)))
  }

  /// What the page shows, by half minute.
  var shown: [Int: Double] {
    get throws {
      try StatusPoint.points(in: wire.accepted).reduce(into: [:]) { $0[$1.slot] = $1.value }
    }
  }
}

private func point(_ time: Int, _ value: Double, of metric: String = "m") -> StatusPoint {
  StatusPoint(id: metric, time: time, value: value)
}

@Test func ofOneHalfMinuteTheNewestPointIsSent() throws {
  let page = try Page()
  // 106 to 134 are all shown at 120; 135 is not.
  try page.put((106, 1), (134, 2), (135, 3))
  #expect(try page.upload() == [point(134, 2), point(135, 3)])
}

@Test func whatAFileBehindHasNewerIsNotSent() throws {
  let page = try Page()
  try page.put((106, 1))
  try page.put((60, 5), (110, 2))
  try page.put((120, 3), (180, 4))
  try page.put((120, 3.5), of: "other")
  #expect(try page.upload() == [point(60, 5), point(120, 3), point(180, 4), point(120, 3.5, of: "other")])
  #expect(page.wire.accepted.count == 3, "nothing is left of the first file")
  #expect(try page.outbox.waiting(.statuspage).isEmpty)
}

/// As several shards give them that show one system metric.
@Test func ofEqualTimesTheLastIsSent() throws {
  let page = try Page()
  try page.put((60, 1))
  try page.put((60, 2))
  #expect(try page.upload() == [point(60, 2)])
  try page.put((60, 3))
  #expect(try page.upload().isEmpty, "it is as new as what was sent")
}

@Test func whatWasSentIsReplacedByWhatIsNewerAlone() throws {
  let page = try Page()
  try page.put((110, 1))
  #expect(try page.upload().count == 1)
  try page.put((107, 2), (60, 9))
  #expect(try page.upload() == [point(60, 9)], "an earlier half minute that was never sent is late, and welcome")
  try page.put((120, 3))
  #expect(try page.upload() == [point(120, 3)])
  #expect(try page.shown == [4: 3, 2: 9])
}

@Test func aKillBeforeAFileIsRemovedChangesNothing() throws {
  let page = try Page()
  let first = try page.put((110, 1))
  try page.upload()
  try page.put((120, 2))
  try page.upload()
  page.restore(first, page.wire.accepted[0])
  #expect(try page.upload().isEmpty && page.outbox.waiting(.statuspage).isEmpty)
  #expect(try page.shown == [4: 2])
}

/// Also where the page takes nothing for a while, in any order of failures.
@Test(arguments: 1...4) func thePageShowsTheNewestOfEachHalfMinute(seed: Int) throws {
  let page = try Page()
  var newest: [Int: (time: Int, value: Double)] = [:]
  var state = UInt64(seed)
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  page.wire.status = { _ in random(3) == 0 ? 503 : 201 }
  for round in 0..<24 {
    let time = 1000 + 20 * round + random(15)
    let value = Double(round)
    try page.put((time, value))
    newest[StatusPoint(id: "", time: time, value: 0).slot] = (time, value)
    if random(2) == 0 { try page.upload() }
  }
  page.wire.status = { _ in 201 }
  try page.upload()
  #expect(try page.shown == newest.mapValues(\.value))
  #expect(try page.outbox.waiting(.statuspage).isEmpty && page.upload().isEmpty)
}

@Test func whatIsRememberedIsBoundedAndReadsBack() throws {
  let page = try Page()
  for round in 0..<24 { try page.put((60 * round, 1)) }
  try page.put((60, 1), of: "gone")
  try page.put((200_000, 1))
  try page.upload()
  let state = UploadState(try #require(try Files.readIfPresent(page.outbox.uploadState)))
  let sent = try #require(state.outputs["statuspage"]?.sent)
  #expect(sent.keys.sorted() == ["m"] && sent["m"]?.count == 20 && sent["m"]?.last == 200_000)
  #expect(UploadState(state.text) == state)
}

@Test func whatIsNoBodyIsLeftToThePage() {
  let slots = StatuspageSlots(sent: [:])
  for text in ["", "no", "{}", "{\"data\":{\"m\":[1,{\"value\":2}]}}", "{\"data\":{\"m\":[{\"timestamp\":1e300}]}}"] {
    #expect(slots.news(in: Array(text.utf8)[...], file: 0) == Array(text.utf8)[...])
  }
}
