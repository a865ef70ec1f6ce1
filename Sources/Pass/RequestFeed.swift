internal import Model
internal import Planning

/// The planned requests by gate, subscription and region, handed out as fast as they are answered, so that only the
/// requests under way have a reader.
struct RequestFeed {
  private var lanes: [Lane] = []
  /// How many lanes have requests that were not handed out.
  private var open = 0

  private struct Key: Hashable {
    var gate: Int
    var subscription: String
    var region: String
  }

  private struct Lane {
    var gate: Int
    var requests: [PlannedRequest] = []
    var next = 0
    var outstanding = 0
  }

  /// - `gate`: the gate that a request goes through.
  init(_ requests: [PlannedRequest], gate: (PlannedRequest) -> Int) {
    var laneOf: [Key: Int] = [:]
    for request in requests {
      let key = Key(
        gate: gate(request), subscription: request.query.subscriptionID.asciiLowercased,
        region: request.query.batch?.region ?? "")
      let lane = laneOf[key] ?? lanes.count
      if lane == lanes.count {
        laneOf[key] = lane
        lanes.append(Lane(gate: key.gate))
      }
      lanes[lane].requests.append(request)
    }
    open = lanes.count
  }

  func lanes(gate: Int) -> [Int] { lanes.indices.filter { lanes[$0].gate == gate } }

  /// How many requests of a lane are on their way.
  func outstanding(_ lane: Int) -> Int { lanes[lane].outstanding }

  /// How many requests a lane may have on their way, that all places are taken even where one of the lanes is held
  /// back: each costs a reader and a body.
  func share(of places: Int) -> Int { (places + max(open - 1, 1) - 1) / max(open - 1, 1) }

  mutating func next(_ lane: Int) -> PlannedRequest? {
    guard lanes[lane].next < lanes[lane].requests.count else { return nil }
    lanes[lane].next += 1
    if lanes[lane].next == lanes[lane].requests.count { open -= 1 }
    lanes[lane].outstanding += 1
    return lanes[lane].requests[lanes[lane].next - 1]
  }

  /// Notes that a request of a lane has led to another one, so that it has one more on its way.
  mutating func add(to lane: Int) { lanes[lane].outstanding += 1 }

  /// Notes that a request of a lane was settled.
  mutating func release(_ lane: Int) { lanes[lane].outstanding -= 1 }

  /// Takes out everything for a gate that was not handed out.
  mutating func takeAll(gate: Int) -> [PlannedRequest] {
    lanes(gate: gate).flatMap { lane in
      if lanes[lane].next < lanes[lane].requests.count { open -= 1 }
      defer { lanes[lane].next = lanes[lane].requests.count }
      return lanes[lane].requests[lanes[lane].next...]
    }
  }
}
