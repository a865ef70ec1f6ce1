internal import Configuration
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import Snapshot
internal import System
internal import Transport

/// The first half of a pass: the resources of the discovery groups, and the places of declared ones, are found within a
/// share of the time, or read from what another shard has found.
struct LookUpPhase {
  let inputs: Inputs
  let snapshot: SnapshotContent?
  let places: Places
  let network: Network
  /// Seconds since 1970 UTC.
  let now: Int
  let log: Logger
  /// The groups that are wanted beside those that metrics name: none, or all.
  var wantsEveryGroup = false
  /// Whether Azure is asked although another shard does so for all.
  var asksItself = false

  /// What is known before anybody is asked.
  ///
  /// - `shared`: what another shard has found.
  func lookUps(_ shared: InventoryFile?) -> LookUps {
    LookUps(
      inputs.groupSource == nil ? inputs.discovery : nil, declarations: inputs.declarations, settings: inputs.settings,
      snapshot: snapshot, shared: shared, wantsEveryGroup: wantsEveryGroup,
      wantsLandscape: inputs.settings.showsLandscape && places.shard.index == 0, now: now)
  }

  /// - Throws: `Refusal` where there is nobody to sign in as.
  func run() throws -> LookUpResult {
    guard let source = inputs.groupSource else { return try ask() }
    var result = try ask()
    let found = source.lists(
      of: inputs.declarations, snapshot: snapshot, settings: inputs.settings, network: network, now: now)
    result.groups += found.groups
    result.failures += found.failures
    result.statistics.add(found.statistics)
    return result
  }

  private func ask() throws -> LookUpResult {
    let shared = SharedInventory(places.inventory, log)
    let lookUps =
      places.shard.index == 0 || network.isReplayed || asksItself
      ? lookUps(nil)
      : shared.awaited(
        until: network.deadline(share: network.lookUpShare), isStopped: { StopSignal.isRaised }, lookUps
      ) { $0.queries.isEmpty }
    // Where everything is known, there is no account to sign in to.
    let settings = inputs.settings
    let credentials = try network.credentials(
      lookUps.accounts, settings.discoveryAuthentication ?? settings.authentication)
    return LookUpRunner.run(
      lookUps, credentials: credentials, courier: network.courier(share: network.lookUpShare), now: now)
  }

  /// Tells the other shards what was found.
  func publish(_ found: LookUpResult) {
    guard places.shard.isOneOfSeveral, places.shard.index == 0 else { return }
    SharedInventory(places.inventory, log).publish(
      InventoryFile(groups: found.groups.filter { !$0.isOfLandscape }, places: found.places))
  }

}
