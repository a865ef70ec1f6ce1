import Catalog
import Model
import Testing

/// Azure's own spellings (MetricUnit).
private let units: Set = [
  "BitsPerSecond", "Bytes", "ByteSeconds", "BytesPerSecond", "Cores", "Count", "CountPerSecond", "MilliCores",
  "MilliSeconds", "NanoCores", "Percent", "Seconds", "Unspecified",
]

@Test func theWholeTableIsRead() {
  let types = MetricCatalog.types
  #expect(types.count == 226 && types == Set(types).sorted())
  #expect(types.allSatisfy { $0 == $0.lowercased() && $0.contains("/") })
  #expect(types.map { MetricCatalog.metrics(of: $0)?.count ?? 0 }.reduce(0, +) == 4080)
  #expect(MetricCatalog.date == "2024-11-20")
}

@Test func everyTypeIsFoundWithSoundMetrics() throws {
  let grains: Set = [60, 300, 900, 1800, 3600, 21_600, 43_200, 86_400]
  for type in MetricCatalog.types {
    let metrics = try #require(MetricCatalog.metrics(of: type.uppercased()), "\(type)")
    let names = metrics.map { $0.name.lowercased() }
    #expect(!names.isEmpty && names == Set(names).sorted(), "\(type)")
    for metric in metrics {
      #expect(units.contains(metric.unit) && grains.contains(metric.shortestGrain), "\(type) \(metric)")
      #expect(Set(metric.dimensions).count == metric.dimensions.count, "\(type) \(metric)")
      for text in metric.dimensions + [metric.name] {
        #expect(!text.isEmpty && text.first != " " && text.last != " " && !text.contains(","), "\(type) \(metric)")
      }
    }
  }
}

@Test(arguments: [
  (
    "microsoft.aad/DomainServices",
    KnownMetric(
      "\\Memory\\% Committed Bytes In Use", unit: "Percent", primaryAggregation: .average, shortestGrain: 60,
      dimensions: ["DataCenter", "Tenant", "Role", "RoleInstance", "ScaleUnit"])
  ),
  (
    "Microsoft.Storage/storageAccounts",
    KnownMetric("UsedCapacity", unit: "Bytes", primaryAggregation: .average, shortestGrain: 3600)
  ),
  (
    "Microsoft.Compute/virtualMachines",
    KnownMetric(
      "Data Disk Latency", unit: "MilliSeconds", primaryAggregation: .average, shortestGrain: 60, dimensions: ["LUN"])
  ),
  (
    "MICROSOFT.SQL/SERVERS/DATABASES",
    KnownMetric("full_backup_size_bytes", unit: "Bytes", primaryAggregation: .average, shortestGrain: 86_400)
  ),
  (
    "Microsoft.NetworkCloud/bareMetalMachines",
    KnownMetric(
      "NcNodeNetworkReceiveErrsTotal", unit: "Count", primaryAggregation: .average, shortestGrain: 60,
      dimensions: ["Hostname", "Interface Name"])
  ),
  // `Sum` in the table.
  (
    "Microsoft.Peering/peerings",
    KnownMetric(
      "FlapCounts", unit: "Count", primaryAggregation: .total, shortestGrain: 60,
      dimensions: ["ConnectionId", "SessionIp"])
  ),
  // The table has None before the aggregations of this one.
  (
    "microsoft.network/dnszones",
    KnownMetric("RecordSetCount", unit: "Count", primaryAggregation: .average, shortestGrain: 3600)
  ),
])
func metricsAreAsTheTableHasThem(type: String, metric: KnownMetric) {
  #expect(MetricCatalog.metrics(of: type)?.first { $0.name == metric.name } == metric)
}

@Test(arguments: [
  "", "a", "microsoft.keyvault/vault", "microsoft.keyvault/vaultsx", "microsoft.keyvault/vaults\n", "zzz",
  "-Count average 60", " Availability", "Microsoft.Sql/servers", "microsoft.aad/domainservice", "wandisco.fusion/zzz",
])
func aTypeThatIsNotThereHasNoMetrics(type: String) {
  #expect(MetricCatalog.metrics(of: type) == nil)
}

@Test func whatDoesNotComeFromMonitorHasItsOwnMetrics() throws {
  let queue = try #require(ResourceType.named("StorageQueue")).knownMetrics
  #expect(queue.map(\.armType) == ["microsoft.storage/storageaccounts/queueservices"])
  #expect(queue.flatMap(\.metrics).map(\.name) == ["MessageCount", "TimeSpentInQueue"])
  #expect(try #require(ResourceType.named("LogAnalytics")).knownMetrics.isEmpty)
}

/// Of a server as such Microsoft lists no metrics, only of its databases and pools.
@Test(arguments: ResourceType.all.filter { $0.source == .metrics && $0.name != "SqlServer" }.map(\.name))
func everyTypeIsInTheTable(name: String) throws {
  let known = try #require(ResourceType.named(name)).knownMetrics
  #expect(known.allSatisfy { !$0.metrics.isEmpty }, "\(known.map(\.armType))")
}
