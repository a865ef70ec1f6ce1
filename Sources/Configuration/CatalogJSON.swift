import Catalog
package import Formats

/// The catalog for programs. Members are only added.
extension CatalogView {
  /// The document that `swath catalog --format json` prints.
  package var json: JSONValue {
    var members = [JSONValue.Member("date", .string(MetricCatalog.date))]
    if part == nil { members.append(.init("resourceTypes", .array(types.map(Self.json)))) }
    if let metrics {
      let rows = metrics.flatMap { group in group.metrics.map { Self.json($0, of: group) } }
      members.append(.init("metrics", .array(rows)))
    }
    return .object(members)
  }

  private static func json(_ type: ResourceType) -> JSONValue {
    let armTypes = armTypes(of: type).map { armType, count in
      JSONValue.object([.init("name", .string(armType)), .init("metrics", .number(Double(count)))])
    }
    return .object([
      .init("name", .string(type.name)), .init("discoverable", .boolean(type.discovery != nil)),
      .init("armTypes", .array(armTypes)),
      .init("fields", .array(Grammar.resource(of: type)?.keys.map(json) ?? [])),
    ])
  }

  private static func json(_ key: Grammar.Key) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("key", .string(key.name)), .init("required", .boolean(key.isRequired)),
      .init("meaning", .string(key.meaning)), .init("value", .string(key.kind.described)),
    ]
    if let text = key.absentMeans { members.append(.init("default", .string(text))) }
    return .object(members)
  }

  private static func json(_ metric: KnownMetric, of group: Group) -> JSONValue {
    .object([
      .init("name", .string(metric.name)), .init("armType", .string(group.armType)),
      .init("resourceTypes", .array(group.declarers.map(JSONValue.string))), .init("unit", .string(metric.unit)),
      .init("aggregation", .string(metric.aggregation)), .init("shortestGrain", .string(metric.grain)),
      .init("dimensions", .array(metric.dimensions.map(JSONValue.string))),
    ])
  }
}
