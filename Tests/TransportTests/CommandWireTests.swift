import System
import Testing

@testable import Transport

@Suite struct CommandWireTests {
  private func run(_ script: String, timeout: Double = 10, of program: String = "/bin/sh") throws -> Exchange {
    let wire = CommandWire(CurlWire(userAgent: "test", wakeDescriptor: -1, proxyExceptions: "", certificates: { nil }))
    var request = HTTPRequest(.get, "sh", api: .token, quota: "sh")
    request.command = ChildCommand(
      program: program, arguments: ["-c", script], environment: [:], folder: "/", timeout: timeout)
    wire.start(Exchange(request, number: 7, receiver: BodyBuffer()), timeout: 30)
    while true {
      if let exchange = wire.wait(30).first { return exchange }
    }
  }

  @Test func whatAProgramPrintsIsTheBody() throws {
    let exchange = try run("echo hello")
    #expect(exchange.number == 7 && exchange.failure == nil && exchange.response.status == 200)
    #expect((exchange.receiver as? BodyBuffer)?.bytes == Array("hello\n".utf8))
  }

  @Test func oneThatClosesItsOutputsFirstIsWaitedFor() throws {
    let exchange = try run("exec >&- 2>&-; /bin/sleep 0.02; exit 4")
    #expect(exchange.failure == .command(.init(status: 4, text: "")))
  }

  @Test func aFailureIsWhatItSaid() throws {
    #expect(try run("echo no >&2; exit 5").failure == .command(.init(status: 5, text: "no\n")))
    #expect(try run("", of: "/nowhere/sh").failure.map { "\($0)" }?.contains("cannot run /nowhere/sh") == true)
  }

  @Test func oneThatTakesTooLongIsEnded() throws {
    #expect(try run("/bin/sleep 600", timeout: 0).failure == .timeout)
  }

  @Test func cancellingGivesItBack() throws {
    let wire = CommandWire(CurlWire(userAgent: "test", wakeDescriptor: -1, proxyExceptions: "", certificates: { nil }))
    var request = HTTPRequest(.get, "sh", api: .token, quota: "sh")
    request.command = ChildCommand(
      program: "/bin/sh", arguments: ["-c", "sleep 600"], environment: [:], folder: "/", timeout: 600)
    wire.start(Exchange(request, number: 1, receiver: BodyBuffer()), timeout: 600)
    #expect(wire.cancelAll().map(\.number) == [1])
    #expect(wire.cancelAll().isEmpty)
  }
}
