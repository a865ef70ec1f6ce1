import Foundation
import Synchronization

/// A server on the loopback interface that gives every request the same answer and ends the connection.
final class LoopbackServer: Sendable {
  private let socket: Int32
  let port: Int
  private let heard = Heard()

  private final class Heard: Sendable {
    let requests = Mutex<[String]>([])
  }

  /// The requests that have come, as they were sent.
  var requests: [String] { heard.requests.withLock { $0 } }

  /// - Parameter answer: a whole answer, from its status line on.
  init(_ answer: [UInt8]) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = unsafe inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = unsafe bind(socket, $0, size)
        _ = unsafe getsockname(socket, $0, &size)
      }
    }
    listen(socket, 16)
    port = Int(UInt16(bigEndian: address.sin_port))
    self.socket = socket
    Thread.detachNewThread { [heard] in
      while case let connection = accept(socket, nil, nil), connection >= 0 {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = unsafe max(read(connection, &bytes, bytes.count), 0)
        heard.requests.withLock { $0.append(String(decoding: bytes[..<count], as: UTF8.self)) }
        var sent = 0
        while sent < answer.count {
          let count = unsafe answer[sent...].withUnsafeBytes {
            unsafe send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
          }
          if count <= 0 { break }
          sent += count
        }
        close(connection)
      }
      // Nobody else may: the number would be another server's while this one still accepts by it.
      close(socket)
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
  }

  convenience init(status: String, headers: [String] = [], body: [UInt8] = []) {
    let head = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)", "Connection: close"] + headers
    self.init(Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  var url: String { "http://127.0.0.1:\(port)" }
}
