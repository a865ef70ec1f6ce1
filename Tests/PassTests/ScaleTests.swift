import AzureEmulator
import Configuration
import Foundation
import Model
import Pass
import Testing

/// A tenant of many subscriptions: what its lists cost, and how soon they are whole. With `SWATH_LONG_TESTS` 100,000
/// resources in 200 subscriptions.
@Suite struct ScaleTests {
  private static let isLong = ProcessInfo.processInfo.environment["SWATH_LONG_TESTS"] != nil
  private static let resources = isLong ? 100_000 : 12_000
  private static let types = [
    "KeyVault", "VirtualMachine", "StorageAccount", "RedisCache", "ContainerRegistry", "NetworkInterface",
  ]
  private static let regions = ["westeurope", "northeurope", "eastus", "eastus2", "southeastasia"]
  /// Queries that the service takes in five seconds.
  private static let quota = 15

  /// Thirty groups, each with the resources of one type in one region.
  private func simulation() throws -> DiscoverySimulation {
    var configuration = EmulatorConfiguration()
    configuration.estate = Estate(
      seed: 6, resources: Self.resources, subscriptions: Self.isLong ? 200 : 40, regions: Self.regions.count,
      types: EmulatedType.all.filter { Self.types.contains($0.name) })
    configuration.graphQuota = Self.quota
    let groups = Self.types.flatMap { type in
      Self.regions.map { "  - {name: \(type)-\($0), type: \(type), criteria: {include: {regions: [\($0)]}}}\n" }
    }
    return try DiscoverySimulation(configuration, groups: groups.joined())
  }

  /// Discovery has 15 of the 50 seconds of a pass.
  @Test func manyGroupsAreFoundAsFastAsTheQuotaAllows() throws {
    let simulation = try simulation()
    // Long enough that none of the lists is asked for again meanwhile.
    simulation.settings.discoveryCache = 10_000_000
    let groups = Self.types.count * Self.regions.count
    var (queries, seconds, passes) = (0, 0.0, 0)
    repeat {
      try simulation.pass(seconds: 15)
      queries += simulation.queries
      seconds += simulation.spent
      passes += 1
    } while simulation.result.groups.count < groups && passes < 20
    let wanted = Dictionary(grouping: simulation.estate.resources) { "\($0.type.name)-\($0.region)" }
    #expect(wanted.count == groups)
    for (group, resources) in wanted {
      #expect(simulation.ids(group) == resources.map(\.id).sorted(), "\(group)")
    }
    let least = wanted.values.reduce(0) { $0 + ($1.count + 999) / 1000 }
    #expect(queries == least, "\(queries) queries, where \(least) are needed")
    let ideal = Double((queries + Self.quota - 1) / Self.quota - 1) * 5
    #expect(seconds <= 1.3 * max(ideal, 5), "\(seconds) s, where the quota allows \(ideal) s")
  }
}
