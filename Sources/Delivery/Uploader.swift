internal import System
package import Transport

/// Brings what waits in the outbox to its receivers, in order: what was accepted goes, what was not stays, each with its
/// reason. A receiver that takes nothing is left alone for longer and longer, also across invocations.
package struct Uploader {
  private let outbox: Outbox
  private let courier: Courier
  /// Seconds since 1970 UTC.
  private let now: Int
  private let statePath: String
  private var state: UploadState
  private var nextNumber = 0

  /// What became of one output.
  package struct Report: Sendable {
    package let output: Outbox.Output
    /// Files that were delivered, requests that were accepted, files that a newer one has made history, requests that were
    /// refused for good, points that the receiver says it did not take, and files that still wait.
    package var delivered = 0, requests = 0, superseded = 0, refused = 0, rejected = 0, kept = 0
    /// Why something is kept, was refused or not taken; "" where nothing was.
    package var reason = ""
    /// Whether the receiver refuses the sender.
    package var isRefusal = false

    package var isWhole: Bool { kept == 0 && refused == 0 && rejected == 0 }
  }

  /// A receiver with the output that it takes.
  package enum Receiver: Sendable {
    case http(any HTTPReceiver)
    case statsd(StatsDReceiver)

    package var output: Outbox.Output {
      switch self {
      case .http(let receiver): receiver.output
      case .statsd: .statsd
      }
    }
  }

  /// Delivers to each receiver what waits for it.
  ///
  /// - `now`: seconds since 1970 UTC.
  /// - `waits`: whether a receiver that failed lately is left alone.
  /// - Throws: `SystemError` where the outbox or the state cannot be read or written.
  package static func run(
    _ receivers: [Receiver], _ outbox: Outbox, courier: Courier, now: Int, waits: Bool = true
  ) throws -> [Report] {
    var uploader = try Uploader(outbox, courier, now)
    var reports: [Report] = []
    for receiver in receivers { reports.append(try uploader.deliver(receiver, waits: waits)) }
    try uploader.save()
    return reports
  }

  private init(_ outbox: Outbox, _ courier: Courier, _ now: Int) throws {
    self.outbox = outbox
    self.courier = courier
    self.now = now
    statePath = outbox.uploadState
    state = try Files.readIfPresent(statePath).map { UploadState($0) } ?? UploadState()
  }

  private func save() throws {
    let text = state.text
    if try Files.readIfPresent(statePath) == text { return }
    let file = try WholeFile(replacing: statePath)
    try file.write(text.span)
    try file.commit()
  }

  private mutating func deliver(_ receiver: Receiver, waits: Bool) throws -> Report {
    var report = Report(output: receiver.output)
    var row = state.outputs[receiver.output.rawValue] ?? .init()
    let names = try outbox.waiting(receiver.output)
    if waits, now < row.notBefore, !names.isEmpty {
      report.kept = names.count
      report.reason = "left alone for \(row.notBefore - now) seconds: \(row.reason)"
      return report
    }
    switch receiver {
    case .statsd(let server): try send(names, to: server, &report, &row)
    case .http(let receiver):
      var slots = receiver.hasSlots ? try slots(of: names, for: receiver, sent: row.sent) : nil
      for (index, name) in names.enumerated() {
        guard try deliver(name, index, to: receiver, &report, &row, &slots) else {
          report.kept = names.count - index
          break
        }
        report.delivered += 1
      }
    }
    state.outputs[receiver.output.rawValue] = row == .init() ? nil : row
    return report
  }

  /// Sends the newest file; what is older is history, and nothing is sent twice.
  private func send(
    _ names: [String], to server: StatsDReceiver, _ report: inout Report, _ row: inout UploadState.Row
  ) throws {
    guard let newest = names.last, let text = try outbox.content(.statsd, newest) else { return }
    for old in names.dropLast() {
      try outbox.remove(.statsd, old)
      report.superseded += 1
    }
    do {
      // Removed first: a gauge that is sent again later would be an old value with a new time.
      try outbox.remove(.statsd, newest)
      report.requests = try server.send(text)
      report.delivered = 1
      row.succeed()
    } catch {
      report.refused = 1
      report.reason = "\(error)"
    }
  }

  private func slots(
    of names: [String], for receiver: any HTTPReceiver, sent: [String: [Int]]
  ) throws -> StatuspageSlots {
    var slots = StatuspageSlots(sent: sent)
    for (file, name) in names.enumerated() {
      guard let content = try outbox.content(receiver.output, name) else { continue }
      for body in receiver.bodies(content) { slots.expect(body, file: file) }
    }
    return slots
  }

  /// Delivers a file, given its place among those that wait; whether it is settled, with everything in it.
  private mutating func deliver(
    _ name: String, _ place: Int, to receiver: any HTTPReceiver, _ report: inout Report,
    _ row: inout UploadState.Row, _ slots: inout StatuspageSlots?
  ) throws -> Bool {
    guard let content = try outbox.content(receiver.output, name) else { return true }
    let bodies = receiver.bodies(content)
    var settled = row.file == name ? row.settled : 0
    for (index, whole) in bodies.enumerated() where index >= settled {
      guard let body = slots == nil ? whole : slots?.news(in: whole, file: place) else { continue }
      switch try deliver(body, to: receiver, name: "\(name).\(index + 1)", &report) {
      case .later(let reason, let wait):
        (row.file, row.settled) = (name, index)
        row.fail(reason, now: now, wait: wait)
        report.reason = reason
        return false
      case .closed(let reason, let isRefusal):
        (row.file, row.settled) = (name, index)
        row.fail(reason, now: now, wait: nil)
        (report.reason, report.isRefusal) = (reason, isRefusal)
        return false
      case .accepted:
        slots?.take(body)
        fallthrough
      case .refused, .tooLarge:
        row.succeed()
        settled = index + 1
      }
    }
    (row.file, row.settled) = ("", 0)
    if let slots {
      // Noted first, so that a kill between the two does not put an older value in the place of a newer one.
      row.sent = slots.sent
      state.outputs[receiver.output.rawValue] = row
      try save()
    }
    try outbox.remove(receiver.output, name)
    return true
  }

  /// Delivers the body of one request, in pieces where the receiver wants smaller ones.
  private mutating func deliver(
    _ body: ArraySlice<UInt8>, to receiver: any HTTPReceiver, name: String, _ report: inout Report
  ) throws -> Receipt {
    let receipt = ask(body, receiver)
    switch receipt {
    case .accepted(let rejected, let message):
      report.requests += 1
      report.rejected += rejected
      if rejected > 0 || !message.isEmpty { report.reason = message }
    case .refused(let reason):
      try refuse(body, receiver, name, reason, &report)
    case .tooLarge(let reason):
      guard let halves = receiver.halves(body) else {
        try refuse(body, receiver, name, reason, &report)
        return receipt
      }
      for (index, half) in halves.enumerated() {
        let part = try deliver(half[...], to: receiver, name: "\(name).\(index + 1)", &report)
        switch part {
        case .later, .closed: return part
        case .accepted, .refused, .tooLarge: continue
        }
      }
    case .later, .closed: break
    }
    return receipt
  }

  private func refuse(
    _ body: ArraySlice<UInt8>, _ receiver: any HTTPReceiver, _ name: String, _ reason: String, _ report: inout Report
  ) throws {
    report.refused += 1
    report.reason = reason
    try outbox.keep(refused: Array(body), receiver.output, name: name, reason: reason)
  }

  private mutating func ask(_ body: ArraySlice<UInt8>, _ receiver: any HTTPReceiver) -> Receipt {
    let request: HTTPRequest
    do {
      request = try receiver.request(body)
    } catch {
      return .refused(reason: "the line is no JSON: \(error)")
    }
    nextNumber += 1
    courier.submit(Exchange(request, number: nextNumber, receiver: BodyBuffer(limit: 4 << 20)))
    guard let exchange = courier.next() else { return .later(reason: "there was no more time", wait: nil) }
    if let failure = exchange.failure { return Receipt(failure, of: exchange.request.host) }
    return receiver.receipt(exchange, now: now)
  }
}
