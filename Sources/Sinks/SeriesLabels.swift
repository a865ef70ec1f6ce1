internal import Configuration
internal import Formats
internal import Model
internal import Planning

/// Where a label of a series takes its value from.
enum LabelSource: Hashable {
  case constant(String)
  case resourceGroup, subscriptionID, resourceURI, instanceName
  /// A label of the resource's type, by its place in `Resource.labels`.
  case type(Int)
  /// A dimension, by its place in the sample.
  case dimension(Int)
  /// A tag, by its place in `Resource.details`.
  case tag(Int)

  /// The value for a resource, and a sample's dimension values.
  func value(_ resource: Resource, _ dimensions: [String]) -> String {
    switch self {
    case .constant(let text): text
    case .resourceGroup: resource.resourceGroup
    case .subscriptionID: resource.subscriptionID
    case .resourceURI: resource.id.text
    case .instanceName: resource.name
    case .type(let index): resource.labels[index].value
    case .dimension(let index): index < dimensions.count ? dimensions[index] : ""
    case .tag(let index): index < resource.details.count ? resource.details[index] : ""
    }
  }
}

/// The labels of the series of one metric for one kind of resource, by precedence: built-in, of the type, of the
/// dimensions, of the metric, of the defaults, the tenant, then the tags. The highest keeps a name that two want.
struct SeriesLabels {
  /// By the name that Prometheus knows.
  private(set) var sources: [String: LabelSource] = [:]
  /// In ascending order of the names: what outputs take that know any name.
  private(set) var attributes: [Attribute] = []
  private(set) var warnings: [String] = []

  struct Attribute: Hashable {
    /// The declared name as a JSON text.
    let name: [UInt8]
    let source: LabelSource
  }

  init(of metric: PlannedMetric, for resource: Resource, _ settings: LabelSettings = LabelSettings()) {
    add("resource_group", .resourceGroup)
    add("subscription_id", .subscriptionID)
    add("resource_uri", .resourceURI)
    if !resource.name.isEmpty { add("instance_name", .instanceName) }
    for (index, label) in resource.labels.enumerated() { add(label.name, .type(index)) }
    for (index, dimension) in metric.sampleDimensions(of: resource).enumerated() {
      if add(dimension, .dimension(index)) { continue }
      add("dimension_\(dimension)", .dimension(index))
      warnings.append(
        "dimension \(dimension) meets the label \(PrometheusName.label(dimension)); it is dimension_\(dimension)")
    }
    for label in metric.declaration.labels where !add(label.name, .constant(label.value)) {
      warnings.append("label \(label.name) is left out: the name is taken by a label of higher precedence")
    }
    add("tenant_id", .constant(metric.tenantID))
    for (index, tag) in settings.tags.enumerated() {
      let name = settings.tagPrefix + tag
      // How tags are named is documented, so that only what is lost is told.
      if sources[PrometheusName.label(name)] == nil {
        take(name, .tag(index))
      } else {
        warnings.append("tag \(tag) is left out: the label \(PrometheusName.label(name)) is another one")
      }
    }
    attributes = declared.sorted { $0.name < $1.name }.map { label in
      var name: [UInt8] = []
      name.append(json: label.name)
      return Attribute(name: name, source: label.source)
    }
  }

  private var declared: [(name: String, source: LabelSource)] = []

  @discardableResult
  private mutating func add(_ name: String, _ source: LabelSource) -> Bool {
    let exposed = PrometheusName.label(name)
    guard sources[exposed] == nil else { return false }
    take(name, source)
    // Promitor lowers names and replaces slashes too, and users know that.
    if exposed != name.lowercased().replacing("/", with: "_") {
      warnings.append("label \(name): Prometheus knows it as \(exposed)")
    }
    return true
  }

  private mutating func take(_ name: String, _ source: LabelSource) {
    sources[PrometheusName.label(name)] = source
    declared.append((name, source))
  }
}
