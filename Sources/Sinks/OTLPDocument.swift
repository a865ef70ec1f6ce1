internal import Configuration
package import Formats
internal import Model
internal import Planning

/// The new points of a pass as OTLP in JSON: a `MetricsData` document a line, each of which is a request's body.
///
/// It keeps to what receivers take alike: times as texts, values as numbers, attributes as texts, nothing else than
/// gauges. Source: the OpenTelemetry protocol, JSON Protobuf Encoding, and the OTLP file exporter; attributes of the
/// resource are those of the semantic conventions and its tags, attributes of a point are its other labels under their
/// declared names.
package struct OTLPDocument {
  private let points: NewPoints
  private let labels: LabelShapes
  private let version: String
  private let hasUnits: Bool
  /// A line is ended before it grows beyond this, as collectors read lines of less than a megabyte.
  private static let longestLine = 600_000

  ///
  /// - `version`: that of the scope.
  /// - `hasUnits`: whether metrics have their units, as codes of UCUM.
  package init(_ points: NewPoints, labels: LabelShapes, version: String, hasUnits: Bool = false) {
    self.hasUnits = hasUnits
    self.points = points
    self.labels = labels
    self.version = version
  }

  /// Writes the lines; whether there is one.
  package func write(to out: consuming OutputBuffer) throws -> Bool {
    let plan = points.plan
    var writer = Writer(out: out, version: version, tags: plan.labels.tags)
    var units = MetricUnits()
    var openings = OTLPOpenings(plan.metrics)
    var attributes = OTLPAttributes(labels.attributeLists)
    for target in targetsByResource.lazy.map({ Int($0) }) where !points.isEmpty(target: target) {
      let (metric, number) = (Int(plan.targets[target].metric), Int(plan.targets[target].resource))
      let resource = plan.resources[number]
      let list = labels.attributesOfShape[Int(labels.shapeOfTarget[target])]
      let unit =
        hasUnits
        ? units.code(of: plan.metrics[metric].declaration, number: Int32(metric), armType: resource.armType) : ""
      try points.forEach(target: target) { start, value, dimensions in
        if writer.lineLength > Self.longestLine { try writer.endLine() }
        writer.open(resource: resource, number: number)
        if writer.begins(target: target) {
          openings.append(metric, unit: unit, to: &writer.out.bytes)
        }
        writer.beginPoint()
        attributes.append(list, of: resource, number: number, dimensions, to: &writer.out.bytes)
        writer.endPoint(start: start, value: value)
      }
    }
    return try writer.finish()
  }

  /// The targets in the order of their resources, so that each stands in the document once.
  private var targetsByResource: [Int32] {
    let targets = points.plan.targets
    var places = Array(repeating: 0, count: points.plan.resources.count + 1)
    for target in targets { places[Int(target.resource) + 1] += 1 }
    for resource in points.plan.resources.indices { places[resource + 1] += places[resource] }
    var ordered = Array(repeating: Int32(0), count: targets.count)
    for (number, target) in targets.enumerated() {
      ordered[places[Int(target.resource)]] = Int32(number)
      places[Int(target.resource)] += 1
    }
    return ordered
  }

  /// Keeps track of what is open in the line.
  private struct Writer: ~Copyable {
    var out: OutputBuffer
    let version: String
    /// The opening of each tag's attribute, up to its value.
    private let tags: [[UInt8]]
    private var lineStart: Int?
    private var resource: Int?
    private var target: Int?
    private var hasPoint = false
    private var hasLine = false

    init(out: consuming OutputBuffer, version: String, tags: [String]) {
      self.tags = tags.map { tag in
        var opening = Array(",{\"key\":".utf8)
        opening.append(json: "azure.tag.\(tag)")
        return opening + ",\"value\":{\"stringValue\":".utf8
      }
      self.out = out
      self.version = version
    }

    var lineLength: Int { lineStart.map { out.bytes.count - $0 } ?? 0 }

    mutating func open(resource opened: Resource, number: Int) {
      if resource == number { return }
      if lineStart == nil {
        lineStart = out.bytes.count
        hasLine = true
        out.append("{\"resourceMetrics\":[")
      } else {
        endResource()
        out.append(",")
      }
      out.append("{\"resource\":{\"attributes\":[")
      attribute("cloud.provider", "azure", isFirst: true)
      attribute("cloud.account.id", opened.subscriptionID)
      attribute("cloud.resource_id", "/" + opened.id.text)
      attribute("azure.resource_group.name", opened.resourceGroup)
      attribute("service.name", "swath")
      for (opening, value) in zip(tags, opened.details) where !value.isEmpty {
        out.bytes.append(contentsOf: opening)
        out.bytes.append(json: value)
        out.append("}}")
      }
      out.append("]},\"scopeMetrics\":[{\"scope\":{\"name\":\"swath\",\"version\":")
      out.bytes.append(json: version)
      out.append("},\"metrics\":[")
      resource = number
      target = nil
    }

    /// Whether the metric of a target is to be opened; if so, the one before it is ended.
    mutating func begins(target opened: Int) -> Bool {
      if target == opened { return false }
      if target != nil { out.append("]}},") }
      target = opened
      hasPoint = false
      return true
    }

    /// Begins a point, up to its attributes.
    mutating func beginPoint() {
      out.append(hasPoint ? ",{\"attributes\":[" : "{\"attributes\":[")
      hasPoint = true
    }

    mutating func endPoint(start: Int, value: Double) {
      // What is beside the two numbers has 47 bytes.
      out.bytes.append(addingCapacity: 64 + 2 * OutputSpan<UInt8>.longestNumber) { text in
        text.append("],\"timeUnixNano\":\"")
        text.append(decimal: start)
        text.append("000000000\",\"asDouble\":")
        text.append(shortest: value)
        text.append(UInt8(ascii: "}"))
      }
    }

    private mutating func attribute(_ name: StaticString, _ value: String, isFirst: Bool = false) {
      out.append(isFirst ? "{\"key\":\"" : ",{\"key\":\"")
      out.append(name)
      out.append("\",\"value\":{\"stringValue\":")
      out.bytes.append(json: value)
      out.append("}}")
    }

    private mutating func endResource() {
      if resource != nil { out.append("]}}]}]}") }
      resource = nil
      target = nil
    }

    mutating func endLine() throws {
      guard lineStart != nil else { return }
      endResource()
      out.append("]}\n")
      lineStart = nil
      try out.drainIfFull()
    }

    mutating func finish() throws -> Bool {
      try endLine()
      try out.drainAll()
      return hasLine
    }
  }
}
