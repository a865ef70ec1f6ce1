import Formats
import Model
import Planning
import Testing

@testable import Configuration
@testable import Sinks

private func found(_ name: String, _ details: [String], region: String = "westeurope", entity: String = "") -> Resource
{
  Resource(
    type: "SqlDatabase", id: ResourceID("/s/\(name)"), subscriptionID: "S", resourceGroup: "G", name: name,
    labels: entity.isEmpty ? [] : [("entity_name", entity)], entity: entity, region: region, details: details)
}

private func fixture(_ edit: (inout LabelSettings) -> Void = { _ in }) throws -> Fixture {
  var fixture = Fixture()
  fixture.plan.labels.tags = ["team", "cost-center"]
  fixture.plan.labels.infoTags = ["team", "cost-center", "owner"]
  edit(&fixture.plan.labels)
  try fixture.add(
    "hits", labels: [("tag_team", "declared")],
    resources: [
      found("a", ["sales", "4\"2", "eva", "app", "P1"]), found("b", [], region: ""),
      found("c", ["ops", "", "", "", ""], entity: "one"), found("c", ["ops", "", "", "", ""], entity: "two"),
    ],
    values: [(1, []), (2, []), (3, []), (4, [])])
  return fixture
}

@Test func tagsAreLabelsOfTheLowestPrecedence() throws {
  let (text, warnings) = try fixture().text()
  let lines = text.split(separator: "\n").dropFirst(2)
  #expect(lines.allSatisfy { $0.contains(#"tag_team="declared",tag_cost_center=""#) })
  #expect(lines.map { $0.contains(#"tag_cost_center="4\"2""#) } == [true, false, false, false])
  #expect(warnings == ["metric hits: tag team is left out: the label tag_team is another one"])
  let plain = try fixture { $0.tagPrefix = "" }.text()
  #expect(plain.text.contains(#"team="sales","#) && plain.text.contains(#",cost_center="4\"2""#))
  #expect(plain.warnings.isEmpty, "how tags are named is documented")
}

@Test func aResourceHasOneInfoOfItsOwn() throws {
  var fixture = try fixture { $0.hasInfo = true }
  fixture.outcomes[1] = .gone
  let text = try fixture.text().text
  let info = try #require(text.firstRange(of: "# HELP swath_resource_info "))
  #expect(
    text[info.lowerBound...].split(separator: "\n").dropFirst() == [
      "# TYPE swath_resource_info gauge",
      #"swath_resource_info{tenant_id="T",tag_team="sales",tag_owner="eva",tag_cost_center="4\"2",subscription_id="S",sku="P1",resource_uri="s/a",resource_type="SqlDatabase",resource_group="G",region="westeurope",kind="app",instance_name="a"} 1"#,
      #"swath_resource_info{tenant_id="T",tag_team="ops",tag_owner="",tag_cost_center="",subscription_id="S",sku="",resource_uri="s/c",resource_type="SqlDatabase",resource_group="G",region="westeurope",kind="",instance_name="c"} 1"#,
    ])
}

@Test func aTagThatMeetsAnInfosOwnLabelIsTold() throws {
  let (text, warnings) = try fixture {
    $0.hasInfo = true
    ($0.tagPrefix, $0.infoTags) = ("", ["team", "cost-center", "Region"])
  }.text()
  #expect(warnings == ["swath_resource_info: tag Region is left out: the label region is another one"])
  #expect(text.contains(#"region="westeurope""#))
}

@Test func tagsAreAttributesOfTheResourceForOpenTelemetry() throws {
  let points = try fixture().points()
  let text = try fixture().text {
    try OTLPDocument(points, labels: LabelShapes(points.plan), version: "1").write(to: $0)
  }
  #expect(
    text.contains(
      #"{"key":"service.name","value":{"stringValue":"swath"}},{"key":"azure.tag.team","value":{"stringValue":"sales"}},{"key":"azure.tag.cost-center","value":{"stringValue":"4\"2"}}]},"#
    ))
  #expect(text.contains(#"{"key":"azure.tag.team","value":{"stringValue":"ops"}}]},"#))
  #expect(!text.contains("tag_cost-center") && !text.contains("azure.tag.owner"))
}

@Test func tagsAreTagsForDogStatsD() throws {
  let points = try fixture().points()
  var settings = RuntimeSettings.StatsDSettings()
  settings.hasTags = true
  let text = try fixture().text {
    try StatsDLines(points, labels: LabelShapes(points.plan), settings: settings).write(to: $0)
  }
  let lines = text.split(separator: "\n")
  #expect(lines[0].contains(#",tag_cost-center:4"2,tag_team:declared,"#), "\(lines[0])")
  #expect(!lines[1].contains("cost-center"))
}
