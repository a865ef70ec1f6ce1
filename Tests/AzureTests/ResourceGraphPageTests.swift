import Azure
import Formats
import Model
import Testing

private let body = """
  {"totalRecords":3,"count":3,"resultTruncated":"false","data":[
    {"id":"/a","resourceGroup":"g","location":"West Europe","kind":"app","sku":"P1v3",
     "tags":{"x":{"team":"deep"},"TEAM":"sales","cost-center":"4\\"2","other":"no"}},
    {"id":"/b","resourceGroup":"g","location":"eastus","kind":"","sku":null,"tags":null},
    {"id":"/c","resourceGroup":"g","location":"","kind":"","sku":"","tags":{"cost-center":"7"}}]}
  """

@Test func rowsTellWhatWasAskedFor() throws {
  func details(_ details: ResourceDetails) throws -> [[String]] {
    try ResourceGraph.Page(Array(body.utf8), details: details).resources.map(\.details)
  }
  #expect(try details(.init()) == [[], [], []])
  #expect(
    try details(.init(tags: ["cost-center", "Team"], columns: ResourceDetails.kindAndSKU)) == [
      ["4\"2", "sales", "app", "P1v3"], [], ["7", "", "", ""],
    ])
  #expect(try details(.init(tags: ["team"])) == [["sales"], [], []])
  #expect(try details(.init(columns: ResourceDetails.kindAndSKU)) == [["app", "P1v3"], [], []])
  #expect(try ResourceGraph.Page(Array(body.utf8)).resources.map(\.region) == ["westeurope", "eastus", ""])
}
