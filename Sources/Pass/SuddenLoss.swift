internal import Model
internal import Planning

/// Most of a group's resources seldom go at once; an index that is being rebuilt, or a role that was taken away, looks
/// the same. So Azure must say it twice.
extension LookUpRunner {
  /// Fewer resources may go at once in any group.
  private static let fewest = 5

  private func isSudden(_ lost: [FoundResource], of old: [FoundResource]) -> Bool {
    lost.count >= Self.fewest && Double(lost.count) > lookUps.suddenLoss * Double(old.count)
  }

  /// Asks a second time for the groups that lost most of their resources.
  mutating func confirmLosses(_ answers: inout [Answer]) {
    var doubtful: [Int] = []
    for place in answers.indices {
      guard let old = answers[place].old, isSudden(answers[place].lost, of: old.resources) else { continue }
      // The pass before had such an answer too, and no time for a second one.
      if result.memory.doubts[answers[place].name] != nil {
        tellLoss(answers[place], old)
      } else {
        doubtful.append(place)
      }
    }
    if doubtful.isEmpty { return }
    let seconds = make(doubtful.map { searches[answers[$0].search].listing.query })
    for (place, search) in zip(doubtful, seconds) { judge(&answers[place], second: search) }
  }

  private mutating func judge(_ answer: inout Answer, second search: Int) {
    guard let old = answer.old else { return }
    let listing = searches[search].listing
    let loss = "\(answer.lost.count) of \(old.resources.count) resources are not in Azure's answer"
    switch searches[search].ending {
    case .whole, .unchanged, nil:
      let both = answer.resources.joined(with: listing.resources)
      let lost = old.resources.without(both)
      if isSudden(lost, of: old.resources) {
        // What either of the two has is there.
        (answer.resources, answer.lost) = (both, lost)
        return tellLoss(answer, old)
      }
      keep(old, in: &answer, beside: both)
      answer.doubt = .init(
        code: "SuddenLoss", text: "\(loss), and \(answer.lost.count - lost.count) of them are in a second one")
      result.memory.doubts[answer.name] = nil
    case .failed(let reason, _), .putOff(let reason):
      keep(old, in: &answer, beside: answer.resources)
      answer.doubt = .init(
        code: "SuddenLoss", text: "\(loss), and no second one came: \(reason.code): \(reason.text)")
      result.memory.doubts[answer.name] = now
      if let unfinished = listing.unfinished(answer.name, answer.fingerprint) {
        result.memory.unfinished.append(unfinished)
      }
    }
  }

  private func keep(_ old: FoundGroup, in answer: inout Answer, beside found: [FoundResource]) {
    answer.resources = found.joined(with: old.resources)
    answer.tally.doubted = answer.resources.count - found.count
  }

  private mutating func tellLoss(_ answer: Answer, _ old: FoundGroup) {
    result.remarks.append(
      "discovery of \(answer.name): \(answer.lost.count) of \(old.resources.count) resources are no more, as two answers "
        + "of Azure say")
  }
}
