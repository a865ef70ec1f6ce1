internal import Formats
internal import System

/// Lets exchanges pass through another wire and keeps each in a file of its own. Exchanges that sign in are not kept.
///
/// A file is named after its API and what was asked, so that a second recording of the same replaces it. With names to
/// be made up, everything is written at the end, when all of them are known.
package final class RecordingWire: Wire {
  private let inner: any Wire
  private let folder: String
  private var outer: [ObjectIdentifier: Exchange] = [:]
  /// nil where recordings keep the names that they have.
  private var anonymiser: Anonymiser?
  private var held: [(recording: Recording, api: HTTPRequest.API)] = []
  /// The first file that could not be written: recording ends there, the pass goes on.
  private var failure: SystemError?

  package var needsSignIn: Bool { inner.needsSignIn }

  ///
  /// - `isAnonymised`: whether ids and names are to be replaced by made-up ones.
  /// - Throws: `SystemError` where the folder cannot be made.
  package init(_ inner: any Wire, into folder: String, isAnonymised: Bool = false) throws {
    self.inner = inner
    self.folder = folder
    anonymiser = isAnonymised ? Anonymiser() : nil
    try Files.makeFolder(folder)
  }

  package func start(_ exchange: Exchange, timeout seconds: Double) {
    let copy = Exchange(exchange.request, number: exchange.number, receiver: Tee(exchange.receiver))
    outer[ObjectIdentifier(copy)] = exchange
    inner.start(copy, timeout: seconds)
  }

  package func wait(_ seconds: Double) -> [Exchange] {
    inner.wait(seconds).compactMap { copy in
      if copy.request.isConfidential {
        anonymiser?.learn(signIn: copy.request)
      } else if copy.failure == nil {
        keep(copy)
      }
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

  /// Writes what could not be written before.
  /// - Throws: `SystemError` for the first file of all that could not be written.
  package func finish() throws {
    if let replacements = anonymiser?.replacements {
      for (recording, api) in held { write(replacements.applied(to: recording, api: api), api) }
      held = []
    }
    if let failure { throw failure }
  }

  private func keep(_ copy: Exchange) {
    guard failure == nil, let tee = copy.receiver as? Tee else { return }
    let response = copy.response
    let recording = Recording(
      copy.request, status: response.status, headers: response.headers,
      body: response.isSuccess ? tee.bytes : response.errorBody)
    if anonymiser == nil { return write(recording, copy.request.api) }
    anonymiser?.learn(recording, api: copy.request.api)
    held.append((recording, copy.request.api))
  }

  private func write(_ recording: Recording, _ api: HTTPRequest.API) {
    guard failure == nil else { return }
    do {
      let file = try WholeFile(replacing: "\(folder)/\(api.rawValue)-\(Self.hash(recording.key)).json")
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
