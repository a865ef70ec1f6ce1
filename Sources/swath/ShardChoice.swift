internal import Model

/// Which of several passes that share an estate this is.
enum ShardChoice {
  /// As the option says, else as a Kubernetes Indexed Job, or whoever sets its variables, does.
  /// - Throws: `Refusal` where the variables say something that is no shard.
  static func shard(_ option: Shard?, _ environment: [String: String]) throws -> Shard {
    if let option { return option }
    guard let count = environment["SWATH_SHARDS"], !count.isEmpty else { return .whole }
    let index = environment["JOB_COMPLETION_INDEX"] ?? ""
    if count == "1", index.isEmpty { return .whole }
    guard let shard = Shard("\(index)/\(count)") else {
      throw Refusal(
        .usage,
        "SWATH_SHARDS is '\(count)' and JOB_COMPLETION_INDEX '\(index)': the second must be a number from 0 on below the "
          + "first, which is at most \(Shard.most)")
    }
    return shard
  }
}
