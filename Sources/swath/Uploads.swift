internal import Configuration
internal import Delivery
internal import Formats
internal import Logging
internal import System

/// The receivers that a runtime file names, with what lets a sender in, and one delivery to them.
struct Uploads {
  private let receivers: [Uploader.Receiver]
  private let outbox: Outbox
  /// Receivers that nothing can be sent to, with what they lack: the others get theirs all the same.
  private let lacking: [(output: Outbox.Output, refusal: Refusal)]

  /// - `wanted`: the outputs to send; nil for all that there are receivers of.
  /// - `folder`: the outbox.
  /// - `isDry`: whether nothing is sent, which takes no secrets.
  /// - Throws: `Refusal` where a receiver that is wanted is not configured, or there is none.
  init(
    _ settings: RuntimeSettings, wanted: Set<Outbox.Output>?, folder: String, environment: [String: String],
    isDry: Bool = false
  ) throws {
    outbox = Outbox(folder)
    let secrets = ReceiverSecrets(environment: environment)
    var receivers: [Uploader.Receiver] = []
    var lacking: [(output: Outbox.Output, refusal: Refusal)] = []
    func isWanted(_ output: Outbox.Output, _ isConfigured: Bool, _ section: String) throws -> Bool {
      if !isConfigured, let wanted, wanted.contains(output) {
        throw Refusal(
          .configurationInvalid,
          "there is no receiver of \(output.rawValue): add metricSinks.\(section) to the runtime file")
      }
      return isConfigured && wanted?.contains(output) ?? true
    }
    func add(_ output: Outbox.Output, _ receiver: () throws -> Uploader.Receiver) throws {
      do {
        receivers.append(try receiver())
      } catch let refusal as Refusal {
        lacking.append((output, refusal))
      }
    }
    if try isWanted(.otlp, settings.collectorURI != nil, "openTelemetryCollector"), let uri = settings.collectorURI {
      try add(.otlp) {
        .http(
          OTLPReceiver(
            address: uri, encoding: settings.collectorProtocol.flatMap(OTLPReceiver.Encoding.init(rawValue:)),
            compresses: settings.compressesForCollector, secretHeaders: isDry ? [] : try secrets.collectorHeaders))
      }
    }
    if try isWanted(.statuspage, settings.statuspage != nil, "atlassianStatuspage"), let page = settings.statuspage {
      try add(.statuspage) {
        .http(
          StatuspageReceiver(
            address: page.address.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? StatuspageReceiver.address,
            pageID: page.pageID, key: isDry ? Secret("") : try secrets.statuspageKey, metricIDs: page.mappings.map(\.id)
          ))
      }
    }
    if try isWanted(.statsd, settings.statsd != nil, "statsd"), let server = settings.statsd {
      receivers.append(.statsd(StatsDReceiver(host: server.host, port: server.port)))
    }
    guard !receivers.isEmpty || !lacking.isEmpty else {
      throw Refusal(
        .configurationInvalid,
        "the runtime file has no receiver: metricSinks has none of openTelemetryCollector, atlassianStatuspage and statsd"
      )
    }
    self.receivers = receivers
    self.lacking = lacking
  }

  /// Asks every receiver whether it would take what is sent.
  ///
  /// - Returns: each output with what is amiss, "" for nothing, and whether the sender is refused.
  func check(_ network: Network) -> [(output: Outbox.Output, fault: String, isRefusal: Bool)] {
    let checks = ReceiverCheck.run(
      receivers, courier: network.courier(share: 1), now: Clock.wallMicroseconds / 1_000_000)
    return checks.map { ($0.output, $0.fault, $0.isRefusal) } + lacking.map { ($0.output, $0.refusal.message, false) }
  }

  /// What would be sent.
  var preview: String {
    get throws {
      var table = TextTable("RECEIVER", "FILE", "BYTES", numbers: [2])
      do {
        for receiver in receivers {
          let names = try outbox.waiting(receiver.output)
          for name in receiver.output == .statsd ? names.suffix(1) : names[...] {
            table.append(
              receiver.output.rawValue, name, "\(try outbox.content(receiver.output, name)?.count ?? 0)")
          }
        }
      } catch {
        throw Refusal(.outputFailed, "the outbox: \(error)")
      }
      return table.isEmpty ? "Nothing waits.\n" : table.text
    }
  }

  /// Delivers, and tells how it went.
  ///
  /// - `waits`: whether a receiver that failed lately is left alone.
  /// - Throws: `Refusal` where no receiver has its secret, another upload is under way, or the outbox cannot be read or
  ///   written.
  func run(_ network: Network, waits: Bool, _ log: Logger) throws -> ExitStatus {
    if receivers.isEmpty, let first = lacking.first { throw first.refusal }
    do {
      try Files.makeFolder(Files.parent(of: outbox.uploadLock))
      let lock = try ProcessLock(outbox.uploadLock)
      let reports = try Uploader.run(
        receivers, outbox, courier: network.courier(share: 1), now: Clock.wallMicroseconds / 1_000_000, waits: waits)
      withExtendedLifetime(lock) {}
      for report in reports { tell(report, log) }
      for (output, refusal) in lacking {
        log.error("upload \(output.rawValue): \(refusal.message); its files stay")
      }
      return status(reports)
    } catch let held as ProcessLock.Held {
      throw Refusal(.tryAgain, "another upload: \(held)")
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.outputFailed, "the outbox: \(error)")
    }
  }

  private func tell(_ report: Uploader.Report, _ log: Logger) {
    func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }
    let files = counted(report.delivered, "file")
    let requests = counted(report.requests, report.output == .statsd ? "datagram" : "request")
    var parts = [
      report.refused == 0 ? "\(files) delivered by \(requests)" : "\(files) done with: \(requests) accepted"
    ]
    if report.superseded > 0 {
      parts.append("\(counted(report.superseded, "older file")) not sent, as a newer one was")
    }
    if report.refused > 0 { parts.append("\(counted(report.refused, "request")) refused for good") }
    if report.rejected > 0 { parts.append("\(counted(report.rejected, "point")) not taken") }
    if report.kept > 0 { parts.append("\(counted(report.kept, "file")) kept") }
    if report.isWhole, report.delivered == 0, report.requests == 0, parts.count == 1 { parts = ["nothing waits"] }
    let reason = report.reason.isEmpty ? "" : ": \(report.reason)"
    log.log(
      level: report.isWhole ? .info : .warning,
      "upload \(report.output.rawValue): \(parts.joined(separator: ", "))\(reason)")
  }

  private func status(_ reports: [Uploader.Report]) -> ExitStatus {
    if reports.allSatisfy(\.isWhole) { return lacking.isEmpty ? .complete : .partial }
    if reports.contains(where: \.isRefusal) { return .signInRefused }
    return reports.contains { $0.requests > 0 || $0.refused > 0 } ? .partial : .tryAgain
  }
}
