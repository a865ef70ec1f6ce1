/// Absolute web addresses, as far as configuration must understand them.
package enum Address {
  /// What keeps tokens and secrets from being sent to an address; nil where nothing does.
  package static func fault(ofAuthority text: String) -> String? {
    do {
      try check(text, guarded: true)
      return nil
    } catch {
      return "\(error.message()); \(error.remedy())"
    }
  }

  /// Throws where the text is no `http` or `https` address with a host, or, if `guarded`, where it is plain `http` to
  /// another machine: tokens and secrets go there.
  static func check(_ text: String, guarded: Bool) throws(ScalarFault) {
    // Bytes, not characters: a mark that combines with an @ or a slash must not hide it.
    let bytes = text.utf8
    guard let end = bytes.firstRange(of: "://".utf8), !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw ScalarFault(message: "\(quoted(text)) is no absolute address", remedy: "write it like https://host/path")
    }
    let scheme = String(text[..<end.lowerBound])
    let (isPlain, isSecure) = (scheme.equalsIgnoringCase("http"), scheme.equalsIgnoringCase("https"))
    let authority = bytes[end.upperBound...].prefix { !"/?#".utf8.contains($0) }
    guard isPlain || isSecure, let first = authority.first, first != UInt8(ascii: ":") else {
      throw ScalarFault(
        message: "\(quoted(text)) is no address of a web server", remedy: "write it like https://host/path")
    }
    // A name before @ could pass for the host.
    guard !authority.contains(UInt8(ascii: "@")) else {
      throw ScalarFault(message: "an address must hold no user name", remedy: "remove what stands before the @")
    }
    if guarded && isPlain && !isLoopback(authority) {
      throw ScalarFault(
        rule: .plainHTTP, message: "\(quoted(text)) would send secrets without encryption",
        remedy: "write https; plain http is for 127.0.0.1, [::1] and localhost alone")
    }
  }

  /// Without the slashes at its end.
  static func withoutSlash(_ text: String) -> String {
    var rest = text.utf8[...]
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    return String(Substring(rest))
  }

  private static func isLoopback(_ authority: Substring.UTF8View) -> Bool {
    if authority.starts(with: "[".utf8) {
      return authority.elementsEqual("[::1]".utf8) || authority.starts(with: "[::1]:".utf8)
    }
    let host = authority.prefix { $0 != UInt8(ascii: ":") }
    if String(Substring(host)).equalsIgnoringCase("localhost") { return true }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].elementsEqual("127".utf8)
      && parts.allSatisfy { part in
        part.allSatisfy { $0 &- 0x30 < 10 } && UInt8(String(Substring(part))) != nil
      }
  }
}
