import Catalog
import Testing

@Test(arguments: ResourceType.all.map(\.name)) func everyRowIsWhole(name: String) throws {
  let type = try #require(ResourceType.named(name))
  let keys = type.fields.map(\.key)
  #expect(Set(keys).count == keys.count, "a field stands twice")
  #expect(type.fields.contains { $0.required }, "nothing names the resource")
  let used = type.path.placeholders + type.instance.placeholders + type.labels.flatMap(\.value.placeholders)
  let fields = type.entity?.fields ?? []
  for placeholder in used + fields + [type.filterField].compactMap(\.self) {
    #expect(keys.contains(placeholder), "\(placeholder) is no field")
  }
  for field in type.fields {
    #expect(
      field.isSecret || (used + fields + [type.filterField]).contains(field.key), "\(field.key) has no effect")
    #expect(!field.required || field.blankMeans == nil, "\(field.key) is required, and may be absent")
    #expect(field.choices.isEmpty || type.path.placeholders.contains(field.key))
    for choice in field.choices {
      #expect(field.segment(of: choice.value) == choice.segment)
      #expect(field.value(ofSegment: choice.segment.uppercased()) == choice.value)
    }
    #expect(!field.meaning.isEmpty)
    #expect(!["subscriptionId", "resourceGroupName"].contains(field.key), "every type has it")
  }
  // A parenthesis that is not closed would swallow the rest of the path.
  #expect(type.path.text.count { $0 == "{" } == type.path.text.count { $0 == "}" })
  #expect(type.path.text.count { $0 == "[" } == type.path.text.count { $0 == "]" })
}

@Test func namesAreUniqueAndExact() {
  #expect(Set(ResourceType.all.map(\.name)).count == ResourceType.all.count)
  #expect(ResourceType.named("keyvault") == nil)
}

@Test(arguments: [
  ("a/{x}", "a/1"), ("a/{x}[/b/{y}]", "a/1"), ("a[/{x}]c", "a/1c"), ("{x}-{y}", "1-"), ("[{y}]", ""), ("", ""),
  ("[{x}{y}]z", "z"),
])
func templatesLeaveOutPartsWithoutAValue(template: String, rendered: String) {
  #expect(Template(stringLiteral: template).rendered { $0 == "x" ? "1" : nil } == rendered)
}

@Test(arguments: [
  ("a/{x}/b/{y}", "A/1/B/2", ["x": "1", "y": "2"]), ("a/{x}[/b/{y}]", "a/1", ["x": "1"]),
  ("a/{x}[/b/{y}]", "a/1/b/2", ["x": "1", "y": "2"]), ("a/{x}/s/default", "a/1", ["x": "1"]),
])
func aPathGivesBackItsValues(template: String, path: String, values: [String: String]) throws {
  let found = try #require(Template(stringLiteral: template).values(in: path))
  #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.value) }) == values)
}

@Test(arguments: [("a/{x}", "b/1"), ("a/{x}", "a"), ("a/{x}", "a/1/2"), ("a/{x}[/b/{y}]", "a/1/c/2")])
func anotherPathGivesNone(template: String, path: String) {
  #expect(Template(stringLiteral: template).values(in: path) == nil)
}

@Test(arguments: ResourceType.all.map(\.name)) func whatATypeMakesOfAPathItReadsBack(name: String) throws {
  let type = try #require(ResourceType.named(name))
  guard type.discovery != nil else { return }
  #expect(!type.armTypes.isEmpty)
  let fields = Dictionary(uniqueKeysWithValues: type.path.placeholders.map { ($0, "value-\($0)") })
  let found = try #require(type.path.values(in: type.path.rendered { fields[$0] }))
  #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.value) }) == fields)
}
