internal import Model
internal import Planning

/// The planned requests by account and subscription, handed out as fast as they are answered, so that only the
/// requests under way have a reader.
struct RequestFeed {
  private var lanes: [Lane] = []
  private var laneOf: [Key: Int] = [:]

  private struct Key: Hashable {
    var account: Int
    var subscription: String
  }

  private struct Lane {
    var account: Int
    var requests: [PlannedRequest] = []
    var next = 0
    var outstanding = 0
  }

  init(_ requests: [PlannedRequest]) {
    for request in requests {
      let key = Self.key(request)
      let lane = laneOf[key] ?? lanes.count
      if lane == lanes.count {
        laneOf[key] = lane
        lanes.append(Lane(account: request.account))
      }
      lanes[lane].requests.append(request)
    }
  }

  func lanes(account: Int) -> [Int] { lanes.indices.filter { lanes[$0].account == account } }

  func lane(of request: PlannedRequest) -> Int { laneOf[Self.key(request)] ?? 0 }

  /// How many requests of a lane are on their way.
  func outstanding(_ lane: Int) -> Int { lanes[lane].outstanding }

  mutating func next(_ lane: Int) -> PlannedRequest? {
    guard lanes[lane].next < lanes[lane].requests.count else { return nil }
    lanes[lane].next += 1
    lanes[lane].outstanding += 1
    return lanes[lane].requests[lanes[lane].next - 1]
  }

  /// Notes that a request was cut in two, so that its lane has one more on its way.
  mutating func split(_ request: PlannedRequest) { lanes[lane(of: request)].outstanding += 1 }

  /// Notes that a request of its lane was settled.
  mutating func release(_ request: PlannedRequest) { lanes[lane(of: request)].outstanding -= 1 }

  /// Takes out everything of an account that was not handed out.
  mutating func takeAll(account: Int) -> [PlannedRequest] {
    lanes(account: account).flatMap { lane in
      defer { lanes[lane].next = lanes[lane].requests.count }
      return lanes[lane].requests[lanes[lane].next...]
    }
  }

  private static func key(_ request: PlannedRequest) -> Key {
    Key(account: request.account, subscription: request.query.subscriptionID.asciiLowercased)
  }
}
