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
  static let metricsPerCall = 20
  /// A window of up to so many seconds is asked for with others: what is empty is asked for again within this time.
  private static let nearWindow = 3600

  /// Of windows that go further back, so many points of series without dimensions are asked for in one call: what comes
  /// in one answer is lost in one.
  private static let farPoints = 100_000

  /// The longest window that is asked for with others, in seconds.
  static func longestNear(_ interval: Int) -> Int { max(nearWindow, 2 * interval) }

  /// So many series a call may have in its answer: behind half a million the service was seen to answer with none.
  static let seriesPerCall = 250_000
  /// A metric with dimensions that was never seen is taken to have so many.
  private static let usualSeries = 100

  /// More entities than this are asked for with `'*'` and selected from the answer: a URL has its bounds.
  private static let entitiesPerFilter = 40

  /// What Azure is known to refuse: dimensions of metrics that are wanted without them are left out.
  var refusals: Set<String> = []
  /// What is asked about several resources, that which is taken first before the others, with the most resources of a
  /// call; empty where each resource is asked for itself.
  let ways: [(api: MetricsQuery.Batch.API, most: Int)]
  private(set) var groups: [Group] = []
  private var groupOf: [Key: Int32] = [:]
  /// The targets of all groups in one list, each with the place of the next one of its group, or -1.
  private var members: [(target: Int32, next: Int32)] = []
  /// The shapes and the folded names of metrics that there are, each once.
  var shapes: [Shape] = []
  private var shapeOf: [Shape: Int32] = [:]
  private var nameOf: [String: Int32] = [:]
  /// What each metric asks for, by its number, with the number of its folded name.
  private var questions: [(azureName: String, aggregation: Aggregation, name: Int32)] = []
  /// What the last target was found to be: those of one metric come together, and mostly are alike.
  private var last: (look: Look, shape: Int32)?
  /// The group that is wanted next, if those of this metric come in the order of the last one's.
  private var guess: Int32 = 0

  /// - `settings`: how many resources a question may be about.
  init(_ settings: RuntimeSettings) {
    let batches = settings.batchSize.map { [(MetricsQuery.Batch.API.dataPlane, $0)] } ?? []
    ways =
      settings.asksSubscriptions
      ? [(.subscription, .max)] + (settings.fallsBackToBatches ? batches : []) : batches
  }

  /// The part of a question that all targets of a request must share, beside the resource.
  struct Shape: Hashable {
    var interval: Int
    /// The end of the window.
    var end: Int
    /// Its start, where it is too far back to be asked for with the others; else 0.
    var farStart: Int
    var dimensions: [String]
    /// Those of the dimensions that it is not split by, as Azure refuses that.
    var unsplit: [String]
    var entityDimension: String
    var filter: String
    var limit: Int

    /// How many metrics, or resources times metrics, one call may ask for.
    var room: Int { farStart == 0 ? .max : max(RequestGrouping.farPoints / ((end - farStart) / interval), 1) }
  }

  /// What decides about a target's shape.
  private struct Look: Equatable {
    var metric: Int
    var end: Int
    var farStart: Int
    var type: String
    var hasEntity: Bool
    var filter: String
  }

  struct Key: Hashable {
    var account: Int32
    var idOwner: Int32
    var shape: Int32
  }

  /// What is wanted of one resource.
  struct Group {
    var key: Key
    /// The start of the first bucket that any of the targets wants.
    var start: Int
    /// How much behind the window is asked for.
    var preview = 0
    /// How many series its answer has, as far as that is known.
    var series = 0
    /// The places of its first and its last target.
    fileprivate var first: Int32 = -1
    fileprivate var last: Int32 = -1
    fileprivate(set) var count = 0
  }

  /// Makes room for so many targets.
  mutating func reserve(_ targets: Int) { members.reserveCapacity(targets) }

  /// - `number`: the metric's, which tells it from others.
  /// - `window`: the buckets to ask for, in seconds since 1970 UTC.
  /// - `preview`: for how many seconds more, of which nothing is taken.
  /// - `series`: how many the target had last; nil where that is not known.
  mutating func add(
    target: Int32, of metric: PlannedMetric, number: Int, window: Range<Int>, resource: Resource,
    idOwner: Int32, preview: Int = 0, series: Int? = nil
  ) {
    // What lags a little rides with the others, as points cost nothing and calls do.
    let isNear = window.count <= Self.longestNear(metric.declaration.interval)
    let look = Look(
      metric: number, end: window.upperBound, farStart: isNear ? 0 : window.lowerBound, type: resource.type,
      hasEntity: !resource.entity.isEmpty, filter: resource.filter)
    guard let shape = shape(look, metric, resource) else { return }
    let index = group(Key(account: Int32(metric.account), idOwner: idOwner, shape: shape), from: window.lowerBound)
    if window.lowerBound < groups[index].start { groups[index].start = window.lowerBound }
    if preview > groups[index].preview { groups[index].preview = preview }
    groups[index].series +=
      shapes[Int(shape)].dimensions.isEmpty ? 1 : series ?? min(Self.usualSeries, metric.declaration.limit)
    groups[index].count += 1
    let place = Int32(members.count)
    members.append((target, -1))
    if groups[index].first < 0 { groups[index].first = place } else { members[Int(groups[index].last)].next = place }
    groups[index].last = place
  }

  /// The number of a group, which is made where there is none.
  private mutating func group(_ key: Key, from start: Int) -> Int {
    if guess < groups.count, groups[Int(guess)].key == key {
      guess += 1
      return Int(guess - 1)
    }
    let index = groupOf[key] ?? Int32(groups.count)
    if index == groups.count {
      groupOf[key] = index
      groups.append(Group(key: key, start: start))
    }
    guess = index + 1
    return Int(index)
  }

  /// Calls `body` with each target of a group, and the number of its metric.
  private func forEachTarget(of group: Group, _ targets: [Target], _ body: (_ target: Int32, _ metric: Int) -> Void) {
    var place = group.first
    while place >= 0 {
      let (target, next) = members[Int(place)]
      body(target, Int(targets[Int(target)].metric))
      place = next
    }
  }

  /// The names of a group's metrics, each once; mostly those of the group before.
  func names(of group: Group, _ targets: [Target], like known: [Int32]) -> [Int32] {
    var isLike = group.count == known.count
    var place = 0
    forEachTarget(of: group, targets) { _, metric in
      if isLike, questions[metric].name != known[place] { isLike = false }
      place += 1
    }
    if isLike { return known }
    var names: [Int32] = []
    forEachTarget(of: group, targets) { _, metric in names.append(questions[metric].name) }
    names.sort()
    return names.indices.filter { $0 == 0 || names[$0 - 1] != names[$0] }.map { names[$0] }
  }

  /// The number of a target's shape; nil for a type that is not known.
  private mutating func shape(_ look: Look, _ metric: PlannedMetric, _ resource: Resource) -> Int32? {
    if let last, last.look == look { return last.shape }
    guard let type = ResourceType.named(resource.type) else { return nil }
    let declared = metric.declaration
    if questions.count <= look.metric {
      let folded = declared.azureName.asciiLowercased
      let name = nameOf[folded] ?? Int32(nameOf.count)
      nameOf[folded] = name
      while questions.count <= look.metric { questions.append((declared.azureName, declared.aggregation, name)) }
    }
    let dimensions = metric.queryDimensions(type: type, resource: resource)
    let isChecked = metric.dropsDimensions && !refusals.isEmpty
    let shape = Shape(
      interval: declared.interval, end: look.end, farStart: look.farStart, dimensions: dimensions,
      unsplit: isChecked
        ? dimensions.filter { refusals.contains(metric.refusal(of: $0, type: resource.type)) } : [],
      entityDimension: type.entityDimension(of: declared.azureName) ?? "", filter: resource.filter,
      limit: declared.limit)
    let number = shapeOf[shape] ?? Int32(shapes.count)
    if number == shapes.count {
      shapeOf[shape] = number
      shapes.append(shape)
    }
    last = (look, number)
    return number
  }

  /// The requests for groups that share everything but their resources.
  func requests(
    of members: [Group], in batch: MetricsQuery.Batch?, _ targets: [Target], _ resources: [Resource]
  ) -> [PlannedRequest] {
    let first = members[0]
    let owner = resources[Int(first.key.idOwner)]
    let shape = shapes[Int(first.key.shape)]
    // The members of a batch are few enough for all of their metrics.
    let isWide = members.count == 1 && first.series > Self.seriesPerCall
    let metricsPerCall = isWide ? 1 : min(Self.metricsPerCall, shape.room)
    var query = MetricsQuery(
      resource: owner.id, subscriptionID: owner.subscriptionID, metrics: [], aggregations: [],
      interval: shape.interval, window: members.reduce(first.start) { min($0, $1.start) }..<shape.end,
      dimensions: shape.dimensions,
      filter: filter(of: members, shape, targets, resources),
      top: shape.limit)
    query.resources = members.map { resources[Int($0.key.idOwner)].id }
    query.batch = batch
    query.preview = members.reduce(0) { max($0, $1.preview) }
    var requests: [PlannedRequest] = []
    var places: [Int32: (request: Int, metric: Int32)] = [:]
    for (number, member) in members.enumerated() {
      forEachTarget(of: member, targets) { target, metric in
        let (azureName, aggregation, name) = questions[metric]
        if places[name] == nil {
          if requests.last.map({ $0.query.metrics.count == metricsPerCall }) ?? true {
            query.metrics = []
            requests.append(PlannedRequest(query: query, account: Int(first.key.account), asks: []))
            // Mostly every member is asked for the same metrics, once each.
            let left = first.count - (requests.count - 1) * metricsPerCall
            requests[requests.count - 1].asks.reserveCapacity(members.count * max(min(left, metricsPerCall), 1))
          }
          let last = requests.count - 1
          places[name] = (last, Int32(requests[last].query.metrics.count))
          requests[last].query.metrics.append(azureName)
        }
        guard let place = places[name] else { return }
        requests[place.request].query.aggregations.insert(AggregationSet(aggregation))
        requests[place.request].asks.append(.init(metric: place.metric, target: target, resource: Int32(number)))
      }
    }
    return requests
  }

  /// The filter of a question; where several resources want different entities, each selects its own from all.
  private func filter(
    of members: [Group], _ shape: Shape, _ targets: [Target], _ resources: [Resource]
  ) -> String {
    var filter = FilterExpression(splittingBy: shape.dimensions.filter { !shape.unsplit.contains($0) })
    if !shape.entityDimension.isEmpty, let entities = entities(members[0], targets, resources),
      members.allSatisfy({ self.entities($0, targets, resources) == entities })
    {
      filter.narrow(shape.entityDimension, to: entities)
    }
    filter.merge(shape.filter)
    return filter.text
  }

  /// The entities to narrow the question about a resource to; nil for all.
  private func entities(_ group: Group, _ targets: [Target], _ resources: [Resource]) -> [String]? {
    var entities: Set<String> = []
    // A group's resources may be several of one id.
    forEachTarget(of: group, targets) { target, _ in
      entities.insert(resources[Int(targets[Int(target)].resource)].entity)
    }
    return entities.contains("") || entities.count > Self.entitiesPerFilter ? nil : entities.sorted()
  }
}
