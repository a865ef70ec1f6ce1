import RestApi
import Testing

struct RequestReaderTests {
  /// What a whole text comes to.
  private func read(_ text: String) -> RequestReader.Progress {
    var reader = RequestReader()
    return reader.take(Array(text.utf8))
  }

  private func status(_ text: String) -> Int? {
    if case .refused(let answer) = read(text) { answer.status } else { nil }
  }

  private func request(_ text: String) -> APIRequest? {
    if case .request(let request) = read(text) { request } else { nil }
  }

  @Test func aRequestIsTakenApart() {
    let read = request("GET /a%20b/c%2Fd?x=1&y=%C3%A9+z HTTP/1.1\r\nHost: h\r\nAccept:  */* \r\n\r\n")
    #expect(
      read
        == APIRequest(
          path: ["a b", "c/d"], query: [("x", "1"), ("y", "é z")], headers: [("host", "h"), ("accept", "*/*")]))
    #expect(request("HEAD / HTTP/1.0\n\n")?.path == [""])
    #expect(request("GET http://h:80/metrics HTTP/1.1\r\nHost: h\r\n\r\n")?.path == ["metrics"])
    #expect(request("GET http://h?q=1 HTTP/1.1\r\nHost: h\r\n\r\n")?.query.first?.value == "1")
    #expect(request("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n") != nil)
    #expect(request("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc") != nil)
  }

  @Test(
    arguments: [
      ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
      ("GET /\r\n\r\n", 400), ("GET  / HTTP/1.1\r\nHost: h\r\n\r\n", 400), ("G(T / HTTP/1.1\r\nHost: h\r\n\r\n", 400),
      ("GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n", 400), ("GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n", 400),
      ("GET x HTTP/1.1\r\nHost: h\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: h\r\n x: folded\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: h\u{0}\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n", 413),
      ("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 65537\r\n\r\n", 413),
      ("GET / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n", 501),
      ("GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505), ("\u{16}\u{3}\u{1} TLS\r\n\r\n", 400),
    ]) func aBadRequestHasItsStatus(text: String, expected: Int)
  {
    #expect(status(text) == expected, "\(text)")
  }

  @Test func boundsHold() {
    let long = String(repeating: "a", count: RequestReader.longestLine + 1)
    #expect(status("GET /\(long)") == 414, "before the line's end")
    #expect(status("GET /\(long) HTTP/1.1\r\nHost: h\r\n\r\n") == 414)
    let fields = String(repeating: "x: y\r\n", count: RequestReader.mostFields + 1)
    #expect(status("GET / HTTP/1.1\r\nHost: h\r\n\(fields)\r\n") == 431)
    let field = "x: " + String(repeating: "y", count: RequestReader.longestHead)
    #expect(status("GET / HTTP/1.1\r\nHost: h\r\n\(field)") == 431, "before the field's end")
  }

  /// Any bytes, in any pieces: never a trap, never more kept than the bounds allow, and the same verdict as in one piece.
  @Test func piecesDoNotMatter() {
    var random = SeededRandom(state: 7)
    let seeds = [
      "GET /api/v1/system?x=1 HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n",
      "HEAD http://h/%41 HTTP/1.0\nA: b\n\n", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab",
      "\r\n\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
    ].map { Array($0.utf8) }
    for round in 0..<20_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = .random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert([0x0D, 0x0A, 0x20, 0x25, 0x3A][place % 5], at: place)
        default: bytes.removeLast(bytes.count - place)
        }
      }
      var whole = RequestReader()
      let expected = verdict(whole.take(bytes))
      var parted = RequestReader()
      var last = "incomplete"
      var rest = bytes[...]
      while !rest.isEmpty, last == "incomplete" {
        let count = Int.random(in: 1...rest.count, using: &random)
        last = verdict(parted.take(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(last == expected, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func verdict(_ progress: RequestReader.Progress) -> String {
    switch progress {
    case .incomplete: "incomplete"
    case .request(let request): "\(request)"
    case .refused(let answer): "\(answer.status)"
    }
  }

  private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29) &* 0x9E37_79B9_7F4A_7C15
    }
  }
}
