import Catalog
import Formats
import Model
import Planning
import Testing

@testable import Configuration

private func group(_ types: ResourceType...) -> DiscoveryGroup {
  DiscoveryGroup(
    name: "group", types: types, include: .init(), position: SourcePosition(file: "", line: 1, column: 1))
}

private let discoverable = ResourceType.all.filter { $0.discovery != nil }

@Test func theQueryOfEveryType() throws {
  let queries = discoverable.map {
    "// \($0.name)\n" + DiscoveryQuery(group($0)).text + "\n"
  }
  #expect(queries.count > 40)
  try expectGolden(queries.joined(separator: "\n"), "types.kql")
}

@Test func theQueryOfSeveralTypes() throws {
  var several = group()
  several.types = try ["KeyVault", "FunctionApp", "MySql", "WebApp"].map { try #require(ResourceType.named($0)) }
  several.include.regions = ["westeurope"]
  several.exclude.names = [".*-tmp"]
  several.predicate = "isempty(zones) or zones == 'x'"
  let query = DiscoveryQuery(
    several, details: ResourceDetails(tags: ["team"], columns: ResourceDetails.kindAndSKU))
  try expectGolden(query.text + "\n", "several-types.kql")
  #expect(query.details == .init(tags: ["team"], columns: ["kind", "sku", "resourceType"]))
  several.types = [several.types[0]]
  #expect(!DiscoveryQuery(several).text.contains("case("), "one type needs not be told")
  #expect(DiscoveryQuery(several).details == .init())
}

/// A row is of one type alone, so that the order of a group's types means nothing.
@Test func typesThatShareAnARMTypeExcludeEachOther() {
  for (place, one) in discoverable.enumerated() {
    for other in discoverable[..<place] where !Set(one.armTypes).isDisjoint(with: other.armTypes) {
      let conditions = [one, other].compactMap { $0.discovery?.condition?.replacing("!contains", with: "contains") }
      #expect(conditions.count == 2 && conditions[0] == conditions[1], "\(one.name) and \(other.name)")
      #expect(one.discovery?.condition != other.discovery?.condition)
    }
  }
}

/// One criterion, and the line that it becomes.
private struct Criterion: Sendable {
  let line: String
  let set: @Sendable (inout DiscoveryGroup) -> Void

  init(_ line: String, _ set: @escaping @Sendable (inout DiscoveryGroup) -> Void) {
    self.line = line
    self.set = set
  }

  /// In the order of the lines.
  static let all = [
    Criterion("| where subscriptionId =~ 'a' or subscriptionId =~ 'b'") { $0.include.subscriptions = ["a", "b"] },
    Criterion("| where resourceGroup =~ 'x'") { $0.include.resourceGroups = ["x"] },
    Criterion("| where location =~ 'westeurope'") { $0.include.regions = ["West Europe"] },
    Criterion("| where tags['k'] matches regex @'^(?i)v$' and tags['l'] matches regex @'^(?i)w$'") {
      $0.include.tags = [.init(name: "k", pattern: "v"), .init(name: "l", pattern: "w")]
      $0.include.meansAllTags = true
    },
    Criterion("| where name matches regex @'^(?i)(?:kv-.*|x)$'") { $0.include.names = ["kv-.*|x"] },
    Criterion("| where not(subscriptionId =~ 'c')") { $0.exclude.subscriptions = ["c"] },
    Criterion("| where not(resourceGroup =~ 'y' or resourceGroup =~ 'z')") { $0.exclude.resourceGroups = ["y", "z"] },
    Criterion("| where not(location =~ 'eastus')") { $0.exclude.regions = ["eastus"] },
    Criterion(
      "| where not(isnotempty(tags['m']) and tags['m'] matches regex @'^(?i)(?:a|b)$' or isnotempty(tags['n']) "
        + "and tags['n'] matches regex @'^(?i)(?:c)$')"
    ) { $0.exclude.tags = [.init(name: "m", pattern: "a|b"), .init(name: "n", pattern: "c")] },
    Criterion("| where not(name matches regex @'^(?i)(?:.*-tmp)$')") { $0.exclude.names = [".*-tmp"] },
    Criterion("| where (properties.x == 'y' or isempty(zones))") {
      $0.predicate = "properties.x == 'y' or isempty(zones)"
    },
  ]
}

@Test func everyCombinationOfCriteriaIsTheLinesOfEach() throws {
  let type = try #require(ResourceType.named("KeyVault"))
  for combination in 0..<1 << Criterion.all.count {
    let chosen = Criterion.all.enumerated().filter { combination & 1 << $0.offset != 0 }.map(\.element)
    var group = group(type)
    for criterion in chosen { criterion.set(&group) }
    let lines =
      ["Resources", "| where type =~ 'microsoft.keyvault/vaults'"] + chosen.map(\.line)
      + ["| project id, resourceGroup, location", "| order by id asc"]
    #expect(DiscoveryQuery(group).text == lines.joined(separator: "\n"))
  }
}
