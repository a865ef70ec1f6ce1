import Catalog

/// What `swath catalog` shows: resource types with the keys of their resources, and the metrics that are known of them.
package struct CatalogView: Sendable {
  /// The resource types that are described.
  let types: [ResourceType]
  /// The metrics that are listed, by ARM type; nil where none are asked for.
  let metrics: [Group]?
  /// What the names of the metrics have in them, where they were looked for.
  let part: String?

  /// The known metrics of one ARM type.
  struct Group: Sendable {
    let armType: String
    let metrics: [KnownMetric]
    /// The names of the resource types that declare them.
    let declarers: [String]
  }

  /// - `name`: a resource type or an ARM type, in any case; nil for all.
  /// - `part`: what the name of a metric must have in it, in any case; nil for any.
  /// - Throws: `UnknownType` where the name is that of neither.
  package init(of name: String?, metricsWith part: String?) throws(UnknownType) {
    self.part = part
    if let name, name.contains("/") {
      let armType = name.lowercased()
      let declarers = TypeLookUp.declarers()
      let metrics = MetricCatalog.metrics(of: armType)
      guard metrics != nil || declarers[armType] != nil else {
        throw UnknownType(name, among: Set(MetricCatalog.types).union(declarers.keys).sorted())
      }
      types = declarers[armType] ?? TypeLookUp.generic
      let group = Group(armType: armType, metrics: metrics ?? [], declarers: types.map(\.name))
      self.metrics = Self.groups([group], with: part)
    } else if let name {
      let type = try TypeLookUp.type(named: name)
      types = [type]
      metrics = Self.groups(Self.groups(of: type), with: part)
    } else {
      types = ResourceType.all
      metrics = part.map { Self.groups(Self.all, with: $0) }
    }
  }

  private static func groups(of type: ResourceType) -> [Group] {
    type.knownMetrics.map { Group(armType: $0.armType, metrics: $0.metrics, declarers: [type.name]) }
  }

  private static var all: [Group] {
    let declarers = TypeLookUp.declarers()
    let monitored = MetricCatalog.types.map { armType in
      Group(
        armType: armType, metrics: MetricCatalog.metrics(of: armType) ?? [],
        declarers: (declarers[armType] ?? TypeLookUp.generic).map(\.name))
    }
    return monitored + ResourceType.all.filter { $0.source != .metrics }.flatMap(groups)
  }

  /// The metrics whose names have a part in them, or all; without a part also groups that have none.
  private static func groups(_ groups: [Group], with part: String?) -> [Group] {
    guard let part = part?.lowercased() else { return groups }
    return groups.compactMap { group in
      let metrics = group.metrics.filter { $0.name.lowercased().contains(part) }
      return metrics.isEmpty ? nil : Group(armType: group.armType, metrics: metrics, declarers: group.declarers)
    }
  }

  /// The ARM types of a resource type, each with the number of its known metrics. A generic type has those that no
  /// other has.
  static func armTypes(of type: ResourceType) -> [(armType: String, metrics: Int)] {
    if !type.armTypes.isEmpty { return type.knownMetrics.map { ($0.armType, $0.metrics.count) } }
    let declarers = TypeLookUp.declarers()
    return MetricCatalog.types.filter { declarers[$0] == nil }.map { ($0, MetricCatalog.metrics(of: $0)?.count ?? 0) }
  }
}

extension Grammar.Key {
  var isRequired: Bool {
    if case .required = presence { true } else { false }
  }

  /// What the key reads as where it is absent: a value, or the key whose value it takes.
  var absentMeans: String? {
    switch presence {
    case .required, .optional: nil
    case .fallback(let text), .inherited(let text): text
    }
  }

  /// What the key says, and what may stand there where not any text may.
  var described: String {
    if case .mapping(let inner) = kind { return "\(meaning): \(inner.keys.map(\.name).joined(separator: " or "))" }
    return kind.isText ? meaning : "\(meaning): \(kind.described)"
  }
}
