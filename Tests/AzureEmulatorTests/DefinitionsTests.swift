import Testing

@testable import AzureEmulator

/// azure-apis 3.2.
@Suite struct DefinitionsTests {
  @Test func everyMetricIsDefined() async throws {
    try await Emulated.run { emulated in
      for type in EmulatedType.common {
        let resource = emulated.first(type.name)
        let answer = emulated.get(
          "/\(resource.id)/providers/microsoft.insights/MetricDefinitions?api-version=2024-02-01")
        #expect(answer.status == 200)
        let definitions = answer.json["value"].array
        #expect(definitions.map { $0["name"]["value"].text } == resource.metrics.map(\.name))
        for (definition, metric) in zip(definitions, resource.metrics) {
          #expect(definition["unit"].text == metric.unit)
          #expect(definition["primaryAggregationType"].text == metric.primary)
          #expect(definition["metricAvailabilities"].array.count == metric.grains.count)
          #expect(definition["metricAvailabilities"].array.allSatisfy { $0["retention"].text == "P93D" })
          #expect(definition["dimensions"].array.map { $0["value"].text } == metric.dimensions.map(\.name))
          #expect(definition.keys.contains("dimensions") != metric.dimensions.isEmpty)
        }
      }
      #expect(emulated.server.statistics.calls == ["definitions": EmulatedType.common.count])
    }
  }

  @Test func grainsAreThoseThatCanBeAskedFor() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("StorageAccount")
      let answer = emulated.get("/\(resource.id)/providers/Microsoft.Insights/metricDefinitions?api-version=2018-01-01")
      let capacity = answer.json["value"].array.first { $0["name"]["value"].text == "UsedCapacity" }
      let grains = capacity?["metricAvailabilities"].array.compactMap { $0["timeGrain"].text } ?? []
      #expect(grains == ["PT1H", "PT6H", "PT12H", "P1D"])
      for grain in grains {
        #expect(emulated.metrics(resource, ["metricnames": "UsedCapacity", "interval": grain]).status == 200)
      }
    }
  }

  @Test func versionIsRequired() async throws {
    try await Emulated.run { emulated in
      let answer = emulated.get("/\(emulated.first("KeyVault").id)/providers/Microsoft.Insights/metricDefinitions")
      #expect(answer.status == 400)
      #expect(answer.json["error"]["code"].text == "MissingApiVersionParameter")
    }
  }
}
