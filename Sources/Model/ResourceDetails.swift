/// What is asked of found resources beside what every pass needs of them. It costs bytes of each page, so nothing is
/// asked that no output shows.
package struct ResourceDetails: Sendable, Equatable {
  /// Names of tags; as in Azure, case does not tell two of them apart.
  package var tags: [String]
  /// Whether the kind and the name of the SKU are asked for too.
  package var hasKind: Bool

  package init(tags: [String] = [], hasKind: Bool = false) {
    self.tags = tags
    self.hasKind = hasKind
  }

  /// The places in `FoundResource.details`: the tags in their order come first.
  package var kindPlace: Int { tags.count }
  package var skuPlace: Int { tags.count + 1 }
  package var count: Int { tags.count + (hasKind ? 2 : 0) }
}
