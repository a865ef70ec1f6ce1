package import Formats
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
  /// Where it stands, if it wants anything that only discovery finds.
  package var position: SourcePosition?

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
    let key = ["fromTags", "resourceInfo", "infoTags"].first { section.has($0) }
    position = details.count > 0 ? key.map { section.position(of: $0) } : nil
  }

  private static func distinct(_ names: [String]) -> [String] {
    var known: Set<String> = []
    return names.filter { known.insert($0.caseFolded).inserted }
  }
}

extension Grammar {
  /// The table of the section.
  static let labels = Grammar(
    "labels",
    [
      Key(
        "fromTags", .textList, "names of tags, in any case: each is a label of every series, blank where it is not set"
      )
      .standing(.ownExtension),
      Key("tagPrefix", .text, .inherited("tag_"), "what stands before a tag's name in its label's; may be blank")
        .standing(.ownExtension),
      Key(
        "resourceInfo", .boolean, .inherited("true where infoTags has one, else false"),
        "whether Prometheus has a series swath_resource_info for each resource, with its region, kind, SKU and tags"
      )
      .standing(.ownExtension),
      Key("infoTags", .textList, "names of tags that swath_resource_info has beside those of fromTags")
        .standing(.ownExtension),
    ])
}
