internal import Configuration
internal import Formats
internal import Model
internal import Snapshot

extension API {
  /// Whether things are well: of the scraper, that the last pass is fresh; of discovery, that every group has a list that
  /// is. Promitor's checks, asked of what the passes left.
  func health(_ call: Call) throws -> APIAnswer {
    guard try call.flag("includeDependencies", absent: true) else { return Self.report([]) }
    let head = try source.head()
    var entries: [Check] = []
    if agent.has(.scraper), source.settings.checksFreshness { entries.append(try freshness(head)) }
    if agent.has(.discovery), let discovery = try source.discovery() { entries.append(graph(discovery, head)) }
    return Self.report(entries)
  }

  private struct Check {
    let name: String
    let isHealthy: Bool
    let text: String
    var data: [JSONValue.Member] = []
  }

  /// Older than twice the shortest time between two passes of a schedule is not fresh.
  private func freshness(_ head: Head?) throws -> Check {
    let name = "Promitor Scraper Data Freshness"
    guard let head else { return Check(name: name, isHealthy: false, text: "There was no pass yet.") }
    let schedules = Set(try source.declarations().flatMap(\.metrics).map(\.schedule))
    let gaps = schedules.compactMap { $0.typicalPeriod(after: source.now, zone: .utc) }
    let limit = 2 * (gaps.min() ?? 300)
    let age = source.now - head.content.takenAt / 1_000_000
    let isHealthy = age <= limit
    return Check(
      name: name, isHealthy: isHealthy,
      text: "The last pass began \(age) seconds ago, \(isHealthy ? "within" : "more than") \(limit).")
  }

  /// Older than three times what it is good for, and an hour, no list is taken for one that discovery works.
  private func graph(_ discovery: DiscoveryDeclaration, _ head: Head?) -> Check {
    let limit = max(3 * source.settings.discoveryCache, 3600)
    let isHealthy = discovery.groups.allSatisfy { group in
      list(of: group, discovery, head).map { source.now - $0.foundAt <= limit } ?? false
    }
    let text =
      discovery.groups.isEmpty
      ? "No group is declared." : isHealthy ? "Every group was discovered." : "A group was not discovered lately."
    var places: [String] = []
    for scope in [discovery.scope] + discovery.groups.compactMap(\.scope) {
      let names =
        switch scope {
        case .everything: ["Tenant \(discovery.tenantID)"]
        case .subscriptions(let ids): ids.map { "Subscription \($0)" }
        case .managementGroups(let ids): ids.map { "Management group \($0)" }
        }
      places += names.filter { !places.contains($0) }
    }
    let data = places.map { place in
      JSONValue.Member(place, .object(["isSuccessful": .boolean(isHealthy), "message": .string(text)]))
    }
    return Check(name: "azure-resource-graph", isHealthy: isHealthy, text: text, data: data)
  }

  private static func report(_ checks: [Check]) -> APIAnswer {
    let isHealthy = checks.allSatisfy(\.isHealthy)
    let entries = checks.map { check in
      JSONValue.Member(
        check.name,
        .object([
          "data": .object(check.data), "description": .string(check.text), "duration": .string("00:00:00"),
          "status": .string(check.isHealthy ? "Healthy" : "Unhealthy"), "tags": .array([]),
        ]))
    }
    return APIAnswer(
      isHealthy ? 200 : 503,
      .object([
        "entries": .object(entries), "status": .string(isHealthy ? "Healthy" : "Unhealthy"),
        "totalDuration": .string("00:00:00"),
      ]))
  }
}
