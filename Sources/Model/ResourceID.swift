/// The identity of an Azure resource, which Azure compares without case.
///
/// The text keeps its first spelling and has no slash in front, as `resource_uri` shows it:
/// `subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/kv`.
package struct ResourceID: Hashable, Sendable {
  package let text: String

  package init(_ text: some StringProtocol) {
    self.text = text.utf8.first == UInt8(ascii: "/") ? String(text.dropFirst()) : String(text)
  }

  /// The text with ASCII letters lowered: what two spellings of one resource share. It is made anew each time, as most
  /// ids are never asked for it.
  package var folded: String { text.asciiLowercased }

  /// The ARM type, lower-cased, such as `microsoft.sql/servers/databases`; nil where the id is not one of a resource in
  /// a resource group, or is one that another provider put on top of a resource.
  package var type: String? {
    let parts = folded.pathParts
    guard parts.count >= 8, parts.count.isMultiple(of: 2), parts[0] == "subscriptions", parts[2] == "resourcegroups",
      parts[4] == "providers", !parts[5...].contains("providers")
    else { return nil }
    var type = String(parts[5])
    for index in stride(from: 6, to: parts.count, by: 2) {
      type += "/"
      type += parts[index]
    }
    return type
  }

  /// The ids of the resources that it stands in, the nearest first: a database's server.
  package var parents: [ResourceID] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return stride(from: parts.count - 2, through: 8, by: -2).map { ResourceID(parts[..<$0].joined(separator: "/")) }
  }

  /// The name of its resource group, in its spelling; "" for an id that has none.
  package var resourceGroup: String {
    let parts = text.pathParts
    return parts.count > 3 && parts[2].utf8.count == 14 && parts[2].lowercased() == "resourcegroups"
      ? String(parts[3]) : ""
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.text.utf8.span.equalsFolded(other.text.utf8.span)
  }

  package func hash(into hasher: inout Hasher) { text.utf8.span.hashFolded(into: &hasher) }
}

extension String {
  /// What stands between the slashes of a path.
  package var pathParts: [Substring] {
    var text = self
    text.makeContiguousUTF8()
    var parts: [Substring] = []
    parts.reserveCapacity(12)
    var start = text.utf8.startIndex
    var begin = 0
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/") {
        let end = text.utf8.index(start, offsetBy: index &- begin)
        parts.append(text[start..<end])
        start = text.utf8.index(after: end)
        begin = index &+ 1
      }
      index &+= 1
    }
    parts.append(text[start...])
    return parts
  }

  /// The string with A–Z lowered and every other byte as it was: the case folding of Azure's names, which are ASCII.
  package var asciiLowercased: String {
    var text = self
    return text.withUTF8 { bytes in
      guard unsafe bytes.contains(where: { $0 &- 0x41 < 26 }) else { return self }
      return unsafe String(unsafeUninitializedCapacity: bytes.count) { lowered in
        for index in bytes.indices {
          let byte = unsafe bytes[index]
          unsafe lowered[index] = byte &- 0x41 < 26 ? byte | 0x20 : byte
        }
        return bytes.count
      }
    }
  }
}
