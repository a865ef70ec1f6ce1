/// Absolute web addresses, as far as configuration must understand them.
package enum Address {
  /// What keeps tokens and secrets from being sent to an address; nil where nothing does.
  package static func fault(ofAuthority text: String) -> String? {
    do {
      try check(text, guarded: true)
      return nil
    } catch {
      return "\(error.message); \(error.remedy)"
    }
  }

  /// Throws where the text is no `http` or `https` address with a host, or, if `guarded`, where it is plain `http` to
  /// another machine: tokens and secrets go there.
  static func check(_ text: String, guarded: Bool) throws(ScalarFault) {
    guard let end = text.firstRange(of: "://"), !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw ScalarFault(message: "\(quoted(text)) is no absolute address", remedy: "write it like https://host/path")
    }
    let scheme = text[..<end.lowerBound].lowercased()
    let authority = text[end.upperBound...].prefix { !"/?#".contains($0) }
    guard scheme == "https" || scheme == "http", !authority.isEmpty, !authority.hasPrefix(":") else {
      throw ScalarFault(
        message: "\(quoted(text)) is no address of a web server", remedy: "write it like https://host/path")
    }
    // A name before @ could pass for the host.
    guard !authority.contains("@") else {
      throw ScalarFault(message: "an address must hold no user name", remedy: "remove what stands before the @")
    }
    if guarded && scheme == "http" && !isLoopback(authority) {
      throw ScalarFault(
        rule: .plainHTTP, message: "\(quoted(text)) would send secrets without encryption",
        remedy: "write https; plain http is for 127.0.0.1, [::1] and localhost alone")
    }
  }

  /// Without the slashes at its end.
  static func withoutSlash(_ text: String) -> String {
    var rest = Substring(text)
    while rest.last == "/" { rest.removeLast() }
    return String(rest)
  }

  private static func isLoopback(_ authority: Substring) -> Bool {
    if authority.hasPrefix("[") { return authority == "[::1]" || authority.hasPrefix("[::1]:") }
    let host = authority.prefix { $0 != ":" }
    if host.lowercased() == "localhost" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
