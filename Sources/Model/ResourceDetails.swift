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

  /// The column that tells which of the types of a group a row is of.
  package static let type = "resourceType"

  /// These, and behind them what type a row is of.
  package var withType: ResourceDetails { ResourceDetails(tags: tags, columns: columns + [Self.type]) }

  package var count: Int { tags.count + columns.count }

  /// What a row that was asked for `withType` tells of its type; nil for any other row.
  package func type(of row: FoundResource) -> String? {
    row.details.count > count && !row.details[count].isEmpty ? row.details[count] : nil
  }
}
