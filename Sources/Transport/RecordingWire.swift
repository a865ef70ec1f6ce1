internal import Formats
package import System

/// Lets exchanges pass through another wire and keeps each in a file of its own. Exchanges that sign in are not kept.
///
/// A file is named after its API and what was asked, so that a second recording of the same replaces it.
package final class RecordingWire: Wire {
  private let inner: any Wire
  private let folder: String
  private var outer: [ObjectIdentifier: Exchange] = [:]
  /// The first file that could not be written: recording ends there, the pass goes on.
  package private(set) var failure: SystemError?

  package var needsSignIn: Bool { inner.needsSignIn }

  /// - Throws: `SystemError` where the folder cannot be made.
  package init(_ inner: any Wire, into folder: String) throws {
    self.inner = inner
    self.folder = folder
    try Files.makeFolder(folder)
  }

  package func start(_ exchange: Exchange, timeout seconds: Double) {
    let copy = Exchange(exchange.request, number: exchange.number, receiver: Tee(exchange.receiver))
    outer[ObjectIdentifier(copy)] = exchange
    inner.start(copy, timeout: seconds)
  }

  package func wait(_ seconds: Double) -> [Exchange] {
    inner.wait(seconds).compactMap { copy in
      if copy.failure == nil, !copy.request.isConfidential { keep(copy) }
      return original(of: copy)
    }
  }

  package func cancelAll() -> [Exchange] { inner.cancelAll().compactMap(original) }

  private func original(of copy: Exchange) -> Exchange? {
    guard let exchange = outer.removeValue(forKey: ObjectIdentifier(copy)) else { return nil }
    exchange.response = copy.response
    exchange.failure = copy.failure
    return exchange
  }

  private func keep(_ copy: Exchange) {
    guard failure == nil, let tee = copy.receiver as? Tee else { return }
    let response = copy.response
    let recording = Recording(
      copy.request, status: response.status, headers: response.headers,
      body: response.isSuccess ? tee.bytes : response.errorBody)
    do {
      let name = "\(copy.request.api.rawValue)-\(Self.hash(Recording.key(copy.request))).json"
      let file = try WholeFile(replacing: "\(folder)/\(name)")
      try file.write(recording.bytes.span)
      try file.commit()
    } catch {
      failure = error
    }
  }

  /// FNV-1a over 64 bits in hexadecimal: a short name for a long text, the same on every machine.
  private static func hash(_ text: String) -> String {
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Hands a body on and keeps a copy.
  private final class Tee: BodyReceiver {
    private let receiver: any BodyReceiver
    private(set) var bytes: [UInt8] = []

    init(_ receiver: any BodyReceiver) {
      self.receiver = receiver
    }

    func restart() {
      bytes = []
      receiver.restart()
    }

    func receive(_ chunk: borrowing Span<UInt8>) -> Bool {
      unsafe chunk.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      return receiver.receive(chunk)
    }
  }
}
