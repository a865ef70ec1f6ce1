import Foundation
import Synchronization

/// A collector that takes points by gRPC over HTTP/2 (RFC 9113) without TLS, as far as a test of a client needs one: it
/// reads no header fields, and answers each request as the test says.
final class GRPCReceiver: Sendable {
  /// What becomes of a request.
  enum Answer: Sendable {
    /// A status of gRPC in the trailers, with more fields.
    case status(Int, fields: [[String]] = [])
    /// The same as the only fields, without a body.
    case statusAlone(Int)
    /// A good answer of plain HTTP that is none of gRPC.
    case http(Int)
    /// The stream is reset.
    case resetStream
    /// The connection ends.
    case close
    /// There is no answer, and nobody waits for one.
    case silence
  }

  /// A message as it came.
  struct Message: Sendable {
    var isCompressed: Bool
    var bytes: [UInt8]
  }

  private struct State {
    var answers: [Answer] = []
    var messages: [Message] = []
    var asked = 0
  }

  private let listener: Int32
  let port: Int
  private let state = Mutex(State())

  struct Failure: Error {}

  init() throws {
    let opened = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(opened, address, length) == 0 && listen(opened, 16) == 0
          && getsockname(opened, address, &length) == 0
      }
    }
    guard isOpen else { throw Failure() }
    listener = opened
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread { [weak self] in
          self?.serve(connection)
          close(connection)
        }
      }
    }
  }

  /// Ends it; without that it stays to the end of the process.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// The answers to the next requests; those after them are good.
  func set(_ answers: [Answer]) { state.withLock { $0.answers = answers } }

  /// What was answered by status 0, in order.
  var messages: [Message] { state.withLock { $0.messages } }

  /// How many requests have come.
  var asked: Int { state.withLock { $0.asked } }

  // MARK: A connection

  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

  private enum Kind {
    static let (data, headers, reset, settings, ping, window): (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
      0, 1, 3, 4, 6, 8
    )
  }

  private func serve(_ connection: Int32) {
    guard read(connection, Self.preface.count) == Self.preface else { return }
    send(connection, Kind.settings, 0, 0, [])
    var bodies: [UInt32: [UInt8]] = [:]
    while let head = read(connection, 9) {
      let length = Int(head[0]) << 16 | Int(head[1]) << 8 | Int(head[2])
      let (kind, flags) = (head[3], head[4])
      let stream = head[5...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
      guard let payload = read(connection, length) else { return }
      switch kind {
      case Kind.settings where flags & 1 == 0: send(connection, Kind.settings, 1, 0, [])
      case Kind.ping where flags & 1 == 0: send(connection, Kind.ping, 1, 0, payload)
      case Kind.data:
        bodies[stream, default: []] += payload
        let more = Self.bytes(UInt32(length))
        if length > 0 {
          send(connection, Kind.window, 0, 0, more)
          send(connection, Kind.window, 0, stream, more)
        }
      default: break
      }
      if (kind == Kind.data || kind == Kind.headers) && flags & 1 == 1 {
        guard answer(connection, stream, bodies.removeValue(forKey: stream) ?? []) else { return }
      }
    }
  }

  /// Answers a request; false ends the connection.
  private func answer(_ connection: Int32, _ stream: UInt32, _ body: [UInt8]) -> Bool {
    let message = Message(isCompressed: body.first == 1, bytes: Array(body.dropFirst(5)))
    let answer = state.withLock { state -> Answer in
      state.asked += 1
      let answer = state.answers.isEmpty ? Answer.status(0) : state.answers.removeFirst()
      if case .status(0, _) = answer { state.messages.append(message) }
      return answer
    }
    switch answer {
    case .status(let code, let fields):
      send(connection, Kind.headers, 4, stream, Self.status(200) + Self.field("content-type", "application/grpc"))
      // An empty response, not compressed.
      if code == 0 { send(connection, Kind.data, 0, stream, [0, 0, 0, 0, 0]) }
      let trailers = ([["grpc-status", "\(code)"]] + fields).flatMap { Self.field($0[0], $0[1]) }
      send(connection, Kind.headers, 5, stream, trailers)
    case .statusAlone(let code):
      send(
        connection, Kind.headers, 5, stream,
        Self.status(200) + Self.field("content-type", "application/grpc") + Self.field("grpc-status", "\(code)")
          + Self.field("grpc-message", "no"))
    case .http(let status): send(connection, Kind.headers, 5, stream, Self.status(status))
    case .resetStream: send(connection, Kind.reset, 0, stream, Self.bytes(2))
    case .close: return false
    case .silence: break
    }
    return true
  }

  /// RFC 7541 section 6.2.2: a field that is not indexed, with the name of the static table's eighth.
  private static func status(_ status: Int) -> [UInt8] { [8, 3] + Array("\(status)".utf8) }

  /// The same with a name of its own; neither is longer than 126 bytes.
  private static func field(_ name: String, _ value: String) -> [UInt8] {
    [0, UInt8(name.utf8.count)] + Array(name.utf8) + [UInt8(value.utf8.count)] + Array(value.utf8)
  }

  private static func bytes(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private func send(_ connection: Int32, _ kind: UInt8, _ flags: UInt8, _ stream: UInt32, _ payload: [UInt8]) {
    let frame = Self.bytes(UInt32(payload.count)).dropFirst() + [kind, flags] + Self.bytes(stream) + payload
    var rest = frame[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { bytes in
        unsafe bytes.baseAddress.map { unsafe Foundation.send(connection, $0, bytes.count, Int32(MSG_NOSIGNAL)) } ?? 0
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func read(_ connection: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe bytes.baseAddress.map { unsafe recv(connection, $0 + filled, count - filled, 0) } ?? 0
      }
      guard got > 0 else { return nil }
      filled += got
    }
    return bytes
  }
}
