import Catalog

/// What the rules of a metric may look at; what several of them ask for is found once.
struct MetricFacts {
  let section: Section
  /// nil where it is unknown, which is reported at its own place.
  let type: ResourceType?
  let configuration: Section?
  let logs: Section?
  /// The names of the dimensions to split by.
  let dimensions: [String]
  /// The length of a bucket in seconds; nil where it is not known.
  let interval: Int?
  let resources: [Section]
  /// The metric's name in Azure; nil where there is none.
  let azureName: String?
  /// The dimension by which Azure splits the metric into entities of its type.
  let entityDimension: String?
  /// The resources that declare an entity, each with the field that does.
  let entities: [(resource: Section, field: String)]
  /// What is known of the metrics of its resources; empty where not all of it is known, or no advice is wanted.
  let known: [MetricKnowledge.Metrics]
  /// The metric as it is known, by ARM type; empty where it is not.
  let knownMetric: [KnownMetric]

  /// - `knowledge`: what is known of Azure's metrics; nil where no advice is wanted.
  init(
    _ section: Section, type: ResourceType?, configuration: Section?, logs: Section?, dimensions: [String],
    interval: Int?, knowledge: MetricKnowledge?
  ) {
    self.section = section
    self.type = type
    self.configuration = configuration
    self.logs = logs
    self.dimensions = dimensions
    self.interval = interval
    let resources = section.sections("resources")
    self.resources = resources
    azureName = configuration?.word("metricName")
    if let entity = type?.entity {
      entityDimension = azureName.flatMap(entity.dimension)
      entities = resources.flatMap { resource in
        entity.fields.filter { resource.word($0) != nil }.map { (resource, $0) }
      }
    } else {
      entityDimension = nil
      entities = []
    }
    let known = type.flatMap { knowledge?.metrics(of: $0, resources) } ?? []
    self.known = known
    if !known.isEmpty, let name = azureName?.lowercased() {
      knownMetric = known.compactMap { $0[name] }
    } else {
      knownMetric = []
    }
  }

  /// Whether the dimension is one of those to split by.
  func isSplit(by dimension: String) -> Bool { dimensions.contains { $0.equalsIgnoringCase(dimension) } }
}
