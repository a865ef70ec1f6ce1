internal import Glibc
internal import System

/// A server of StatsD, by UDP: nobody answers, and a gauge has no time.
package struct StatsDReceiver: Sendable {
  private let host: String
  private let port: Int
  /// What goes through Ethernet in one piece. Source: StatsD's documentation.
  static let largestDatagram = 1432
  /// Datagrams that are sent at once, and the microseconds until the next are. What a receiver's buffer does not hold is
  /// lost without a word, and Linux gives a socket 208 KiB, of which a full datagram takes 2.3.
  static let burst = (datagrams: 32, pause: UInt32(10_000))

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Looks for the host; nobody says whether a server is there.
  func find() throws(SystemError) { _ = try DatagramSocket(host: host, port: port) }

  /// Sends every line; gives the number of datagrams.
  func send(_ text: [UInt8]) throws(SystemError) -> Int {
    let socket = try DatagramSocket(host: host, port: port)
    return try Self.send(text, by: { datagram throws(SystemError) in try socket.send(datagram) }, pause: { usleep($0) })
  }

  /// Sends every line in bursts, given how a datagram is sent, and how so many microseconds are waited.
  static func send(
    _ text: [UInt8], by send: (ArraySlice<UInt8>) throws(SystemError) -> Void, pause: (UInt32) -> Void
  ) throws(SystemError) -> Int {
    let datagrams = datagrams(text)
    for (index, datagram) in datagrams.enumerated() {
      if index > 0, index.isMultiple(of: burst.datagrams) { pause(burst.pause) }
      try send(datagram)
    }
    return datagrams.count
  }

  /// Whole lines, as many as a datagram takes. A gauge below zero is two lines, which must not be parted: the server
  /// would show the 0 between them.
  static func datagrams(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var units: [ArraySlice<UInt8>] = []
    var rest = text[...]
    var reset: ArraySlice<UInt8>?
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      let line = rest[rest.startIndex..<end]
      rest = rest[end...]
      if let opened = reset {
        reset = nil
        units.append(text[opened.startIndex..<end])
      } else if isReset(line, before: rest) {
        reset = line
      } else {
        units.append(line)
      }
    }
    if let reset { units.append(reset) }
    var datagrams: [ArraySlice<UInt8>] = []
    for unit in units {
      if let last = datagrams.last, unit.endIndex - last.startIndex <= largestDatagram {
        datagrams[datagrams.count - 1] = text[last.startIndex..<unit.endIndex]
      } else {
        datagrams.append(unit)
      }
    }
    return datagrams
  }

  /// Whether a line sets a gauge to 0 that the next one takes below.
  private static func isReset(_ line: ArraySlice<UInt8>, before rest: ArraySlice<UInt8>) -> Bool {
    guard let zero = line.ranges(of: Array(":0|g".utf8)).last else { return false }
    // Behind it is nothing, or tags.
    let end = line[zero.upperBound...]
    guard end.elementsEqual("\n".utf8) || end.starts(with: "|#".utf8) else { return false }
    let name = line[...zero.lowerBound]
    return rest.starts(with: name) && rest.dropFirst(name.count).first == UInt8(ascii: "-")
  }
}
