extension String {
  /// The text of a server without what would let its reader in, where it repeats what it was sent: a proxy's page shows
  /// the address with the signature of a queue, an endpoint the form that it did not take.
  var withoutCredentials: String {
    var text = self
    for mark in Self.marks {
      var start = text.startIndex
      while let found = text[start...].firstRange(of: mark) {
        let end = text[found.upperBound...].firstIndex { Self.ends.contains($0) } ?? text.endIndex
        let done = text.distance(from: text.startIndex, to: found.upperBound)
        text.replaceSubrange(found.upperBound..<end, with: Self.mask)
        start = text.index(text.startIndex, offsetBy: done + Self.mask.count)
      }
    }
    return text
  }

  /// What stands before such a value: in addresses, in forms, in headers.
  private static let marks = ["sig=", "client_secret=", "client_assertion=", "refresh_token=", "Bearer "]
  private static let ends: Set<Character> = ["&", "\"", "'", "<", ">", ",", ";", " ", "\n", "\r", "\t"]
  private static let mask = "***"
}
