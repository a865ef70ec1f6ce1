import Foundation
import Testing

struct EndToEndInitTests {
  private let names = ["metrics-declaration.yaml", "resource-discovery-declaration.yaml", "runtime.yaml"]

  @Test func whatIsWrittenCanBeRun() throws {
    let swath = try SwathProcess()
    let config = swath.folder.appending(path: "config")
    let written = try swath.call(["init", "--output", config.path])
    #expect(written.status == 0 && written.stdout == "", "\(written.stderr)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: config.path).sorted() == names)
    #expect(written.stderr.contains("in place of the zeros, then swath validate --config-dir \(config.path)\n"))
    // Nothing is recorded, so nothing can be had; but what is asked for is found to be right.
    let recordings = swath.folder.appending(path: "none")
    try FileManager.default.createDirectory(at: recordings, withIntermediateDirectories: true)
    let result = try swath.run(["--replay", recordings.path])
    #expect(result.status == 75, "\(result.stderr)")
    #expect(result.stderr.contains("none of the 0 recordings") && !result.stderr.contains(".yaml:"), "\(result.stderr)")
  }

  @Test func filesThatAreThereStay() throws {
    let swath = try SwathProcess()
    try swath.write("mine", "runtime.yaml")
    let config = swath.folder.appending(path: "config").path
    let refused = try swath.call(["init", "--output", config])
    #expect(refused.status == 74 && refused.stderr.contains("\(config)/runtime.yaml is there already"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: config) == ["runtime.yaml"])
    #expect(try String(contentsOfFile: "\(config)/runtime.yaml", encoding: .utf8) == "mine")
    let forced = try swath.call(["init", "Generic", "--output", config, "--force"])
    #expect(forced.status == 0, "\(forced.stderr)")
    #expect(try String(contentsOfFile: "\(config)/runtime.yaml", encoding: .utf8).hasPrefix("# How to run."))
    let left = try FileManager.default.contentsOfDirectory(atPath: config).sorted()
    #expect(left == ["metrics-declaration.yaml", "runtime.yaml"], "nothing generic can be discovered")
  }

  @Test func idsAreFilledIn() throws {
    let swath = try SwathProcess()
    let ids = ["11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"]
    let folder = swath.folder.appending(path: "new/folder").path
    let result = try swath.call(
      ["init", "keyVault", "--output", folder, "--tenant", ids[0], "--subscription", ids[1]])
    #expect(result.status == 0 && result.stderr.contains("next: swath validate"), "\(result.stderr)")
    let texts = try names.prefix(2).map { try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    for text in texts {
      #expect(text.contains("tenantId: \(ids[0])") && text.contains(ids[1]) && !text.contains("00000000"))
      #expect(text.contains("KeyVault") && !text.contains("WebApp"))
    }
  }

  @Test(arguments: [["KeyValt"], ["--tenant", "x"], ["--subscription", "1-2-3-4-5"]])
  func whatCannotBeMeantIsStatus64(arguments: [String]) throws {
    let swath = try SwathProcess()
    let folder = swath.folder.appending(path: "new").path
    #expect(try swath.call(["init", "--output", folder] + arguments).status == 64)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
