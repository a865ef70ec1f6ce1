package import Model

/// What series tell of their resources beside Promitor's labels: `labels` of the runtime file.
package struct LabelSettings: Sendable, Equatable {
  /// `fromTags`: the tags whose values are labels of every series; case does not tell two of them apart.
  package var tags: [String] = []
  /// `tagPrefix`: what stands before the name of a tag in the name of its label.
  package var tagPrefix = "tag_"
  /// `resourceInfo`: whether there is a series `swath_resource_info` for each resource.
  package var hasInfo = false
  /// The tags of that: those of `tags` first, then those of `infoTags`.
  package var infoTags: [String] = []

  package init() {}

  /// What of it discovery must ask for. A tag of `tags` has the same place there.
  package var details: ResourceDetails {
    ResourceDetails(tags: hasInfo ? infoTags : tags, columns: hasInfo ? ResourceDetails.kindAndSKU : [])
  }

  init(_ section: Section) {
    tags = Self.distinct(section.texts("fromTags"))
    infoTags = Self.distinct(tags + section.texts("infoTags"))
    tagPrefix = section.text("tagPrefix") ?? tagPrefix
    hasInfo = section.boolean("resourceInfo") ?? (infoTags.count > tags.count)
  }

  private static func distinct(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0.caseFolded).inserted }
  }
}
