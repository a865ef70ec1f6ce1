import Catalog
import Model
import Pass
import Planning
import System
import Testing

@testable import Transport

/// An agent that has one answer for every question.
private final class AgentWire: Wire {
  let needsSignIn = false
  let clock = Instant(microseconds: 0)
  private let body: String
  private var ended: [Exchange] = []

  init(_ body: String) { self.body = body }

  func start(_ exchange: Exchange, timeout seconds: Double) {
    exchange.response.status = 200
    _ = exchange.receiver.receive(Array(body.utf8).span)
    ended.append(exchange)
  }

  func wait(_ seconds: Double) -> [Exchange] {
    defer { ended = [] }
    return ended
  }

  func cancelAll() -> [Exchange] { [] }
}

@Test func anAgentsRowsTellTheirTypes() throws {
  func row(_ type: String, _ key: String, _ name: String) -> String {
    #"{"\#(key)":"\#(name)","ResourceType":"\#(type)","SubscriptionId":"s","ResourceGroupName":"rg"}"#
  }
  let rows = [
    row("WebApp", "WebAppName", "w"), row("KeyVault", "VaultName", "kv"), row("LogicApp", "WorkflowName", "l"),
  ]
  let wire = AgentWire(#"{"Result":[\#(rows.joined(separator: ","))],"HasMore":false}"#)
  func run(_ types: String...) throws -> [FoundResource] {
    let group = NamedGroup(name: "estate", types: try types.map { try #require(ResourceType.named($0)) })
    let found = DiscoveryAgentRunner.run(
      [group], of: "http://agent", details: ResourceDetails(tags: ["team"]),
      courier: Courier(
        wire: wire, maxInFlight: 1, deadline: Instant(microseconds: 15_000_000), isStopped: { false },
        now: { wire.clock }, wallSeconds: { 0 }, jitter: { 0.5 }), now: 0)
    #expect(found.failures.isEmpty && found.groups.first?.fingerprint == group.fingerprint(at: "http://agent"))
    return found.groups.first?.resources ?? []
  }
  let both = try run("KeyVault", "WebApp")
  #expect(both.map(\.details) == [["", "WebApp"], ["", "KeyVault"]])
  #expect(both.map { $0.id.hasSuffix("/w") } == [true, false])
  #expect(try run("KeyVault").map(\.details) == [[]], "of one type none needs to be told")
}
