package import System

/// What waits for a receiver.
package struct Backlog: Sendable, Equatable {
  package var output: Outbox.Output
  package var files: Int
  /// When the pass began that made the oldest of them, in seconds since 1970 UTC; 0 where there is none.
  package var oldest: Int
  /// Why nothing could be delivered lately; "" where it could.
  package var reason: String
}

extension Outbox {
  /// What waits of each output that has something to tell.
  package func backlog() throws(SystemError) -> [Backlog] {
    let state = try Files.readIfPresent(uploadState).map { UploadState($0) } ?? UploadState()
    var backlogs: [Backlog] = []
    for output in Output.allCases {
      let names = try waiting(output)
      let reason = state.outputs[output.rawValue]?.reason ?? ""
      if names.isEmpty && reason.isEmpty { continue }
      let oldest = names.first.flatMap { Int($0.prefix { $0 != "-" }) } ?? 0
      backlogs.append(Backlog(output: output, files: names.count, oldest: oldest / 1_000_000, reason: reason))
    }
    return backlogs
  }
}
