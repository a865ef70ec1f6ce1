import Catalog
import Configuration
import Planning
import Testing

@Test func agentsAreAskedForTheTypesOfAllMetrics() throws {
  func groups(_ types: String...) throws -> [NamedGroup] {
    let metrics = try types.map { type in
      var wanting = try metric("m_\(type)", type: type, resources: [])
      wanting.discoveryGroups = ["estate"]
      return wanting
    }
    return NamedGroup.all(in: [declaration(metrics)])
  }
  let several = try groups("KeyVault", "WebApp", "KeyVault")
  #expect(several.map(\.name) == ["estate"] && several[0].types.map(\.name) == ["KeyVault", "WebApp"])
  #expect(several[0].fingerprint(at: "http://agent") != "http://agent", "another set of types is another question")
  #expect(try groups("KeyVault")[0].fingerprint(at: "http://agent") == "http://agent")
}
