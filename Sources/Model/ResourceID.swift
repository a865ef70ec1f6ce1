/// The identity of an Azure resource, which Azure compares without case.
///
/// The text keeps its first spelling and has no slash in front, as `resource_uri` shows it:
/// `subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/vaults/kv`.
package struct ResourceID: Hashable, Sendable {
  package let text: String
  /// The text with ASCII letters lowered: what two spellings of one resource share.
  package let folded: String

  package init(_ text: some StringProtocol) {
    let bare = text.hasPrefix("/") ? String(text.dropFirst()) : String(text)
    self.text = bare
    folded = bare.asciiLowercased
  }

  /// The ARM type, lower-cased, such as `microsoft.sql/servers/databases`; nil where the id is not one of a resource in
  /// a resource group, or is one that another provider put on top of a resource.
  package var type: String? {
    let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 8, parts.count.isMultiple(of: 2), parts[0] == "subscriptions", parts[2] == "resourcegroups",
      parts[4] == "providers", !parts[5...].contains("providers")
    else { return nil }
    return ([parts[5]] + stride(from: 6, to: parts.count, by: 2).map { parts[$0] }).joined(separator: "/")
  }

  /// The ids of the resources that it stands in, the nearest first: a database's server.
  package var parents: [ResourceID] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return stride(from: parts.count - 2, through: 8, by: -2).map { ResourceID(parts[..<$0].joined(separator: "/")) }
  }

  package static func == (one: Self, other: Self) -> Bool { one.folded == other.folded }

  package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

extension String {
  /// The string with A–Z lowered and every other byte as it was: the case folding of Azure's names, which are ASCII.
  package var asciiLowercased: String {
    guard utf8.contains(where: { $0 &- 0x41 < 26 }) else { return self }
    return String(decoding: utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
