internal import Configuration
package import Model
package import Planning
internal import System
package import Transport

/// What the look-ups of a pass brought.
package struct LookUpResult: Sendable {
  /// The lists to plan with: those that were good, those that were found, and old ones in place of what failed.
  package var groups: [FoundGroup] = []
  package var failures: [Failure] = []
  /// Where declared resources are: what was known, and what was found.
  package var places = Places()
  /// Why some places could not be found out; their resources are asked for themselves.
  package var placeFailures: [PassResult.Reason] = []
  package var statistics = TransferStatistics()
  /// The tokens that were used, for others who need one of the same kind.
  package var tokens: [SharedToken] = []

  /// What Resource Graph told of the quota of each of those that asked it.
  package var quotas: [GraphQuota] = []

  /// How many queries there were to make.
  package var queries = 0
  /// What is under way or in doubt, for the next pass.
  package var memory = DiscoveryMemory()
  /// How it stands with each group.
  package var tallies: [Tally] = []
  /// What somebody should know although every list is good.
  package var remarks: [String] = []

  package init() {}

  /// What is known without asking anybody: good lists, and old ones in place of those that are not.
  package init(known lookUps: LookUps) {
    groups = lookUps.known + lookUps.stale
    memory = lookUps.memory
    places = lookUps.places
  }

  /// The quota of one that asked Resource Graph.
  package struct GraphQuota: Sendable {
    package var account: Account
    /// "" where nobody signed in.
    package var applicationID: String
    /// The smallest number of calls left that an answer told; nil where none did.
    package var remaining: Int?
    /// Whether an answer was that there are none.
    package var isThrottled: Bool
  }

  /// How it stands with the list of a group.
  package struct Tally: Sendable {
    package var group: String
    /// How many resources the list had that was used before.
    package var before = 0
    /// How many of those are kept as Azure left them out in a way that is not believed yet.
    package var doubted = 0
    /// How many of those are kept as their subscription was left out without a word.
    package var unanswered = 0
    /// Of a list that is not whole yet: how many resources of it are there, and how many it is said to have.
    package var unfinished: (rows: Int, total: Int)?
  }

  /// A group that could not be found out.
  package struct Failure: Sendable {
    package var group: String
    package var reason: PassResult.Reason
    /// When the list that is used in its place was found, in seconds since 1970 UTC; nil where there is none.
    package var usedFrom: Int?
    package var isRefusal: Bool

    package init(group: String, reason: PassResult.Reason, usedFrom: Int?, isRefusal: Bool) {
      self.group = group
      self.reason = reason
      self.usedFrom = usedFrom
      self.isRefusal = isRefusal
    }
  }
}

/// A token, and what it is good for.
package struct SharedToken: Sendable {
  let tenantID: String
  let authority: String
  let audience: String
  let secret: Secret
}
