internal import Formats
package import Transport

/// A receiver that is asked by HTTP to take what an outbox holds for it, and answers each request.
package protocol HTTPReceiver: Sendable {
  /// What it takes.
  var output: Outbox.Output { get }

  /// The bodies of the requests that a file of the outbox makes, in order.
  func bodies(_ content: [UInt8]) -> [ArraySlice<UInt8>]

  /// The request that delivers a body.
  /// - Throws: `JSONError` where the body cannot be read.
  func request(_ body: ArraySlice<UInt8>) throws -> HTTPRequest

  /// A request that delivers nothing, and that is answered as one would be that does.
  func question() throws -> HTTPRequest

  /// What is amiss by the answer to the question, where it is a good one; "" for nothing.
  func complaint(_ answer: [UInt8]) -> String

  /// What an answer says.
  ///
  /// - `now`: seconds since 1970 UTC, for a wait that is told by its end.
  func receipt(_ exchange: Exchange, now: Int) -> Receipt

  /// A body in two, for a receiver that finds it too large; nil where it cannot be parted.
  func halves(_ body: ArraySlice<UInt8>) -> [[UInt8]]?

  /// Whether it shows one point a half minute, the one that it was given last.
  var hasSlots: Bool { get }
}

extension HTTPReceiver {
  package func halves(_: ArraySlice<UInt8>) -> [[UInt8]]? { nil }

  package var hasSlots: Bool { false }

  package func complaint(_: [UInt8]) -> String { "" }
}
