import Model
import Testing

@Test func resourcesAreComparedWithoutCase() {
  let one = ResourceID("/subscriptions/S/resourceGroups/RG/providers/Microsoft.KeyVault/vaults/Kv")
  let two = ResourceID("subscriptions/s/resourcegroups/rg/providers/microsoft.keyvault/VAULTS/kv")
  #expect(one == two && one.hashValue == two.hashValue)
  #expect(one.text.hasPrefix("subscriptions/S"), "the first spelling stays, without its slash")
}

@Test func outcomesHaveTheirNames() {
  for outcome in Outcome.allCases { #expect(Outcome(name: outcome.name) == outcome) }
  #expect(Set(Outcome.allCases.map(\.name)).count == Outcome.allCases.count)
  #expect(
    Outcome.notDue.name == "not-due" && Outcome.unknownMetric.name == "unknown-metric" && Outcome.gone.name == "gone")
}

@Test func aggregationSetsHaveOneOrder() {
  var set: AggregationSet = []
  for aggregation in [Aggregation.count, .average, .total] { set.insert(AggregationSet(aggregation)) }
  #expect(set.members == [.average, .total, .count])
  #expect(set.contains(.total) && !set.contains(.minimum))
}

@Test func samplesKeepTheirTargetAndOrder() {
  var table = SampleTable(targets: 3)
  table.append(target: 2, start: 60, value: 1)
  table.append(target: 0, start: 60, value: 2, dimensions: ["a", "b"])
  table.append(target: 2, start: 120, value: 3, dimensions: ["a", "b"])
  var seen: [String] = []
  for target in 0..<3 {
    table.forEach(target: target) { start, value, dimensions in seen.append("\(target) \(start) \(value) \(dimensions)")
    }
  }
  #expect(seen == [#"0 60 2.0 ["a", "b"]"#, "2 60 1.0 []", #"2 120 3.0 ["a", "b"]"#])
  #expect(table.count == 3 && !table.hasSamples(target: 1))
}
