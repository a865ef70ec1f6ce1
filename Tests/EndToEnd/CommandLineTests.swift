import Foundation
import Testing

/// What people hand over by mistake.
@Suite(.serialized) struct EndToEndCommandLineTests {
  @Test func emptyValuesAreNone() throws {
    let swath = try SwathProcess()
    for arguments in [
      ["run", "--output", ""], ["validate", "--config-dir="], ["plan", "--state", "", "--offline"], ["catalog", ""],
    ] {
      let result = try swath.call(arguments)
      #expect(result.status == 64 && result.stderr.contains("there is an empty value"), "\(result.stderr)")
    }
    #expect(try swath.call(["run", "--output", ""]).stderr.contains("behind --output"))
  }

  @Test func commandsThatAreNoneAreNamed() throws {
    let swath = try SwathProcess()
    for arguments in [["scrape", "--config-dir", "x"], ["start"]] {
      let result = try swath.call(arguments)
      #expect(result.status == 64 && result.stderr.contains("there is no command \(arguments[0]); there are run, plan"))
    }
    #expect(try swath.call(["help", "run"]).status == 0)
  }

  @Test func slashesBehindFoldersAreNotRepeated() throws {
    let swath = try SwathProcess()
    try swath.write("version: v1\nmetrics: 1\n", "metrics-declaration.yaml")
    let folder = swath.folder.appending(path: "config").path
    let result = try swath.call(["validate", "--config-dir", folder + "//"])
    #expect(result.status == 78 && result.stdout.contains("config/metrics-declaration.yaml:2:10"), "\(result.stdout)")
  }

  @Test func anUploadMakesNoFolder() async throws {
    try await EmulatedEstate.with(hasUploads: true) { estate in
      let result = try estate.swath.call([
        "upload", "--config-dir", estate.swath.folder.appending(path: "config").path, "--output",
        estate.swath.output.path,
      ])
      #expect(result.status == 66 && result.stderr.contains("is not there; --output"), "\(result.stderr)")
      #expect(!FileManager.default.fileExists(atPath: estate.swath.output.path))
    }
  }

  @Test func oneFileIsNotTwoDeclarations() async throws {
    try await EmulatedEstate.with { estate in
      let file = estate.swath.folder.appending(path: "config/metrics-declaration.yaml").path
      let detour = estate.swath.folder.appending(path: "config/../config/metrics-declaration.yaml").path
      let result = try estate.run(["--declaration", file, "--declaration", detour])
      #expect(result.status == 64 && result.stderr.contains("twice"), "\(result.stderr)")
    }
  }

  @Test func aFolderIsNoSnapshot() async throws {
    try await EmulatedEstate.with { estate in
      try FileManager.default.createDirectory(at: estate.swath.snapshot, withIntermediateDirectories: true)
      let result = try estate.run()
      #expect(result.status == 66 && result.stderr.contains("name a file, not a folder"), "\(result.stderr)")
    }
  }

  @Test func aSnapshotIsOfOneShard() async throws {
    try await EmulatedEstate.with { estate in
      #expect(try estate.run(["--shard", "0/2"]).status == 0)
      let other = try estate.run(["--shard", "1/2"])
      #expect(other.status == 64 && other.stderr.contains("is of shard 0, and this is shard 1"), "\(other.stderr)")
      estate.advance(seconds: 60)
      #expect(try estate.run(["--shard", "0/2"]).status == 0)
    }
  }
}
