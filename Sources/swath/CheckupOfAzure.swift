internal import Azure
internal import Configuration
internal import Formats
internal import Model
internal import Pass
internal import Planning
internal import System
internal import Transport

extension Checkup {
  /// Finds the discovery groups, and asks one question at each place where a pass asks.
  /// - Throws: `Refusal` where there is nobody to sign in as.
  mutating func ask(_ phase: LookUpPhase, _ environment: [String: String]) throws {
    let (inputs, network) = (phase.inputs, phase.network)
    let found = try phase.run()
    let subject = inputs.groupSource == nil ? CalledAPI.resourceGraph.name : "groups"
    var plan = Planner.plan(
      inputs.declarations, discovery: inputs.discovery, found: found.groups, places: found.places.resources,
      settings: inputs.settings, snapshot: nil, now: phase.now, zone: TimeZoneOffset { Clock.localOffset(at: $0) },
      asksAll: true, mostCalls: .max, mostSeries: .max)
    plan.keepOneOfEachPlace()
    let credentials = try network.credentials(plan.accounts, inputs.settings.authentication)
    let called = plan.calledPlaces
    let result = PassRunner.run(
      plan, lastSamples: nil, lastAbsent: nil, credentials: credentials, courier: network.courier(share: 1),
      maxInFlight: network.maxInFlight, tokens: [], environment: environment)
    for (number, account) in plan.accounts.enumerated() {
      guard let credential = credentials[number], called.contains(where: { $0.place.account == number }) else {
        continue
      }
      let failure = result.signInFailures.first { $0.tenantID == account.tenantID }
      add(
        failure == nil ? .good : .bad, "sign-in", "tenant \(account.tenantID)",
        failure.map { Self.text($0.reason) } ?? "as \(credential.applicationID)", isRefusal: failure?.isRefusal ?? false
      )
    }
    // What is told of a sign-in need not be told of everything behind it.
    let told = Set(result.signInFailures.map(\.reason))
    tell(found, subject, but: told)
    for (place, targets) in called { tell(place, targets, plan, result, but: told) }
    if plan.targets.isEmpty, found.failures.isEmpty {
      add(.doubtful, "metrics", "", "no resource is declared or found, so that a pass has nothing to ask for")
    }
  }

  private static func text(_ reason: PassResult.Reason) -> String { "\(reason.code): \(reason.text)" }

  private mutating func tell(_ found: LookUpResult, _ subject: String, but told: Set<PassResult.Reason>) {
    let groups = found.groups.filter { !$0.isOfLandscape }
    if !groups.isEmpty {
      add(.good, subject, "", "\(groups.count) groups, \(groups.reduce(0) { $0 + $1.resources.count }) resources")
    }
    for group in groups where group.resources.isEmpty {
      add(.doubtful, subject, group.name, "no resource is found -- check its criteria, and where the identity may read")
    }
    // One cause often meets every group, so it is told once.
    var told = told
    for failure in found.failures where told.insert(failure.reason).inserted {
      let names = found.failures.filter { $0.reason == failure.reason }.map(\.group)
      let place = names.count > 1 ? "\(names[0]) and \(names.count - 1) more" : names[0]
      // What Promitor tells of the landscape is no part of a pass's success.
      let state = Landscape.isName(failure.group) ? State.doubtful : .bad
      add(state, subject, place, Self.text(failure.reason), isRefusal: state == .bad && failure.isRefusal)
    }
    for remark in found.remarks { add(.doubtful, subject, "", remark) }
    for reason in found.placeFailures where told.insert(reason).inserted {
      add(.doubtful, subject, "regions of declared resources", Self.text(reason))
    }
  }

  private mutating func tell(
    _ place: CalledPlace, _ targets: Set<Int32>, _ plan: Plan, _ result: PassResult, but told: Set<PassResult.Reason>
  ) {
    let amiss = targets.filter { result.outcomes[Int($0)].isShortfall || result.outcomes[Int($0)] == .gone }.sorted()
    let reasons = amiss.compactMap { result.reasonRow(target: Int($0)) }
    let reason =
      reasons.first.map { result.reasons[$0] } ?? PassResult.Reason(code: "NoAnswer", text: "none came in time")
    if told.contains(reason) { return }
    let name = ([place.subscription, place.region, place.resource].filter { !$0.isEmpty }).joined(separator: " ")
    if amiss.isEmpty {
      add(.good, place.api.name, name, "\(targets.count) series answered")
    } else if amiss.count < targets.count {
      add(
        .doubtful, place.api.name, name, "\(amiss.count) of \(targets.count) series not answered: \(Self.text(reason))")
    } else {
      add(.bad, place.api.name, name, Self.text(reason))
    }
  }
}
