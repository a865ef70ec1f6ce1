import Foundation

/// A socket on loopback that takes datagrams.
final class DatagramReceiver {
  private let descriptor: Int32
  let port: Int

  struct Failure: Error {}

  init() throws {
    let opened = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(opened, address, length) == 0 && getsockname(opened, address, &length) == 0
      }
    }
    guard status else { throw Failure() }
    descriptor = opened
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(descriptor) }

  /// What has come since the last time. Loopback delivers before the sender's call returns.
  func received() -> [String] {
    var datagrams: [String] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
      guard count >= 0 else { return datagrams }
      datagrams.append(String(decoding: buffer.prefix(count), as: UTF8.self))
    }
  }
}
