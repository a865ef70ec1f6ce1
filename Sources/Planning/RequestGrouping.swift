internal import Catalog
internal import Configuration
internal import Model

/// Gathers targets that one request can serve: the same ARM resource, interval, bucket, dimensions, filter and limit.
/// Entities of one namespace share requests, as their filter is on one dimension that is split or selected by.
struct RequestGrouping {
  /// The largest number of metrics that Azure takes in one call.
  private static let metricsPerCall = 20
  /// More entities than this are asked for with `'*'` and selected from the answer: a URL has its bounds.
  private static let entitiesPerFilter = 40

  private var groups: [Group] = []
  private var groupOf: [Key: Int] = [:]

  /// The part of a question that all targets of a request must share, beside the resource.
  private struct Shape: Hashable {
    var interval: Int
    var bucketEnd: Int
    var dimensions: [String]
    var entityDimension: String
    var filter: String
    var limit: Int
  }

  private struct Key: Hashable {
    var account: Int
    var idOwner: Int32
    var shape: Shape
  }

  private struct Group {
    var key: Key
    var asks: [(azureName: String, aggregation: Aggregation, target: Int32, entity: String)] = []
  }

  mutating func add(target: Int32, of metric: PlannedMetric, type: ResourceType, resource: Resource, idOwner: Int32) {
    let declared = metric.declaration
    let shape = Shape(
      interval: declared.interval, bucketEnd: metric.bucket.upperBound,
      dimensions: metric.queryDimensions(type: type, resource: resource),
      entityDimension: type.entity(of: declared.azureName)?.dimension ?? "", filter: resource.filter,
      limit: declared.limit)
    let key = Key(account: metric.account, idOwner: idOwner, shape: shape)
    let index = groupOf[key] ?? groups.count
    if index == groups.count {
      groupOf[key] = index
      groups.append(Group(key: key))
    }
    groups[index].asks.append((declared.azureName, declared.aggregation, target, resource.entity))
  }

  /// The requests, in the order in which their first target was added.
  func requests(resources: [Resource]) -> [PlannedRequest] {
    groups.flatMap { group in Self.requests(of: group, for: resources[Int(group.key.idOwner)]) }
  }

  private static func requests(of group: Group, for resource: Resource) -> [PlannedRequest] {
    let shape = group.key.shape
    var query = MetricsQuery(
      resource: resource.id, subscriptionID: resource.subscriptionID, metrics: [], aggregations: [],
      interval: shape.interval, window: shape.bucketEnd - shape.interval..<shape.bucketEnd,
      dimensions: shape.dimensions, filter: filter(of: group), top: shape.limit)
    var requests: [PlannedRequest] = []
    var places: [String: (request: Int, metric: Int32)] = [:]
    for ask in group.asks {
      let name = ask.azureName.asciiLowercased
      if places[name] == nil {
        if requests.last.map({ $0.query.metrics.count == metricsPerCall }) ?? true {
          query.metrics = []
          requests.append(PlannedRequest(query: query, account: group.key.account, asks: []))
        }
        let last = requests.count - 1
        places[name] = (last, Int32(requests[last].query.metrics.count))
        requests[last].query.metrics.append(ask.azureName)
      }
      guard let place = places[name] else { continue }
      requests[place.request].query.aggregations.insert(AggregationSet(ask.aggregation))
      requests[place.request].asks.append(.init(metric: place.metric, target: ask.target))
    }
    return requests
  }

  private static func filter(of group: Group) -> String {
    let shape = group.key.shape
    var filter = FilterExpression(splittingBy: shape.dimensions)
    if !shape.entityDimension.isEmpty {
      let entities = Set(group.asks.map(\.entity)).sorted()
      if !entities.contains(""), entities.count <= entitiesPerFilter {
        filter.narrow(shape.entityDimension, to: entities)
      }
    }
    filter.merge(shape.filter)
    return filter.text
  }
}
