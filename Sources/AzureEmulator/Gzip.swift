internal import NIOCore

/// Gzip as the emulator writes it, without compression (RFC 1952, and stored blocks of RFC 1951): enough for a client to have to decode it.
enum Gzip {
  static func stored(_ body: ByteBuffer) -> ByteBuffer {
    var out = ByteBuffer()
    out.reserveCapacity(body.readableBytes + body.readableBytes / 65_535 * 5 + 32)
    out.writeBytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF])
    var rest = body
    repeat {
      let count = min(rest.readableBytes, 65_535)
      out.writeInteger(UInt8(count == rest.readableBytes ? 1 : 0))
      out.writeInteger(UInt16(count), endianness: .little)
      out.writeInteger(~UInt16(count), endianness: .little)
      if var piece = rest.readSlice(length: count) { out.writeBuffer(&piece) }
    } while rest.readableBytes > 0
    out.writeInteger(checksum(body), endianness: .little)
    out.writeInteger(UInt32(truncatingIfNeeded: body.readableBytes), endianness: .little)
    return out
  }

  /// CRC-32 as in RFC 1952 section 8.
  static func checksum(_ body: ByteBuffer) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    // A body may have megabytes, and a view costs a call for each byte where nothing is optimised.
    unsafe body.withUnsafeReadableBytes { bytes in
      var place = 0
      while place < bytes.count {
        crc = unsafe table[Int((crc ^ UInt32(bytes[place])) & 0xFF)] ^ crc >> 8
        place += 1
      }
    }
    return ~crc
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
  }
}
