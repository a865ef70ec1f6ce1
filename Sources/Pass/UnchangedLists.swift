internal import Model
internal import Planning

/// One query tells for all groups of a scope which of their lists need not be read again.
extension LookUpRunner {
  /// Asks what may save the reading of lists, and ends the searches that need not be made. Where there is no answer all
  /// of them are made, as if nobody had asked.
  mutating func askDigests(_ digests: [LookUps.Digest]) {
    if digests.isEmpty { return }
    for (digest, search) in zip(digests, make(digests.map(\.query))) {
      let rows = searches[search].listing.resources
      switch searches[search].ending {
      case .whole where rows.allSatisfy({ Self.isAnswer($0, digest.query) }):
        for place in digest.groups {
          let text = Self.digest(of: lookUps.queries[place].types, rows)
          searches[place].listing.digest = text
          guard lookUps.trustedDigest(lookUps.queries[place], now: now) == text else { continue }
          searches[place].ending = .unchanged
          result.queries -= 1
        }
      // What is no answer to the question, or a refusal of it, would be so next time too.
      case .whole: result.memory.digestRefusals[digest.query.scope.mark] = now
      case .failed(_, .rejected):
        result.memory.digestRefusals[digest.query.scope.mark] = now
      default: break
      }
    }
  }

  /// Whether a row tells two numbers.
  private static func isAnswer(_ row: FoundResource, _ query: LookUps.Query) -> Bool {
    row.details.count == query.details.count && row.details.allSatisfy { Int($0) != nil }
  }

  /// What Azure makes of the resources of these types, part by part of the scope.
  private static func digest(of types: [String], _ rows: [FoundResource]) -> String {
    rows.filter { types.contains($0.id.asciiLowercased) }
      .map { "\($0.id.asciiLowercased) \($0.details.joined(separator: " "))" }.joined(separator: "\n")
  }

  /// Keeps by what it is seen next time that a list which was read is still good; nothing of one that has more than
  /// Azure's answer.
  mutating func keepDigest(of listing: Listing, for group: FoundGroup, isAsAnswered: Bool) {
    result.memory.digests[group.name] =
      isAsAnswered && !listing.digest.isEmpty
      ? ListDigest(text: listing.digest, listedAt: group.foundAt, foundAt: group.foundAt) : nil
  }

  /// A list that was not read again is as good as a new one.
  mutating func keepUnchanged(_ old: FoundGroup) {
    var group = old
    group.foundAt = now
    result.groups.append(group)
    result.memory.digests[old.name]?.foundAt = now
    result.tallies.append(LookUpResult.Tally(group: old.name, before: old.resources.count))
  }
}
