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

  package init() {}
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

  package init(name: String, fingerprint: String, begunAt: Int) {
    self.name = name
    self.fingerprint = fingerprint
    self.begunAt = begunAt
  }
}
