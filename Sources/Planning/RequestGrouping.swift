internal import Catalog
internal import Configuration
internal import Model

/// Gathers targets that one request can serve: the same ARM resource, interval, window, dimensions, filter and limit.
/// Entities of one namespace share requests, as their filter is on one dimension that is split or selected by.
///
/// Where batches are wanted, resources of one subscription, region and type share requests too, if the same metrics are
/// wanted of them. What is asked does not depend on that, so that both shapes give the same samples.
struct RequestGrouping {
  /// The largest number of metrics that Azure takes in one call.
  private static let metricsPerCall = 20
  /// More entities than this are asked for with `'*'` and selected from the answer: a URL has its bounds.
  private static let entitiesPerFilter = 40

  /// The most resources of a batch; nil where each resource is asked for itself.
  private let batchSize: Int?
  private var groups: [Group] = []
  private var groupOf: [Key: Int] = [:]

  init(batchSize: Int?) {
    self.batchSize = batchSize
  }

  /// The part of a question that all targets of a request must share, beside the resource.
  private struct Shape: Hashable {
    var interval: Int
    var window: Range<Int>
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

  /// What is wanted of one resource.
  private struct Group {
    var key: Key
    var asks: [(azureName: String, aggregation: Aggregation, target: Int32, entity: String)] = []

    /// The metrics, each once in any spelling.
    var metrics: Set<String> { Set(asks.map(\.azureName.asciiLowercased)) }

    /// The entities to narrow the question to; nil for all.
    var entities: [String]? {
      guard !key.shape.entityDimension.isEmpty else { return nil }
      let entities = Set(asks.map(\.entity))
      return entities.contains("") || entities.count > entitiesPerFilter ? nil : entities.sorted()
    }
  }

  /// What the resources of a batch share.
  private struct BatchKey: Hashable {
    var account: Int
    var subscription: String
    var batch: MetricsQuery.Batch
    var shape: Shape
    var metrics: Set<String>
  }

  /// - `window`: the buckets to ask for, in seconds since 1970 UTC.
  mutating func add(
    target: Int32, of metric: PlannedMetric, window: Range<Int>, type: ResourceType, resource: Resource, idOwner: Int32
  ) {
    let declared = metric.declaration
    let shape = Shape(
      interval: declared.interval, window: window, dimensions: metric.queryDimensions(type: type, resource: resource),
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
    guard let batchSize else { return groups.flatMap { Self.requests(of: [$0], in: nil, resources) } }
    var batches: [(batch: MetricsQuery.Batch?, members: [Int])] = []
    var batchOf: [BatchKey: Int] = [:]
    for (number, group) in groups.enumerated() {
      let resource = resources[Int(group.key.idOwner)]
      guard !resource.region.isEmpty, let namespace = resource.id.type else {
        batches.append((nil, [number]))
        continue
      }
      let key = BatchKey(
        account: group.key.account, subscription: resource.subscriptionID.asciiLowercased,
        batch: .init(region: resource.region, namespace: namespace), shape: group.key.shape, metrics: group.metrics)
      if let open = batchOf[key], batches[open].members.count < batchSize {
        batches[open].members.append(number)
      } else {
        batchOf[key] = batches.count
        batches.append((key.batch, [number]))
      }
    }
    return batches.flatMap { entry in Self.requests(of: entry.members.map { groups[$0] }, in: entry.batch, resources) }
  }

  /// The requests for groups that share everything but their resources.
  private static func requests(
    of members: [Group], in batch: MetricsQuery.Batch?, _ resources: [Resource]
  ) -> [PlannedRequest] {
    let first = members[0]
    let owner = resources[Int(first.key.idOwner)]
    let shape = first.key.shape
    var query = MetricsQuery(
      resource: owner.id, subscriptionID: owner.subscriptionID, metrics: [], aggregations: [],
      interval: shape.interval, window: shape.window, dimensions: shape.dimensions, filter: filter(of: members),
      top: shape.limit)
    query.resources = members.map { resources[Int($0.key.idOwner)].id }
    query.batch = batch
    var requests: [PlannedRequest] = []
    var places: [String: (request: Int, metric: Int32)] = [:]
    for (number, member) in members.enumerated() {
      for ask in member.asks {
        let name = ask.azureName.asciiLowercased
        if places[name] == nil {
          if requests.last.map({ $0.query.metrics.count == metricsPerCall }) ?? true {
            query.metrics = []
            requests.append(PlannedRequest(query: query, account: first.key.account, asks: []))
          }
          let last = requests.count - 1
          places[name] = (last, Int32(requests[last].query.metrics.count))
          requests[last].query.metrics.append(ask.azureName)
        }
        guard let place = places[name] else { continue }
        requests[place.request].query.aggregations.insert(AggregationSet(ask.aggregation))
        requests[place.request].asks.append(
          .init(metric: place.metric, target: ask.target, resource: Int32(number)))
      }
    }
    return requests
  }

  /// The filter of a question; where several resources want different entities, each selects its own from all.
  private static func filter(of members: [Group]) -> String {
    let shape = members[0].key.shape
    var filter = FilterExpression(splittingBy: shape.dimensions)
    if let entities = members[0].entities, members.allSatisfy({ $0.entities == entities }) {
      filter.narrow(shape.entityDimension, to: entities)
    }
    filter.merge(shape.filter)
    return filter.text
  }
}
