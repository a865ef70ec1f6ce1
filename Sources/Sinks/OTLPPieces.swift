internal import Configuration
internal import Formats
internal import Model
internal import Planning

/// The attributes of points as they stand in the document. Neighbours of one resource mostly have the same, which are
/// rendered once.
struct OTLPAttributes {
  private let lists: [[SeriesLabels.Attribute]]
  private let isPlain: [Bool]
  private var rendered: [UInt8] = []
  /// Whose attributes are rendered.
  private var resource = -1
  private var list = -1

  /// - `lists`: those that occur.
  init(_ lists: [[SeriesLabels.Attribute]]) {
    self.lists = lists
    isPlain = lists.map { $0.allSatisfy { if case .dimension = $0.source { false } else { true } } }
  }

  /// Appends the attributes of a point: those of a list, for the resource of a number.
  mutating func append(
    _ list: Int, of resource: Resource, number: Int, _ dimensions: [String], to out: inout [UInt8]
  ) {
    guard isPlain[list] else { return Self.append(lists[list], of: resource, dimensions, to: &out) }
    if self.list != list || self.resource != number {
      (self.list, self.resource) = (list, number)
      rendered.removeAll(keepingCapacity: true)
      Self.append(lists[list], of: resource, [], to: &rendered)
    }
    out += rendered
  }

  private static func append(
    _ attributes: [SeriesLabels.Attribute], of resource: Resource, _ dimensions: [String], to out: inout [UInt8]
  ) {
    var isFirst = true
    for attribute in attributes {
      // A tag is one of the resource.
      if case .tag = attribute.source { continue }
      let text = attribute.source.value(resource, dimensions)
      // What a series has no value of is no label of it.
      if text.isEmpty { continue }
      if !isFirst { out.append(UInt8(ascii: ",")) }
      isFirst = false
      out += "{\"key\":".utf8
      out += attribute.name
      out += ",\"value\":{\"stringValue\":".utf8
      out.append(json: text)
      out += "}}".utf8
    }
  }
}

/// What opens each metric of the document: rendered once, though it stands with every resource.
struct OTLPOpenings {
  private let metrics: [PlannedMetric]
  private var openings: [(unit: String, text: [UInt8])]

  init(_ metrics: [PlannedMetric]) {
    self.metrics = metrics
    openings = Array(repeating: ("", []), count: metrics.count)
  }

  /// Appends the opening of the metric of a number. Its unit may differ from resource to resource.
  mutating func append(_ number: Int, unit: String, to out: inout [UInt8]) {
    if openings[number].text.isEmpty || openings[number].unit != unit {
      openings[number] = (unit, Self.text(metrics[number].declaration, unit))
    }
    out += openings[number].text
  }

  private static func text(_ metric: MetricDeclaration, _ unit: String) -> [UInt8] {
    var text = Array("{\"name\":".utf8)
    text.append(json: metric.name)
    if !metric.description.isEmpty {
      text += ",\"description\":".utf8
      text.append(json: metric.description)
    }
    if !unit.isEmpty {
      text += ",\"unit\":".utf8
      text.append(json: unit)
    }
    return text + ",\"gauge\":{\"dataPoints\":[".utf8
  }
}
