internal import Formats

/// Reads one HTTP/1.x request (RFC 9112) from bytes that come in pieces, within bounds.
package struct RequestReader: Sendable {
  /// What has come so far means this.
  package enum Progress: Sendable {
    case incomplete
    case request(APIRequest)
    case refused(APIAnswer)
  }

  /// The longest first line, the longest head with all of its fields, and the longest body, in bytes; the most fields.
  package static let (longestLine, longestHead, longestBody, mostFields) = (8 << 10, 32 << 10, 64 << 10, 100)

  private var bytes: [UInt8] = []
  /// Up to here no end of a line has come.
  private var searched = 0
  private var head: (request: APIRequest, end: Int, body: Int)?

  package init() {}

  /// Whether nothing has come yet.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Takes the next bytes.
  package mutating func take(_ more: some Sequence<UInt8>) -> Progress {
    bytes += more
    do {
      if head == nil { head = try readHead() }
    } catch {
      return .refused(error.answer)
    }
    guard let head, bytes.count - head.end >= head.body else { return .incomplete }
    return .request(head.request)
  }

  /// A request that is not answered as asked.
  private struct Fault: Error {
    let answer: APIAnswer

    init(_ status: Int, _ detail: String) { answer = .problem(status, detail) }
  }

  private mutating func readHead() throws(Fault) -> (request: APIRequest, end: Int, body: Int)? {
    // RFC 9112 section 2.2: empty lines before a request are passed over.
    var start = 0
    while start < bytes.count, bytes[start] == 0x0D || bytes[start] == 0x0A { start += 1 }
    guard let end = headEnd(from: start) else {
      let line = bytes[start...].firstIndex(of: 0x0A).map { $0 - start } ?? bytes.count - start
      if line > Self.longestLine { throw Fault(414, "the address is longer than \(Self.longestLine) bytes") }
      if bytes.count > Self.longestHead { throw tooLong }
      return nil
    }
    var lines: [ArraySlice<UInt8>] = []
    var at = start
    while at < end {
      let stop = bytes[at...].firstIndex(of: 0x0A) ?? end
      let line = bytes[at..<stop]
      lines.append(line.last == 0x0D ? line.dropLast() : line)
      at = stop + 1
    }
    guard let first = lines.first, !first.isEmpty else { throw Fault(400, "there is no request line") }
    if first.count > Self.longestLine { throw Fault(414, "the address is longer than \(Self.longestLine) bytes") }
    if end > Self.longestHead || lines.count > Self.mostFields + 2 { throw tooLong }
    var request = try Self.requestLine(first)
    for line in lines.dropFirst() where !line.isEmpty { request.request.headers.append(try Self.field(line)) }
    let body = try Self.body(of: request.request)
    let hosts = request.request.headers.count { $0.name == "host" }
    guard hosts == 1 || request.isOld && hosts == 0 else { throw Fault(400, "a request has one Host field") }
    return (request.request, end, body)
  }

  private var tooLong: Fault {
    Fault(431, "the header fields are longer than \(Self.longestHead) bytes, or more than \(Self.mostFields)")
  }

  /// The place behind the empty line that ends the head.
  private mutating func headEnd(from start: Int) -> Int? {
    var at = max(searched, start)
    while let line = bytes[at...].firstIndex(of: 0x0A) {
      let next = bytes[(line + 1)...].prefix(2)
      if next.first == 0x0A { return line + 2 }
      if next.elementsEqual([0x0D, 0x0A]) { return line + 3 }
      if next.isEmpty || next.elementsEqual([0x0D]) { break }
      at = line + 1
    }
    searched = at
    return nil
  }

  // MARK: The first line

  private static func requestLine(_ line: ArraySlice<UInt8>) throws(Fault) -> (request: APIRequest, isOld: Bool) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(isOfToken),
      parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw Fault(400, "the request line is not METHOD ADDRESS HTTP/1.1") }
    let version = Array(parts[2])
    guard version.count == 8, version.starts(with: "HTTP/".utf8), version[6] == UInt8(ascii: "."),
      isDigit(version[5]), isDigit(version[7])
    else { throw Fault(400, "the request line is not METHOD ADDRESS HTTP/1.1") }
    guard version[5] == UInt8(ascii: "1") else { throw Fault(505, "only HTTP/1.1 and HTTP/1.0 are spoken here") }
    var request = APIRequest(method: String(decoding: parts[0], as: UTF8.self), path: [])
    var target = parts[1]
    if target.elementsEqual("*".utf8) {
      request.path = ["*"]
      return (request, version[7] == UInt8(ascii: "0"))
    }
    if target.first != UInt8(ascii: "/") {
      // RFC 9112 section 3.2.2: every server takes the absolute form.
      let lower = String(decoding: target.prefix(8), as: UTF8.self).lowercased()
      let scheme = lower.hasPrefix("http://") ? 7 : lower == "https://" ? 8 : 0
      guard scheme > 0 else { throw Fault(400, "the address does not begin with a slash") }
      target = target.dropFirst(scheme)
      target = target.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }.map { target[$0...] } ?? []
      if target.first != UInt8(ascii: "/") { target = [UInt8(ascii: "/")] + target }
    }
    let halves = target.split(separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    for part in halves[0].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      request.path.append(try decoded(part))
    }
    if request.path.isEmpty { request.path = [""] }
    for pair in halves.dropFirst().joined().split(separator: UInt8(ascii: "&")) {
      let sides = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let texts = sides.map { ArraySlice($0.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }) }
      request.query.append((try decoded(texts[0]), texts.count > 1 ? try decoded(texts[1]) : ""))
    }
    return (request, version[7] == UInt8(ascii: "0"))
  }

  private static func decoded(_ text: ArraySlice<UInt8>) throws(Fault) -> String {
    var bytes: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      guard text[at] == UInt8(ascii: "%") else {
        bytes.append(text[at])
        at += 1
        continue
      }
      guard at + 2 < text.endIndex, let high = digit(text[at + 1]), let low = digit(text[at + 2]) else {
        throw Fault(400, "the address has a percent sign that stands for nothing")
      }
      bytes.append(high << 4 | low)
      at += 3
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(400, "the address is no UTF-8") }
    return text
  }

  // MARK: Fields

  private static func field(_ line: ArraySlice<UInt8>) throws(Fault) -> (name: String, value: String) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(isOfToken),
      line[(colon + 1)...].allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
    else { throw Fault(400, "a header field is not NAME: VALUE") }
    var value = line[(colon + 1)...]
    while let byte = value.first, byte == 0x20 || byte == 0x09 { value = value.dropFirst() }
    while let byte = value.last, byte == 0x20 || byte == 0x09 { value = value.dropLast() }
    return (
      String(decoding: line[..<colon], as: UTF8.self).lowercased(), String(decoding: value, as: UTF8.self)
    )
  }

  /// How long the body is, which nobody reads.
  private static func body(of request: APIRequest) throws(Fault) -> Int {
    if request.header("transfer-encoding") != nil {
      throw Fault(501, "no transfer coding is understood: say Content-Length")
    }
    guard let text = request.header("content-length") else { return 0 }
    guard !text.isEmpty, text.utf8.allSatisfy(isDigit) else { throw Fault(400, "Content-Length is no number") }
    guard let length = Int(text), length <= longestBody else {
      throw Fault(413, "the body is longer than \(longestBody) bytes")
    }
    return length
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func digit(_ byte: UInt8) -> UInt8? {
    if isDigit(byte) { return byte - 0x30 }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }

  /// RFC 9110 section 5.6.2.
  private static func isOfToken(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
