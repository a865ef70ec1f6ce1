internal import Configuration
internal import Model

// How resources are put together in batches: those of one subscription, region and type of which the same metrics are
// wanted, as many as one answer can hold and as may cost something.
extension RequestGrouping {
  /// The requests, in the order in which their first target was added.
  ///
  /// - `targets`: those of the plan.
  /// - `billed`: how many calls may cost something; what is used of them is taken off. nil for any number.
  func requests(targets: [Target], resources: [Resource], billed: inout Int?) -> [PlannedRequest] {
    guard !ways.isEmpty else { return groups.flatMap { requests(of: [$0], in: nil, targets, resources) } }
    var parties: [Party] = []
    var partyOf: [BatchKey: Int] = [:]
    var known: [Int32] = []
    for (number, group) in groups.enumerated() {
      let alone = Party(batch: nil, members: [number], series: group.series)
      guard let (batch, size) = way(of: resources[Int(group.key.idOwner)]) else {
        parties.append(alone)
        continue
      }
      let names = names(of: group, targets, like: known)
      known = names
      let key = BatchKey(
        account: group.key.account, shape: group.key.shape, names: names,
        subscription: resources[Int(group.key.idOwner)].subscriptionID.asciiLowercased, batch: batch)
      let most = min(size, max(shapes[Int(group.key.shape)].room / min(names.count, Self.metricsPerCall), 1))
      let open = partyOf[key]
      let isFull = open.map { parties[$0].series + group.series > Self.seriesPerCall } ?? false
      if let open, parties[open].members.count < most, !isFull {
        parties[open].members.append(number)
        parties[open].series += group.series
      } else if isFull, batch.api == .subscription {
        // Its answer is about all resources of the type, however few are asked for.
        parties.append(alone)
      } else {
        partyOf[key] = parties.count
        parties.append(Party(batch: batch, members: [number], series: group.series, names: names.count))
      }
    }
    if let left = billed { billed = left - disband(&parties, beyond: left) }
    return parties.flatMap { party -> [PlannedRequest] in
      // A whole subscription is not asked for one resource.
      let isAlone = party.members.count == 1 && party.batch?.api == .subscription
      guard party.batch != nil, !isAlone else {
        return party.members.flatMap { requests(of: [groups[$0]], in: nil, targets, resources) }
      }
      return requests(of: party.members.map { groups[$0] }, in: party.batch, targets, resources)
    }
  }

  /// Groups that are asked for together: as a batch, or each for itself.
  private struct Party {
    var batch: MetricsQuery.Batch?
    var members: [Int]
    var series: Int
    /// How many metrics are wanted of each.
    var names = 0

    var calls: Int { (names + RequestGrouping.metricsPerCall - 1) / RequestGrouping.metricsPerCall }
  }

  /// The batch that a resource may be part of, and the most resources of it; nil where it is asked for itself.
  private func way(of resource: Resource) -> (MetricsQuery.Batch, most: Int)? {
    guard !resource.region.isEmpty, !resource.armType.isEmpty else { return nil }
    for (api, most) in ways {
      let batch = MetricsQuery.Batch(region: resource.region, namespace: resource.armType, api: api)
      if refusals.isEmpty || refusals.isDisjoint(with: batch.refusals(in: resource.subscriptionID)) {
        return (batch, most)
      }
    }
    return nil
  }

  /// Takes the batches apart that would cost more than is left: those with the fewest resources first, as they save
  /// least. A batch of one costs something and saves nothing. Gives the calls that cost something and stay.
  private func disband(_ parties: inout [Party], beyond left: Int) -> Int {
    var left = left
    let before = left
    let billed = parties.indices.filter { parties[$0].batch?.api == .dataPlane }
    for place in billed.sorted(by: { (parties[$1].members.count, $0) < (parties[$0].members.count, $1) }) {
      if parties[place].members.count > 1, parties[place].calls <= left {
        left -= parties[place].calls
      } else {
        parties[place].batch = nil
      }
    }
    return before - left
  }

  /// What the resources of a batch share.
  private struct BatchKey: Hashable {
    var account: Int32
    var shape: Int32
    var names: [Int32]
    var subscription: String
    var batch: MetricsQuery.Batch
  }
}
