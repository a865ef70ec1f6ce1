internal import Model

/// Where a pass calls: what one role lets an identity do, or one address is for.
package struct CalledPlace: Hashable, Sendable {
  /// Index in `Plan.accounts`.
  package var account = 0
  package var api: CalledAPI
  /// "" where the API has no subscriptions.
  package var subscription = ""
  /// "" where the API has no regions.
  package var region = ""
  /// The workspace or the queue of a reading; "" for a request.
  package var resource = ""

  init(_ api: CalledAPI) { self.api = api }

  /// The part of it that calls are counted by, as quotas are.
  var counted: CalledPlace {
    var place = self
    (place.account, place.resource) = (0, "")
    return place
  }

  /// Where a planned request goes.
  package init(_ request: PlannedRequest) {
    account = request.account
    api = CalledAPI(request)
    subscription = request.query.subscriptionID
    region = request.query.batch?.region ?? ""
  }

  /// Where a planned reading goes.
  package init(_ reading: PlannedReading, _ plan: Plan) {
    account = reading.account
    api = CalledAPI(reading)
    subscription = plan.resources[Int(plan.targets[Int(reading.target)].resource)].subscriptionID
    resource =
      switch reading.reading {
      case .logs(let workspaceID, _, _, _): workspaceID
      case .queue(let account, let queue, _): "\(account)/\(queue)"
      }
  }
}

extension Plan {
  /// Leaves of each place that is called one question, the first.
  package mutating func keepOneOfEachPlace() {
    var seen: Set<CalledPlace> = []
    requests.removeAll { !seen.insert(CalledPlace($0)).inserted }
    let places = readings.map { CalledPlace($0, self) }
    readings = zip(readings, places).compactMap { seen.insert($1).inserted ? $0 : nil }
  }

  /// The places that are called, each with the targets that its questions are for.
  package var calledPlaces: [(place: CalledPlace, targets: Set<Int32>)] {
    var order: [CalledPlace] = []
    var targets: [CalledPlace: Set<Int32>] = [:]
    func add(_ place: CalledPlace, _ some: [Int32]) {
      if targets[place] == nil { order.append(place) }
      targets[place, default: []].formUnion(some)
    }
    for request in requests { add(CalledPlace(request), request.asks.map(\.target)) }
    for reading in readings { add(CalledPlace(reading, self), [reading.target]) }
    return order.map { ($0, targets[$0] ?? []) }
  }
}
