import Catalog
import Configuration
import Formats
import Foundation
import Testing

@testable import Planning

/// The table of Promitor's resource types, where it lies beside the project; it is no part of it.
private let reference: JSONValue? = {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/spec/resource-types.json").standardized
  return (try? Data(contentsOf: file)).flatMap { try? JSONValue(Array($0)) }
}()

private func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }

/// What the reference says of a type that the table has otherwise on purpose.
private let undiscoverable: Set<String> = ["SqlServer"]

@Test(.enabled(if: reference != nil, "no reference lies beside the project"))
func everyTypeOfPromitorIsARow() throws {
  let types = try #require(reference?["resourceTypes"]?.array)
  #expect(types.count == ResourceType.all.count)
  for expected in types {
    let name = try #require(expected["name"]?.string)
    let type = try #require(ResourceType.named(name))
    #expect(expected["enumValue"]?.integer.flatMap(ResourceType.numbered)?.name == name)

    let fields = expected["declaration"]?["specificFields"]?.array ?? []
    #expect(type.fields.map(\.key) == fields.compactMap { $0["key"]?.string })
    #expect(type.fields.map(\.required) == fields.map { $0["required"]?.boolean ?? false })
    for (field, reference) in zip(type.fields, fields) where reference["type"]?.string == "enum" {
      #expect(field.choices.map(\.value) == texts(reference["allowed"]).filter { $0 != "Arc" })
    }

    // What a template of the reference makes of values, the row must make too.
    let values = Dictionary(uniqueKeysWithValues: type.fields.map { ($0.key, "v-\($0.key)") })
    func filled(_ text: String, _ values: [String: String]) -> String {
      values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
    func rendered(_ template: Template, _ values: [String: String]) -> String {
      template.rendered { key in
        type.fields.first { $0.key == key }.flatMap { field in values[key].flatMap(field.segment(of:)) }
      }
    }
    let prefix = "subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/"
    if let one = expected["resourceUriTemplate"]?.string {
      let withoutSlot = values.filter { $0.key != "slotName" }
      #expect(prefix + rendered(type.path, withoutSlot) == filled(one, values))
    }
    for member in expected["resourceUriTemplate"]?.members ?? [] {
      let (choice, template) = (member.name, member.value)
      let chosen = values.merging(["type": choice]) { $1 }
      #expect(prefix + rendered(type.path, chosen) == filled(template.string ?? "", chosen))
    }
    let instance = expected["instanceName"]?.string ?? ""
    let wanted =
      instance == "resourceNameExpression" ? expected["resourceNameExpression"]?.string ?? "" : "{\(instance)}"
    #expect(type.instance.rendered { values[$0] } == filled(wanted, values), "\(name)")
    let labels = type.labels.map(\.name) + [type.entity?.label].compactMap(\.self)
    #expect(labels == (expected["extraLabels"]?.array ?? []).compactMap { $0["name"]?.string }, "\(name)")

    let discovery = expected["discovery"]
    let isFound = discovery?["supported"]?.boolean == true || undiscoverable.contains(name)
    #expect((type.discovery != nil) == isFound, "\(name)")
    if discovery?["supported"]?.boolean == true {
      #expect(type.armTypes == texts(discovery?["armTypes"]).map { $0.lowercased() }, "\(name)")
      #expect(
        [type.discovery?.condition].compactMap { $0.map { "| where \($0)" } } == texts(discovery?["extraWhereClauses"]))
    }
  }
}
