internal import Glibc

/// A socket that sends datagrams (UDP) to one receiver.
@safe package final class DatagramSocket {
  private let descriptor: Int32

  /// Connects to the first address of a host that takes it.
  /// - Throws: `SystemError` where the name is unknown, or no address can be used.
  package init(host: String, port: Int) throws(SystemError) {
    var hints = unsafe addrinfo()
    unsafe hints.ai_family = AF_UNSPEC
    unsafe hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let status = unsafe getaddrinfo(host, String(port), &hints, &list)
    defer { if unsafe list != nil { unsafe freeaddrinfo(list) } }
    guard status == 0 else {
      throw SystemError("find", "the host \(host)", code: status == EAI_SYSTEM ? errno : ENOENT)
    }
    var next = unsafe list
    var failure = SystemError("reach", "\(host):\(port)", code: ENOENT)
    while let address = unsafe next {
      let opened = unsafe socket(
        address.pointee.ai_family, address.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue),
        address.pointee.ai_protocol)
      if opened >= 0 {
        if unsafe connect(opened, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 {
          descriptor = opened
          return
        }
        failure = SystemError("reach", "\(host):\(port)")
        close(opened)
      } else {
        failure = SystemError("open", "a socket for \(host):\(port)")
      }
      unsafe next = address.pointee.ai_next
    }
    throw failure
  }

  deinit { close(descriptor) }

  /// Sends one datagram.
  /// - Throws: `SystemError` where it cannot be sent, or the host has said that nobody took an earlier one.
  package func send(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let sent = unsafe bytes.withUnsafeBytes { unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, 0) }
    guard sent == bytes.count else { throw SystemError("send", "a datagram") }
  }
}
