/// What one pass leaves to the next of discovery that is under way or in doubt.
package struct DiscoveryMemory: Sendable, Equatable {
  /// The lists of which some pages are there.
  package var unfinished: [UnfinishedGroup] = []
  /// Since when subscriptions that had resources are left out of what Azure answers: by lower-cased id, in seconds since
  /// 1970 UTC.
  package var missing: [String: Int] = [:]
  /// When an answer came for a group that lacked most of its resources and could not be asked for again: by name, in
  /// seconds since 1970 UTC.
  package var doubts: [String: Int] = [:]
  /// What is known of the state of Azure from before a list was read: by the group's name.
  package var digests: [String: ListDigest] = [:]
  /// When Azure did not understand the question for digests, in seconds since 1970 UTC: by `GraphScope.mark`.
  package var digestRefusals: [String: Int] = [:]

  package init() {}
}

/// By what it is seen that a list of a discovery group is still what Azure would answer.
package struct ListDigest: Sendable, Equatable {
  /// What Azure made of all resources of the group's types before the list was read; texts that are equal say that none
  /// of them has changed.
  package var text: String
  /// When the list was read, in seconds since 1970 UTC.
  package var listedAt: Int
  /// `FoundGroup.foundAt` of the list: when it was last seen to be what Azure has.
  package var foundAt: Int

  package init(text: String, listedAt: Int, foundAt: Int) {
    self.text = text
    self.listedAt = listedAt
    self.foundAt = foundAt
  }
}

/// A list of a discovery group that could not be read to its end in a pass; the next one goes on with it.
package struct UnfinishedGroup: Sendable, Equatable {
  /// The declared name.
  package var name: String
  /// What was asked; pages that answer another question are not used.
  package var fingerprint: String
  /// When its first page was asked for, in seconds since 1970 UTC.
  package var begunAt: Int
  /// The part of the scope that is read next, counted from 0: a call takes so many subscriptions.
  package var part = 0
  /// The token of the next page; nil for the first one of the part.
  package var page: String?
  /// How many rows of the part are there.
  package var rows = 0
  /// How many rows the part is said to have.
  package var total = 0
  /// Of the parts before, and of the pages of this one.
  package var resources: [FoundResource] = []
  /// `ListDigest.text` from before its first page; "" where there is none.
  package var digest = ""

  package init(name: String, fingerprint: String, begunAt: Int) {
    self.name = name
    self.fingerprint = fingerprint
    self.begunAt = begunAt
  }
}
