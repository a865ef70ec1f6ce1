import Configuration
import Model
import Planning
import Testing

@Test func metricsOfOneResourceShareACall() throws {
  let plan = plan([
    try metric("a", azureName: "ServiceApiHit", .count), try metric("b", azureName: "ServiceApiLatency", .average),
    try metric("c", azureName: "serviceapihit", .total), try metric("d", interval: 3600),
  ])
  #expect(plan.targets.count == 4)
  #expect(plan.requests.map(\.query.metrics) == [["ServiceApiHit", "ServiceApiLatency"], ["ServiceApiHit"]])
  #expect(plan.requests[0].query.aggregations.members == [.average, .total, .count])
  #expect(plan.requests[0].asks.map(\.metric) == [0, 1, 0])
  #expect(plan.requests[0].query.filter == "")
}

@Test func aCallTakesTwentyMetrics() throws {
  let plan = plan(try (0..<45).map { try metric("m\($0)", azureName: "A\($0)") })
  #expect(plan.requests.map(\.query.metrics.count) == [20, 20, 5])
  #expect(Set(plan.requests.flatMap { $0.asks.map(\.target) }).count == 45)
  for request in plan.requests {
    for ask in request.asks {
      let declared = plan.metrics[Int(plan.targets[Int(ask.target)].metric)].declaration
      #expect(request.query.metrics[Int(ask.metric)] == declared.azureName)
    }
  }
}

@Test(arguments: [(60, 180), (300, 180), (3600, 180), (86_400, 180), (300, 0)])
func bucketsAreFinalAndOnTheGrid(interval: Int, settle: Int) {
  for now in [noon, noon + 1, noon / 3600 * 3600, noon / 3600 * 3600 + settle, noon / 3600 * 3600 + settle - 1] {
    let bucket = Planner.newestBucket(now: now, settle: settle, interval: interval)
    #expect(bucket.count == interval && bucket.lowerBound % interval == 0)
    #expect(bucket.upperBound + settle <= now && bucket.upperBound + settle + interval > now)
  }
}

@Test func resourcesGetTheirPathNameAndLabels() throws {
  let plan = plan([
    try metric("a", type: "WebApp", resources: [["app", ""], ["app", "production"], ["app", "staging"]]),
    try metric("b", type: "SqlDatabase", resources: [["srv", "db"]]),
    try metric("c", type: "Generic", resources: [["Microsoft.X/y/z", "Tier eq 'Hot'"]]),
  ])
  let prefix = "subscriptions/sub/resourceGroups/rg/providers/"
  #expect(
    plan.resources.map(\.id.text) == [
      prefix + "Microsoft.Web/sites/app", prefix + "Microsoft.Web/sites/app/slots/staging",
      prefix + "Microsoft.Sql/servers/srv/databases/db", prefix + "Microsoft.X/y/z",
    ], "production is no slot, and one resource is there once")
  #expect(plan.resources[0].labels.map { "\($0.name)=\($0.value)" } == ["slot_name=production"])
  #expect(plan.resources[2].labels.map { "\($0.name)=\($0.value)" } == ["server=srv", "database=db"])
  #expect(plan.resources.map(\.name) == ["app", "app", "db", "Microsoft.X/y/z"])
  #expect(plan.requests.last?.query.filter == "Tier eq 'Hot'")
}

@Test func entitiesShareACallAndAreNarrowedTo() throws {
  let queues = try metric(
    "q", type: "ServiceBusNamespace", azureName: "Size", .average, resources: [["ns", "o'q"], ["NS", "b"]])
  let both = plan([queues])
  #expect(both.requests.map(\.query.filter) == ["EntityName eq 'b' or EntityName eq 'o''q'"])
  #expect(both.requests[0].query.dimensions == ["EntityName"])
  #expect(both.requests[0].asks.count == 2)

  let whole = plan([queues, try metric("n", type: "ServiceBusNamespace", azureName: "Messages", resources: [["ns"]])])
  #expect(whole.requests.map(\.query.filter) == ["EntityName eq '*'"])
  #expect(whole.requests[0].query.metrics == ["Size", "Messages"])

  let many = plan([
    try metric("q", type: "ServiceBusNamespace", azureName: "Size", resources: (0..<100).map { ["ns", "q\($0)"] })
  ])
  #expect(many.requests.map(\.query.filter) == ["EntityName eq '*'"])
  #expect(many.requests.map(\.asks.count) == [100])
}

@Test func aMetricWithoutEntitiesIsAskedWithoutThem() throws {
  let plan = plan([
    try metric("cpu", type: "ServiceBusNamespace", azureName: "NamespaceCpuUsage", .average, resources: [["ns"]])
  ])
  #expect(plan.requests.map(\.query.filter) == [""])
  #expect(plan.metrics[0].sampleDimensions(of: plan.resources[0]) == [])
}

@Test(arguments: [
  (["A", "B"], "", "A eq '*' and B eq '*'"), (["A"], "a eq 'x'", "a eq 'x'"),
  (["A"], "B eq 'x' and A eq 'y' or A eq 'z'", "A eq 'y' or A eq 'z' and B eq 'x'"),
  ([], "B eq 'x and y' and C ne 'd'", "B eq 'x and y' and C ne 'd'"), ([], "  ", ""),
])
func filtersOutrankDimensions(dimensions: [String], filter: String, text: String) throws {
  let plan = plan([
    try metric("g", type: "Generic", dimensions: dimensions, resources: [["Microsoft.X/y/z", filter]])
  ])
  #expect(plan.requests.map(\.query.filter) == [text])
}

@Test func halvesKeepEveryAskWithItsMetric() throws {
  let request = try #require(plan(try (0..<5).map { try metric("m\($0)", azureName: "A\($0)") }).requests.first)
  let (first, second) = try #require(request.halves)
  #expect(first.query.metrics == ["A0", "A1"] && second.query.metrics == ["A2", "A3", "A4"])
  #expect(first.asks.map(\.metric) == [0, 1] && second.asks.map(\.metric) == [0, 1, 2])
  #expect((first.asks + second.asks).map(\.target) == request.asks.map(\.target))
  #expect(plan([try metric("a")]).requests[0].halves == nil)
}

@Test func whatIsNotDueIsNotAsked() throws {
  let metrics = [try metric("minutely", interval: 60), try metric("hourly", interval: 60, schedule: "0 * * * *")]
  let first = plan(metrics)
  #expect(first.requests.flatMap(\.asks).count == 2)
  let decided = TargetState(outcome: .delivered, horizon: first.metrics[0].bucket.upperBound)
  let after = snapshot(after: first, at: noon, decided)

  #expect(plan(metrics, snapshot: after, now: noon + 5).requests.isEmpty, "no occurrence has come since")
  #expect(plan(metrics, snapshot: after, now: noon + 60).requests.flatMap(\.asks).map(\.target) == [0])
  #expect(plan(metrics, snapshot: after, now: noon + 3600).requests.flatMap(\.asks).count == 2)
  #expect(plan(metrics, snapshot: after, now: noon + 5, asksAll: true).requests.flatMap(\.asks).count == 2)
}

@Test func theGridSaysWhenThereIsNews() throws {
  let metrics = [try metric("a", interval: 300)]
  let first = plan(metrics)
  let decided = TargetState(outcome: .empty, horizon: first.metrics[0].bucket.upperBound)
  let after = snapshot(after: first, at: noon, decided)
  #expect(plan(metrics, snapshot: after, now: noon + 120).requests.isEmpty, "due, but no bucket is final since")
  #expect(plan(metrics, snapshot: after, now: noon + 300).requests.count == 1)
}

@Test(arguments: Outcome.allCases) func whatCouldNotBeHadStaysDueAndWhatIsRefusedWaitsForItsSchedule(
  outcome: Outcome
) throws {
  let metrics = [try metric("a", schedule: "0 * * * *")]
  let first = plan(metrics)
  let after = snapshot(after: first, at: noon, TargetState(outcome: outcome))
  let isDue = [.deferred, .throttled, .failed].contains(outcome)
  #expect(plan(metrics, snapshot: after, now: noon + 5).requests.isEmpty == !isDue)
}

@Test func anEditedMetricStartsAnew() throws {
  let first = plan([try metric("a", schedule: "0 0 * * *")])
  let state = TargetState(outcome: .delivered, horizon: noon * 2)
  let after = snapshot(after: first, at: noon, state)
  let same = plan([try metric("a", schedule: "0 0 * * *")], snapshot: after)
  #expect(same.requests.isEmpty && same.targets.map(\.previous) == [0])
  let edited = plan([try metric("a", .total, schedule: "0 0 * * *")], snapshot: after)
  #expect(edited.requests.count == 1 && edited.targets.map(\.previous) == [-1])
}

@Test func aNewResourceOfAKnownMetricIsAskedAtOnce() throws {
  let first = plan([try metric("a", schedule: "0 0 * * *")])
  let after = snapshot(after: first, at: noon, TargetState(outcome: .delivered, horizon: noon * 2))
  let grown = plan([try metric("a", schedule: "0 0 * * *", resources: [["kv"], ["new"]])], snapshot: after)
  #expect(grown.requests.flatMap(\.asks).map(\.target) == [1])
}

@Test func aTargetDeclaredTwiceIsThereOnce() throws {
  let plan = plan([try metric("a", resources: [["kv"], ["KV"], ["kv"]])])
  #expect(plan.targets.count == 1)
  #expect(plan.resources.map(\.name) == ["kv"])
}
