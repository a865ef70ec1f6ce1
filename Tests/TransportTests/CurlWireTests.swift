import System
import Testing

@testable import Transport

private func ended(_ request: HTTPRequest, largestBody: Int = 1 << 20) -> Exchange {
  let wire = CurlWire(
    userAgent: "test", wakeDescriptor: -1, proxyExceptions: ProxyExceptions.list([:]), largestBody: largestBody
  ) { nil }
  let exchange = Exchange(request, number: 1, receiver: BodyBuffer())
  wire.start(exchange, timeout: 20)
  while wire.wait(5).isEmpty {}
  return exchange
}

@Suite struct CurlWireTests {
  @Test(arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"], [false, true])
  func redirectsAreNeverFollowed(status: String, isPost: Bool) {
    let trap = LoopbackServer(status: "200 OK", body: Array("{}".utf8))
    let door = LoopbackServer(status: status, headers: ["Location: \(trap.url)/elsewhere?key=1"])
    let request = HTTPRequest(
      isPost ? .post : .get, "\(door.url)/here", token: Secret("token"), body: isPost ? [1] : [], api: .metrics,
      quota: "q")
    let exchange = ended(request)
    #expect(exchange.failure == nil)
    #expect(exchange.response.status == Int(status.prefix(3)))
    #expect(exchange.response.header("location") == "\(trap.url)/elsewhere", "what may be a secret is not kept")
    #expect(door.requests.count == 1 && door.requests[0].contains("Authorization: Bearer token"))
    #expect(trap.requests.isEmpty)
  }

  @Test func aBodyBeyondTheBoundIsRefused() {
    let body = [UInt8](repeating: UInt8(ascii: "1"), count: 300_000)
    let server = LoopbackServer(status: "200 OK", body: body)
    let request = HTTPRequest(.get, server.url, api: .metrics, quota: "q")
    #expect(ended(request, largestBody: 299_999).failure == .tooLarge(limit: 299_999))
    let whole = ended(request, largestBody: 300_000)
    #expect(whole.failure == nil && whole.response.receivedBytes == 300_000)
  }

  @Test func someHostsNeverHaveAProxy() {
    let always = "localhost,127.0.0.0/8,::1,169.254.169.254"
    #expect(ProxyExceptions.list([:]) == always)
    #expect(ProxyExceptions.list(["NO_PROXY": "a.example", "no_proxy": "b.example"]) == "b.example,\(always)")
    #expect(ProxyExceptions.list(["NO_PROXY": "a.example"]) == "a.example,\(always)")
    #expect(ProxyExceptions.list(["NO_PROXY": "*"]) == "*")
  }
}
