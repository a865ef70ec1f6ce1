import AzureEmulator
import Testing

/// One fault of the emulator, and what a pass makes of it.
struct FaultRow: Sendable, CustomTestStringConvertible {
  /// The API that it strikes.
  enum API: String, Sendable { case metrics, batches, logs, queues, token, graph }

  /// Which samples are shown: those of all resources, those of resources that were not struck, none; or those of all,
  /// but of what was struck not as they are.
  enum Shown: Sendable { case all, others, none, strange }

  let api: API
  /// As a control request has it.
  let fault: String
  let status: Int32
  /// Series by outcome and reason, but for those that are delivered, empty or not due.
  let series: [String: Double]
  /// What is told.
  let says: [String]
  let shown: Shown
  /// Seconds.
  let deadline: Int
  let inFlight: Int

  init(
    _ api: API, _ fault: String, _ status: Int32, _ series: [String: Double] = [:], says: [String] = [],
    shows shown: Shown = .others, deadline: Int = 20, inFlight: Int = 8
  ) {
    self.api = api
    self.fault = fault
    self.status = status
    self.series = series
    self.says = says
    self.shown = shown
    self.deadline = deadline
    self.inFlight = inFlight
  }

  var testDescription: String { "\(api.rawValue): \(fault)" }

  /// The part of the path of the requests that are struck.
  var match: String {
    switch api {
    case .metrics: "microsoft.insights"
    case .batches: "getBatch"
    case .logs: "/query"
    case .queues: "queues"
    case .token: "oauth2"
    case .graph: "resourcegraph"
    }
  }
}
