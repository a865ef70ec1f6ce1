import Foundation
import Testing

struct EndToEndCatalogTests {
  @Test func aTypeIsPrintedForPeopleAndForPrograms() throws {
    let swath = try SwathProcess()
    let text = try swath.call(["catalog", "KeyVault"])
    #expect(text.status == 0 && text.stderr == "")
    try expectGolden(text.stdout, "catalog-key-vault.txt")
    let json = try swath.call(["catalog", "KEYVAULT", "--format", "json"])
    #expect(json.status == 0 && json.stderr == "")
    try expectGolden(json.stdout, "catalog-key-vault.json")
  }

  @Test func theDocumentIsJSON() throws {
    let swath = try SwathProcess()
    for arguments in [["--metric", "cpu"], ["--metric", "no such metric"], []] {
      let arguments = ["catalog", "--format", "json"] + arguments
      let result = try swath.call(arguments)
      let document = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
      #expect(document?["date"] as? String == "2024-11-20")
    }
  }

  @Test func anUnknownTypeIsStatus64() throws {
    let result = try SwathProcess().call(["catalog", "KeyValt"])
    #expect(result.status == 64 && result.stdout == "")
    #expect(result.stderr == "swath: error: there is no resource type 'KeyValt': did you mean 'KeyVault'?\n")
    #expect(try SwathProcess().call(["catalog", "--format", "xml"]).status == 64)
  }
}
