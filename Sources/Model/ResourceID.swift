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
