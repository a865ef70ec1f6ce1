extension Sequence<FoundResource> {
  /// The lower-cased ids of the subscriptions that they are in.
  package var subscriptions: Set<String> {
    var all: Set<String> = []
    // Lists are ordered by id, so that many of one subscription follow each other.
    var last = ""
    for resource in self where last.isEmpty || !resource.id.hasPrefix(last) {
      guard let subscription = resource.subscription else { continue }
      all.insert(subscription)
      last = "subscriptions/" + subscription + "/"
    }
    return all
  }
}

extension FoundResource {
  /// The lower-cased id of its subscription; nil where its id has none.
  package var subscription: String? {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    guard parts.count > 1 else { return nil }
    return String(Substring(parts[1])).asciiLowercased
  }
}
