internal import Catalog
package import Configuration
package import Model

/// The question to Azure Resource Graph that finds a discovery group.
///
/// The conditions are Promitor's, in its order; every value is escaped, so that no name can become a part of the
/// query. Rows are ordered by id, without which pages could repeat and leave out. Where a group has several types, each
/// row tells its own.
package struct DiscoveryQuery: Sendable {
  /// What the rows tell of resources beside where they are.
  package let details: ResourceDetails
  /// The query in KQL.
  package let text: String

  /// - `details`: what the rows of any group are to tell of resources beside where they are.
  package init(_ group: DiscoveryGroup, details: ResourceDetails = ResourceDetails()) {
    let hasTypes = group.types.count > 1
    self.details = hasTypes ? details.withType : details
    var lines = ["Resources"]
    func condition(_ terms: [String]) {
      if !terms.isEmpty { lines.append("| where " + terms.joined(separator: " or ")) }
    }
    let first = group.types[0]
    condition(
      hasTypes ? group.types.map(Self.test(type:)) : first.armTypes.map { "type =~ \(Self.literal($0))" })
    condition(group.include.subscriptions.map { "subscriptionId =~ \(Self.literal($0))" })
    condition(group.include.resourceGroups.map { "resourceGroup =~ \(Self.literal($0))" })
    condition(group.include.regions.map { "location =~ \(Self.literal(Self.region($0)))" })
    let tags = group.include.tags.map { Self.test($0, pattern: Self.pattern($0.pattern)) }
    condition(group.include.meansAllTags && !tags.isEmpty ? [tags.joined(separator: " and ")] : tags)
    condition(group.include.names.map(Self.test(name:)))
    for terms in Self.excluding(group.exclude) { lines.append("| where not(\(terms))") }
    if !hasTypes { condition([first.discovery?.condition].compactMap(\.self)) }
    condition([group.predicate].compactMap { $0.map { "(\($0))" } })
    var columns = "id, resourceGroup, location"
    // All tags, as the language tells names apart by case, and Azure does not.
    if !details.tags.isEmpty { columns += ", tags" }
    if details.columns == ResourceDetails.kindAndSKU { columns += ", kind, sku = tostring(sku.name)" }
    if hasTypes {
      let cases = group.types.map { "\(Self.test(type: $0)), \(Self.literal($0.name))" }
      columns += ", \(ResourceDetails.type) = case(\(cases.joined(separator: ", ")), '')"
    }
    lines.append("| project \(columns)")
    lines.append("| order by id asc")
    text = lines.joined(separator: "\n")
  }

  /// What a resource must not fulfil. A tag that is not there is null, of which no test says anything, and so would not
  /// its negation: so it must be there first.
  private static func excluding(_ criteria: DiscoveryGroup.Criteria) -> [String] {
    let tags = criteria.tags.map { tag in
      "isnotempty(tags[\(literal(tag.name))]) and \(test(tag, pattern: whole(tag.pattern)))"
    }
    return [
      criteria.subscriptions.map { "subscriptionId =~ \(literal($0))" },
      criteria.resourceGroups.map { "resourceGroup =~ \(literal($0))" },
      criteria.regions.map { "location =~ \(literal(region($0)))" },
      criteria.meansAllTags && !tags.isEmpty ? [tags.joined(separator: " and ")] : tags,
      criteria.names.map(test(name:)),
    ].filter { !$0.isEmpty }.map { $0.joined(separator: " or ") }
  }

  /// Whether a row is of a type, which holds for one type alone.
  private static func test(type: ResourceType) -> String {
    let names = type.armTypes.map(literal).joined(separator: ", ")
    return "type in~ (\(names))" + (type.discovery?.condition.map { " and " + $0 } ?? "")
  }

  private static func test(_ tag: DiscoveryGroup.Tag, pattern: String) -> String {
    "tags[\(literal(tag.name))] matches regex \(pattern)"
  }

  private static func test(name: String) -> String { "name matches regex \(whole(name))" }

  /// Matches the whole of a text, also where the expression is one of alternatives.
  private static func whole(_ expression: String) -> String { pattern("(?:\(expression))") }

  /// The question where resources are, and what they stand in: a sub-resource has no region of its own.
  static func text(placesOf resources: [ResourceID]) -> String {
    let ids = Set(resources.flatMap { [$0] + $0.parents }).map { literal("/" + $0.folded) }.sorted()
    return """
      Resources
      | where id in~ (\(ids.joined(separator: ", ")))
      | project id, resourceGroup, location
      | order by id asc
      """
  }

  /// The question which subscriptions of a scope Azure looks into: the others it leaves out without a word.
  package static let subscriptions = """
    ResourceContainers
    | where type =~ 'microsoft.resources/subscriptions'
    | project id, resourceGroup, location
    | order by id asc
    """

  /// Azure writes regions in several ways (`West Europe`, `westeurope`); Resource Graph has the short one.
  package static func region(_ text: String) -> String { text.filter { $0 != " " }.lowercased() }

  /// A string literal of KQL: backslash and quote are escaped by a backslash. Escaped are scalars, as a letter that
  /// carries a mark is not equal to the letter alone.
  static func literal(_ text: String) -> String {
    var escaped = "'".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "'": escaped.append(contentsOf: ["\\", scalar])
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped) + "'"
  }

  /// A regular expression from end to end in any case, as Promitor writes it, as a verbatim literal of KQL: only the
  /// quote is escaped, by another one. A line break, which would end the literal, is written as expressions write it.
  private static func pattern(_ text: String) -> String {
    var escaped = "@'^(?i)".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": escaped.append(contentsOf: "''".unicodeScalars)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped) + "$'"
  }
}
