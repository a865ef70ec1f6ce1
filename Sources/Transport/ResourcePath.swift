/// Where the names are in the path of a resource.
enum ResourcePath {
  /// Whether a text is the id of a resource, or of a group or subscription.
  static func isOne(_ text: String) -> Bool {
    let start = text.utf8.first == UInt8(ascii: "/") ? text.dropFirst() : text[...]
    return start.prefix(14).lowercased() == "subscriptions/" && !text.utf8.contains { $0 <= 0x20 }
  }

  /// The places of those segments that somebody has named: the subscription, the group, and behind a provider every
  /// other one. What a provider of metrics has below a resource is Azure's own.
  static func names(of segments: [some StringProtocol]) -> Set<Int> {
    var places: Set<Int> = []
    var isName = false
    var isBehindProvider = false
    var index = 0
    while index < segments.count {
      let segment = segments[index].lowercased()
      switch segment {
      case _ where isName:
        places.insert(index)
        isName = false
      case "providers":
        index += 1
        if index < segments.count, segments[index].lowercased() == "microsoft.insights" { return places }
        isBehindProvider = true
      case "subscriptions", "resourcegroups": isName = true
      default: isName = isBehindProvider
      }
      index += 1
    }
    return places
  }
}
