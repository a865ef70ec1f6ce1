import AzureEmulator
import Catalog
import Configuration
import Model
import Pass
import Testing

/// Groups of several types: who finds them, and what of their rows lasts.
@Suite struct DiscoveryTypesTests {
  private static let types = ["KeyVault", "WebApp", "FunctionApp", "SqlDatabase"]

  private func simulation(_ types: [String] = types) throws -> DiscoverySimulation {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(seed: 3, resources: 300, subscriptions: 2)
    configuration.graphQuota = 1000
    return try DiscoverySimulation(
      configuration, groups: "  - {name: estate, types: [\(types.joined(separator: ", "))]}\n")
  }

  /// The ids of what a type must find, sorted.
  private func expected(_ type: String, _ simulation: DiscoverySimulation) -> [String] {
    let armTypes = ResourceType.named(type)?.armTypes ?? []
    return simulation.estate.rows.filter { row in
      guard armTypes.contains(row.type) else { return false }
      return type != "WebApp" && type != "FunctionApp"
        || row.kind.contains("functionapp") == (type == "FunctionApp")
    }.map { String($0.id.dropFirst()) }.sorted()
  }

  private func found(_ type: String, _ simulation: DiscoverySimulation) throws -> [String] {
    let rows = try #require(simulation.result.groups.first { $0.name == "estate" }?.resources)
    return rows.filter { $0.details == [type] }.map(\.id).sorted()
  }

  @Test func oneQueryFindsAllTypesAndTheSnapshotKeepsThem() throws {
    let simulation = try simulation()
    simulation.settings.discoveryCache = 24 * 3600
    for queries in [1, 0] {
      try simulation.pass()
      #expect(simulation.queries == queries && simulation.result.failures.isEmpty)
      for type in Self.types {
        let expected = expected(type, simulation)
        #expect(try found(type, simulation) == expected && !expected.isEmpty, "\(type)")
      }
    }
  }

  @Test func everyTypeCanStandBesideTheOthers() throws {
    let all = ResourceType.all.filter { $0.discovery != nil }.map(\.name)
    let simulation = try simulation(all)
    try simulation.pass()
    #expect(simulation.queries == 1 && simulation.result.failures.isEmpty)
    for type in all { #expect(try found(type, simulation) == expected(type, simulation), "\(type)") }
  }

  @Test func whatIsKeptKeepsItsType() throws {
    let simulation = try simulation(["KeyVault", "SqlDatabase"])
    try simulation.pass()
    let vaults = try found("KeyVault", simulation)
    let databases = try found("SqlDatabase", simulation)
    // One answer without most of them, and one that has them again.
    let numbers = simulation.estate.resources.indices.filter { databases.contains(simulation.estate.resources[$0].id) }
    let others = simulation.estate.resources.indices.filter { vaults.contains(simulation.estate.resources[$0].id) }
    let most = numbers + Array(others.dropFirst())
    simulation.beforeQuery = { query in simulation.remove(query == 0 ? most : Array(others.suffix(1))) }
    try simulation.pass()
    #expect(simulation.queries > 1)
    #expect(try found("SqlDatabase", simulation) == databases && found("KeyVault", simulation) == vaults)
  }
}
