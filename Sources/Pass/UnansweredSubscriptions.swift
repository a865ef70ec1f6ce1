internal import Model
internal import Planning

/// Azure leaves subscriptions out that the identity may not read, without a word. Where a subscription has no row in any
/// answer, one query tells whether it was looked into at all; what it had before is kept for a while if not, as roles
/// come back.
extension LookUpRunner {
  /// For so long, in seconds, resources are kept of a subscription that is left out.
  private static let patience = 24 * 3600
  private static let namesShown = 5

  /// Who is to be looked into by one declaration, and whose rows nobody has seen.
  private struct Coverage {
    var query: LookUps.Query
    var unseen: Set<String>
    /// Those of which the scope's lists have rows: Azure looked into them, whatever it says.
    var seen: Set<String>
  }

  mutating func keepUnanswered(_ answers: inout [Answer]) {
    let seen = answers.reduce(into: Set<String>()) { $0.formUnion($1.resources.subscriptions) }
    for subscription in seen { result.memory.missing[subscription] = nil }
    let coverages = coverages(answers, seen)
    if coverages.isEmpty { return }
    var unanswered: Set<String> = [], unknown: Set<String> = []
    for (coverage, search) in zip(coverages, make(coverages.map(\.query))) {
      switch searches[search].ending {
      case .whole, .unchanged, nil:
        let answered = searches[search].listing.resources.subscriptions
        // An answer that lacks even those whose resources were just listed does not come from who knows subscriptions.
        if !coverage.seen.isEmpty && answered.isDisjoint(with: coverage.seen) { continue }
        for subscription in answered { result.memory.missing[subscription] = nil }
        unanswered.formUnion(coverage.unseen.subtracting(answered))
      case .failed(let reason, .rejected):
        // It will never be answered here: to keep what is gone for a day each time would be wrong for ever.
        tellUnknown(reason)
      case .failed(let reason, _), .putOff(let reason):
        // Who had resources and has none any more may have been left out.
        unknown.formUnion(coverage.unseen)
        tellUnknown(reason)
      }
    }
    for subscription in unanswered where result.memory.missing[subscription] == nil {
      result.memory.missing[subscription] = now
    }
    var kept = 0
    for place in answers.indices { kept += keep(&answers[place], of: unanswered.union(unknown)) }
    tellUnanswered(unanswered.sorted(), kept)
  }

  /// Forgets those that nobody looks for any more, and counts what is kept in the lists that nobody asked for.
  mutating func settleUnanswered() {
    let missing = result.memory.missing
    if !missing.isEmpty {
      let meant = result.groups.reduce(lookUps.subscriptions) { $0.union($1.resources.subscriptions) }
      result.memory.missing = missing.filter { meant.contains($0.key) }
    }
    for group in lookUps.known where !group.isOfLandscape {
      var tally = LookUpResult.Tally(group: group.name, before: group.resources.count)
      if !missing.isEmpty {
        tally.unanswered = group.resources.count { $0.subscription.map { missing[$0] != nil } ?? false }
      }
      result.tallies.append(tally)
    }
  }

  /// A question for each scope of which something was not seen: of declared subscriptions, and of those that had
  /// resources before.
  private func coverages(_ answers: [Answer], _ seen: Set<String>) -> [Coverage] {
    var all: [Coverage] = []
    for answer in answers {
      let query = searches[answer.search].listing.query
      let rows = answer.resources.subscriptions
      let expected = query.scope.namedSubscriptions.union(answer.lost.subscriptions)
      let unseen = expected.subtracting(seen)
      let place = all.firstIndex {
        $0.query.account == query.account && $0.query.scope == query.scope
      }
      if let place {
        all[place].unseen.formUnion(unseen)
        all[place].seen.formUnion(rows)
      } else {
        let question = LookUps.Query(
          account: query.account, scope: query.scope, text: DiscoveryQuery.subscriptions,
          purpose: .subscriptions)
        all.append(Coverage(query: question, unseen: unseen, seen: rows))
      }
    }
    return all.filter { !$0.unseen.isEmpty }
  }

  private mutating func tellUnknown(_ reason: PassResult.Reason) {
    result.remarks.append(
      "discovery: which subscriptions Azure looks into could not be found out: \(reason.code): \(reason.text)")
  }

  /// - Returns: how many resources are kept.
  private mutating func keep(_ answer: inout Answer, of missing: Set<String>) -> Int {
    let kept = answer.lost.filter { resource in
      guard let subscription = resource.subscription, missing.contains(subscription) else { return false }
      let since = result.memory.missing[subscription] ?? now
      result.memory.missing[subscription] = since
      return now - since < Self.patience
    }
    if kept.isEmpty { return 0 }
    answer.resources = answer.resources.joined(with: kept)
    answer.lost = answer.lost.without(kept)
    answer.tally.unanswered = kept.count
    return kept.count
  }

  private mutating func tellUnanswered(_ unanswered: [String], _ kept: Int) {
    guard !unanswered.isEmpty else { return }
    let more = unanswered.count - Self.namesShown
    let names = unanswered.prefix(Self.namesShown).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let old = kept > 0 ? "; \(kept) resources that were there before are used for a day" : ""
    result.remarks.append(
      "discovery: Azure leaves \(unanswered.count) subscription\(unanswered.count > 1 ? "s" : "") out without a word "
        + "(\(names))\(old) -- give the identity the role Monitoring Reader there, or take what is no more out of the "
        + "declaration")
  }
}
