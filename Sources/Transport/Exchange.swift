internal import System

/// Takes the body of a good answer as it comes.
package protocol BodyReceiver: AnyObject {
  /// A new try of the request begins: what came of an earlier one is void.
  func restart()
  /// The next bytes; false ends the transfer, as the receiver wants no more of it.
  func receive(_ bytes: borrowing Span<UInt8>) -> Bool
}

/// A request on its way through a wire, and what came back.
package final class Exchange {
  package let request: HTTPRequest
  /// What its sender knows it by.
  package let number: Int
  package let receiver: any BodyReceiver
  package internal(set) var response = HTTPResponse()
  /// Why no whole answer came; nil when one did, whatever its status.
  package internal(set) var failure: TransportFailure?
  /// How often it was tried.
  package internal(set) var tries = 0
  /// When its first try began.
  private var begun: Instant?

  package init(_ request: HTTPRequest, number: Int, receiver: any BodyReceiver) {
    self.request = request
    self.number = number
    self.receiver = receiver
  }

  /// The seconds since its first try; 0 where there was none.
  package var age: Double { begun.map { Instant.now.seconds(since: $0) } ?? 0 }

  /// Makes it ready for a first or a further try.
  func begin() {
    tries += 1
    if begun == nil { begun = .now }
    response = HTTPResponse()
    failure = nil
    receiver.restart()
  }
}

/// Why a transfer ended without a whole answer.
package enum TransportFailure: Error, Sendable, Equatable {
  /// The deadline of the request or of the pass came first.
  case timeout
  /// The pass ended before the request was started or answered.
  case abandoned
  /// The quota that it counts for is used up, or the service asks to wait, until after the end of the pass.
  case heldBack
  /// The receiver wanted no more: it could not make sense of the answer.
  case unreadable
  /// The body was longer than any good answer is: more than so many bytes.
  case tooLarge(limit: Int)
  /// The host has failed so often that nothing more is sent to it: the text says how.
  case hostLeftAlone(String)
  /// Connection, name, TLS or protocol: the text says which.
  case connection(String)
  /// The program that a request stands for could not be run, or ended badly: the text is what it said, or why.
  case command(CommandFailure)
  /// Replay has no recording of the request: the text says what it looked for.
  case noRecording(String)
}

/// How a program failed that a request stands for.
package struct CommandFailure: Error, Sendable, Equatable {
  /// Its exit status, or 128 and the signal that ended it; nil where it could not be started.
  package let status: Int32?
  /// What it wrote to stderr, or why it could not be started.
  package let text: String

  package init(status: Int32?, text: String) {
    self.status = status
    self.text = text
  }
}

/// Gathers a body for the decoders of small documents.
package final class BodyBuffer: BodyReceiver {
  package private(set) var bytes: [UInt8] = []
  private let limit: Int

  /// - Parameter limit: a longer body is refused as unreadable.
  package init(limit: Int = 4 << 20) {
    self.limit = limit
  }

  package func restart() { bytes.removeAll() }

  package func receive(_ chunk: borrowing Span<UInt8>) -> Bool {
    guard bytes.count + chunk.count <= limit else { return false }
    unsafe chunk.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    return true
  }
}
