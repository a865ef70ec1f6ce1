import Foundation

/// What came back over a socket, as it stood there.
struct WireAnswer {
  var status = 0
  /// Names in lower case.
  var headers: [String: String] = [:]
  var body = Data()
  /// Whether the body was as long as its header said.
  var isWhole = true

  var text: String { String(decoding: body, as: UTF8.self) }
  var json: JSON { JSON((try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed)) ?? NSNull()) }
}

/// A blocking client of HTTP/1.1: one connection for each request, so that nothing of one can reach another.
struct LoopbackClient: Sendable {
  let port: Int

  /// nil where the connection ended before the head of an answer was there.
  func send(
    _ method: String, _ target: String, _ headers: [String: String] = [:], _ body: String = "", host: String? = nil
  ) -> WireAnswer? {
    answer(to: begin(method, target, headers, body, host: host))
  }

  /// Sends a request; what its answer comes on.
  func begin(
    _ method: String, _ target: String, _ headers: [String: String] = [:], _ body: String = "", host: String? = nil
  ) -> Int32 {
    let socket = connected()
    var head = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if !body.isEmpty { head += "Content-Length: \(body.utf8.count)\r\n" }
    write(Array((head + "\r\n" + body).utf8), to: socket)
    return socket
  }

  /// The answer to what was begun.
  func answer(to socket: Int32) -> WireAnswer? {
    defer { close(socket) }
    return Self.parsed(readAll(from: socket))
  }

  private func connected() -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    let result = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    precondition(result == 0, "nobody listens on \(port)")
    return descriptor
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func readAll(from descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe recv(descriptor, $0.baseAddress, $0.count, 0) }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }

  private static func parsed(_ bytes: [UInt8]) -> WireAnswer? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    var answer = WireAnswer()
    answer.status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      answer.headers[parts[0].lowercased()] = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    }
    answer.body = Data(bytes[end.upperBound...])
    answer.isWhole = answer.headers["content-length"].flatMap { Int($0) } == answer.body.count
    return answer
  }
}
