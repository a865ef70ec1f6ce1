internal import Configuration
internal import Formats
internal import Model
internal import Pass
internal import Planning
internal import Snapshot
internal import System

/// Who says what discovery groups hold, where that is not Azure Resource Graph.
enum GroupSource {
  /// A file that somebody made.
  case inventory(InventoryFile, path: String)
  /// Promitor's Resource Discovery agent, at `http://HOST:PORT`.
  case agent(String)

  /// - Throws: `Refusal` where the inventory cannot be read.
  init?(_ places: ConfigurationPlaces, _ settings: RuntimeSettings, hasDeclaration: Bool) throws {
    if let path = places.inventory {
      do {
        self = .inventory(
          try InventoryFile(try Files.read(path), details: settings.labels.details.withType, foundAt: 0), path: path)
      } catch let error as SystemError {
        throw Refusal(.inputMissing, "\(error)")
      } catch {
        throw Refusal(.configurationInvalid, "the inventory \(path): \(error)")
      }
    } else if let agent = settings.discoveryAgent, !hasDeclaration || settings.alwaysAsksAgent {
      self = .agent(agent)
    } else {
      return nil
    }
  }

  /// The lists of the groups that metrics name, or why there is none.
  ///
  /// - `now`: seconds since 1970 UTC.
  func lists(
    of declarations: [MetricsDeclaration], snapshot: SnapshotContent?, settings: RuntimeSettings, network: Network,
    now: Int
  ) -> DiscoveryAgentRunner.Found {
    let wanted = NamedGroup.all(in: declarations)
    var found = DiscoveryAgentRunner.Found()
    switch self {
    case .inventory(let inventory, let path):
      for group in wanted {
        if var list = group.list(in: inventory) {
          if list.foundAt == 0 { list.foundAt = now }
          found.groups.append(list)
        } else {
          let reason = PassResult.Reason(code: "NoGroup", text: "\(path) has no group \(group.name)")
          found.failures.append(.init(group: group.name, reason: reason, usedFrom: nil, isRefusal: false))
        }
      }
    case .agent(let address):
      let old = (snapshot?.groups ?? []).filter { list in
        wanted.contains { $0.name == list.name && $0.fingerprint(at: address) == list.fingerprint }
      }
      let good = old.filter { 0..<max(settings.discoveryCache, 0) ~= now - $0.foundAt }
      let unknown = wanted.filter { group in !good.contains { $0.name == group.name } }
      if !unknown.isEmpty {
        found = DiscoveryAgentRunner.run(
          unknown, of: address, details: settings.labels.details, courier: network.courier(share: network.lookUpShare),
          now: now)
      }
      found.groups += good
      for place in found.failures.indices {
        guard let list = old.first(where: { $0.name == found.failures[place].group }) else { continue }
        found.groups.append(list)
        found.failures[place].usedFrom = list.foundAt
      }
    }
    return found
  }
}
