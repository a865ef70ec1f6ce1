internal import Model
internal import Planning

/// What becomes of the lists in force once every query of a pass has ended. A list is replaced by a whole answer alone,
/// and a resource leaves it only where that answer can be believed.
extension LookUpRunner {
  /// A whole answer for a group, beside the list that it is to replace.
  struct Answer {
    let search: Int
    let name, fingerprint: String
    let old: FoundGroup?
    /// What Azure gave, and what is kept beside it.
    var resources: [FoundResource]
    /// What of the old list is in none of that.
    var lost: [FoundResource] = []
    var tally: LookUpResult.Tally
    /// Why the old list stays in force.
    var doubt: PassResult.Reason?
  }

  mutating func judge() {
    result.memory.unfinished = []
    let first = lookUps.queries.indices
    var answers = first.compactMap { answer($0) }
    keepUnanswered(&answers)
    confirmLosses(&answers)
    var rest = answers[...]
    for search in first {
      if let answer = rest.first, answer.search == search {
        conclude(answer)
        rest.removeFirst()
      } else {
        conclude(search)
      }
    }
    settleUnanswered()
    let names = Set((result.groups.map(\.name) + result.failures.map(\.group)))
    result.memory.doubts = result.memory.doubts.filter { names.contains($0.key) }
    result.memory.digests = result.memory.digests.filter { names.contains($0.key) }
  }

  /// The answer for a group; nil where the search is another one, or did not come to its end.
  private func answer(_ search: Int) -> Answer? {
    guard case .group(let name, let fingerprint) = searches[search].listing.query.purpose,
      case .whole = searches[search].ending
    else { return nil }
    // What Promitor tells of the landscape is what may be seen now.
    let old = Landscape.isName(name) ? nil : lookUps.stale(name)
    var answer = Answer(
      search: search, name: name, fingerprint: fingerprint, old: old, resources: searches[search].listing.resources,
      tally: .init(group: name, before: old?.resources.count ?? 0))
    answer.lost = old?.resources.without(answer.resources) ?? []
    return answer
  }

  /// The list in force after a whole answer.
  private mutating func conclude(_ answer: Answer) {
    result.tallies.append(answer.tally)
    guard let reason = answer.doubt, let old = answer.old else {
      result.memory.doubts[answer.name] = nil
      let listing = searches[answer.search].listing
      let group = FoundGroup(
        name: answer.name, fingerprint: answer.fingerprint, foundAt: listing.begunAt, resources: answer.resources)
      result.groups.append(group)
      return keepDigest(of: listing, for: group, isAsAnswered: answer.tally.unanswered == 0)
    }
    result.memory.digests[answer.name] = nil
    // What was added is there for certain.
    var kept = old
    kept.resources = answer.resources
    result.groups.append(kept)
    result.failures.append(.init(group: answer.name, reason: reason, usedFrom: old.foundAt, isRefusal: false))
  }

  /// What is used after a query without a whole answer, or one about places.
  private mutating func conclude(_ search: Int) {
    let listing = searches[search].listing
    guard case .group(let name, let fingerprint) = listing.query.purpose else {
      return concludePlaces(search)
    }
    let old = lookUps.stale(name)
    if let old, case .unchanged = searches[search].ending { return keepUnchanged(old) }
    if let old { result.groups.append(old) }
    if let unfinished = listing.unfinished(name, fingerprint) { result.memory.unfinished.append(unfinished) }
    var tally = LookUpResult.Tally(group: name, before: old?.resources.count ?? 0)
    switch searches[search].ending {
    case .failed(let reason, let outcome):
      result.failures.append(
        .init(group: name, reason: reason, usedFrom: old?.foundAt, isRefusal: outcome == .forbidden))
    case .putOff(let reason):
      tally.unfinished = listing.progress
      // With a list to use, it is no failure that a new one takes several passes.
      if old == nil {
        let (rows, total) = listing.progress
        let text = "\(rows) of \(total) resources were found in time, and the next pass goes on with the others"
        let reason = rows > 0 ? PassResult.Reason(code: "Unfinished", text: text) : reason
        result.failures.append(.init(group: name, reason: reason, usedFrom: nil, isRefusal: false))
      }
    case .whole, .unchanged, nil: break
    }
    result.tallies.append(tally)
  }

  private mutating func concludePlaces(_ search: Int) {
    let listing = searches[search].listing
    guard case .places(let ids) = listing.query.purpose else { return }
    switch searches[search].ending {
    case .failed(let reason, _), .putOff(let reason):
      if !result.placeFailures.contains(reason) { result.placeFailures.append(reason) }
      // What was not found out is asked for again soon.
      result.places.askedAt = 0
    case .whole, .unchanged, nil: take(listing.resources, asPlacesOf: ids)
    }
  }

  /// The place of a resource is its own region, else that of the nearest one that it stands in.
  private mutating func take(_ found: [FoundResource], asPlacesOf ids: [ResourceID]) {
    let regions = Dictionary(found.map { (ResourceID($0.id), $0.region) }) { first, _ in first }
    let asked = Set(ids)
    result.places.resources.removeAll { asked.contains(ResourceID($0.id)) }
    for id in ids {
      let region = ([id] + id.parents).lazy.compactMap { regions[$0] }.first { !$0.isEmpty }
      result.places.resources.append(FoundResource(id: id.text, resourceGroup: "", region: region ?? ""))
    }
  }
}

extension [FoundResource] {
  /// Those that are not in another list.
  func without(_ others: [FoundResource]) -> [FoundResource] {
    // Mostly nothing has changed, and then no set is needed.
    if count == others.count, zip(self, others).allSatisfy({ $0.id == $1.id }) { return [] }
    let ids = Set(others.lazy.map { ResourceID($0.id) })
    return filter { !ids.contains(ResourceID($0.id)) }
  }

  /// These, and those of another list that are not among them, by id.
  func joined(with others: [FoundResource]) -> [FoundResource] {
    let new = others.without(self)
    return new.isEmpty ? self : (self + new).sorted { $0.id < $1.id }
  }
}
