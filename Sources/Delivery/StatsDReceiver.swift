internal import System

/// A server of StatsD, by UDP: nobody answers, and a gauge has no time.
package struct StatsDReceiver: Sendable {
  private let host: String
  private let port: Int
  /// What goes through Ethernet in one piece. Source: StatsD's documentation.
  static let largestDatagram = 1432

  package init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Looks for the host; nobody says whether a server is there.
  func find() throws(SystemError) { _ = try DatagramSocket(host: host, port: port) }

  /// Sends every line; gives the number of datagrams.
  func send(_ text: [UInt8]) throws(SystemError) -> Int {
    let socket = try DatagramSocket(host: host, port: port)
    let datagrams = Self.datagrams(text)
    for datagram in datagrams { try socket.send(datagram) }
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
