/// What is asked of found resources beside what every pass needs of them. It costs bytes of each page, so nothing is
/// asked that no output shows.
package struct ResourceDetails: Sendable, Equatable {
  /// Names of tags; as in Azure, case does not tell two of them apart.
  package var tags: [String]
  /// Names of columns of texts. In `FoundResource.details` they come behind the tags.
  package var columns: [String]

  package init(tags: [String] = [], columns: [String] = []) {
    self.tags = tags
    self.columns = columns
  }

  /// The columns that tell what a resource is.
  package static let kindAndSKU = ["kind", "sku"]

  package var count: Int { tags.count + columns.count }
}
