import Testing

@testable import AzureEmulator

/// The estate of all types.
@Suite struct EstateTests {
  private static let all = Estate(seed: 1, resources: 56 * 6, subscriptions: 2, types: EmulatedType.all)

  private func resources(_ type: String) -> [EmulatedResource] { Self.all.resources.filter { $0.type.name == type } }

  @Test func everyTypeIsThereEquallyOften() {
    #expect(EmulatedType.all.count == 56)
    #expect(Set(EmulatedType.all.map(\.name)).count == 56)
    for type in EmulatedType.all { #expect(resources(type.name).count == 6, "\(type.name)") }
    #expect(Set(Self.all.resources.map { $0.id.lowercased() }).count == Self.all.resources.count)
  }

  @Test func theUsualEstateHasTheCommonTypesAlone() {
    let usual = Estate(seed: 1, resources: 100, subscriptions: 2)
    let chosen = Estate(seed: 1, resources: 100, subscriptions: 2, types: EmulatedType.common)
    #expect(usual.resources.map(\.id) == chosen.resources.map(\.id))
    #expect(
      usual.types.map(\.name) == [
        "KeyVault", "ServiceBusNamespace", "SqlDatabase", "StorageAccount", "WebApp", "VirtualMachine", "LogicApp",
        "Generic",
      ])
  }

  @Test func fieldsMakeTheIDs() throws {
    let place = "subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg-1-0/providers/"
    for (type, fields, path) in [
      ("KeyVault", ["kv-1-0"], "Microsoft.KeyVault/vaults/kv-1-0"),
      ("StorageAccount", ["store10"], "Microsoft.Storage/storageAccounts/store10"),
      ("SqlElasticPool", ["sqlpools-1-0", "pool"], "Microsoft.Sql/servers/sqlpools-1-0/elasticPools/pool"),
      ("BlobStorage", ["blobs10"], "Microsoft.Storage/storageAccounts/blobs10/blobServices/default"),
      ("PostgreSql", ["pg-1-0", "Single"], "Microsoft.DBforPostgreSQL/servers/pg-1-0"),
      ("Generic", ["Microsoft.Network/publicIPAddresses/ip-1-0"], "Microsoft.Network/publicIPAddresses/ip-1-0"),
    ] {
      let first = try #require(resources(type).first)
      #expect(first.fields == fields)
      #expect(first.id == place + path)
      #expect(first.uri == first.id)
    }
  }

  @Test func variantsComeByTurns() {
    #expect(
      resources("PostgreSql").prefix(4).map(\.armType) == [
        "microsoft.dbforpostgresql/servers", "microsoft.dbforpostgresql/flexibleservers",
        "microsoft.dbforpostgresql/servergroupsv2", "microsoft.dbforpostgresql/servers",
      ])
    #expect(resources("PostgreSql").prefix(4).map { $0.fields[1] } == ["Single", "Flexible", "Hyperscale", "Single"])
    #expect(resources("MySql").prefix(3).map { $0.fields[1] } == ["Single", "Flexible", "Single"])
    #expect(resources("FunctionApp").prefix(4).map { $0.fields[1] } == ["", "", "staging", ""])
    #expect(resources("FunctionApp").allSatisfy { $0.kind.contains("functionapp") })
    #expect(resources("DnsZone").allSatisfy { $0.region == "global" })
    #expect(resources("NatGateway").allSatisfy { $0.region != "global" })
  }

  /// azure-apis 6 for the queue.
  @Test func labelsOfAFewTypesAreOtherThanTheIDs() throws {
    let queue = try #require(resources("StorageQueue").first)
    #expect(queue.uri.hasSuffix("/Microsoft.Storage/storageAccounts/queues10/queueServices"))
    let workspace = try #require(resources("LogAnalytics").first)
    #expect(workspace.uri == workspace.id + "/Overview")
    #expect(workspace.fields[0].wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
    #expect(Set(resources("LogAnalytics").map { $0.fields[0] }).count == 6)
    let others = Self.all.resources.filter { $0.uri != $0.id }
    #expect(Set(others.map(\.type.name)) == ["StorageQueue", "LogAnalytics"])
  }

  @Test func everyResourceHasMetricsAndTheirDimensionsHaveValues() {
    for resource in Self.all.resources {
      #expect(2...12 ~= resource.metrics.count, "\(resource.armType)")
      for metric in resource.metrics {
        for dimension in metric.dimensions {
          let values = resource.values(of: dimension)
          #expect(!values.isEmpty && Set(values).count == values.count, "\(resource.armType) \(dimension.name)")
        }
      }
    }
  }

  @Test func entitiesAreTheResourcesOwn() throws {
    for (type, metric, dimension) in [
      ("EventHubs", "IncomingMessages", "EntityName"), ("DataFactory", "PipelineFailedRuns", "Name"),
      ("DataFactory", "ActivityFailedRuns", "PipelineName"), ("DataShare", "ShareCount", "ShareName"),
      ("DataShare", "ShareSubscriptionCount", "ShareSubscriptionName"),
    ] {
      var seen: Set<[String]> = []
      for resource in resources(type) {
        let row = try #require(resource.metric(metric))
        #expect(resource.type.entityDimension(of: row) == dimension)
        let values = resource.values(of: try #require(row.dimensions.first { $0.name == dimension }))
        #expect(values == resource.entities && 2...4 ~= values.count)
        seen.insert(values)
      }
      #expect(seen.count > 1, "all resources of \(type) hold the same")
    }
    let share = try #require(resources("DataShare").first)
    #expect(share.type.entityDimension(of: try #require(share.metric("SucceededShareSynchronizations"))) == nil)
    for (type, metric, dimension) in [
      ("AutomationAccount", "TotalJob", "Runbook"), ("ApiManagement", "Requests", "Location"),
    ] {
      let resource = try #require(resources(type).first)
      let row = try #require(resource.metric(metric))
      #expect(resource.type.entityDimension(of: row) == nil, "Promitor splits only where it is told to")
      #expect(resource.values(of: try #require(row.dimensions.first { $0.name == dimension })) == resource.entities)
    }
  }

  /// azure-apis 8.4: ids come back upper-case as values.
  @Test func partsOfAServerAreNamedByTheirIDs() throws {
    let server = try #require(resources("SqlServer").first)
    let row = try #require(server.metric("dtu_used"))
    #expect(
      server.values(of: row.dimensions[0]) == [
        "/\(server.id)/databases/master".uppercased(), "/\(server.id)/databases/db".uppercased(),
      ])
  }

  /// What can be found can be asked for values: no whole is listed whose type the estate has resources of its own of.
  @Test func wholesAreListedWhereTheirTypeIsNone() {
    #expect(Self.all.rows.count == Self.all.resources.count)
    let databases = Estate(seed: 1, resources: 3, type: "SqlDatabase")
    #expect(databases.rows.map(\.type).filter { $0 == "microsoft.sql/servers" }.count == 3)
    let pools = Estate(seed: 1, resources: 2, type: "SynapseSqlPool")
    #expect(pools.rows.dropFirst(2).map(\.name) == ["dw-1-0", "dw-1-1"])
    let slots = Estate(seed: 1, resources: 3, type: "WebApp")
    #expect(slots.rows.count == 3)
  }
}
