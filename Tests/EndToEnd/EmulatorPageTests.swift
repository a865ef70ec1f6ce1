import AzureEmulator
import Configuration
import Foundation
import Testing

/// `jobs/emulator.md`, which users run the emulator by.
@Suite(.serialized) struct EmulatorPageTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../jobs/emulator.md").standardized

  private func table(_ head: String, _ rows: [[String]]) -> String {
    let columns = head.split(separator: "|").count
    return
      (["| \(head) |", "|" + String(repeating: "---|", count: columns)]
      + rows.map { "| \($0.joined(separator: " | ")) |" }).joined(separator: "\n")
  }

  /// The options of a command, as it tells them itself.
  private func options(_ command: String) throws -> [[String]] {
    struct Help: Decodable { var command: Command }
    struct Command: Decodable {
      var commandName: String
      var subcommands: [Command]?
      var arguments: [Argument]?
    }
    struct Argument: Decodable {
      struct Name: Decodable { var name: String }
      var kind: String
      var names: [Name]?
      var valueName: String?
      var abstract: String?
      var defaultValue: String?
    }
    let result = try SwathProcess().callEmulator(["--experimental-dump-help"])
    let help = try JSONDecoder().decode(Help.self, from: Data(result.stdout.utf8))
    let found = try #require(help.command.subcommands?.first { $0.commandName == command })
    return (found.arguments ?? []).compactMap { argument in
      guard let name = argument.names?.first?.name, name != "h" else { return nil }
      let value = argument.kind == "flag" ? "" : " \(name == "type" ? "TYPE" : "VALUE")"
      let standard = argument.defaultValue.map { " (\($0))" } ?? ""
      return ["`--\(name)\(value)`", (argument.abstract ?? "") + standard]
    }
  }

  @Test func itsTablesAreMadeFromTheEmulator() throws {
    let serve = try options("serve")
    let estate = try options("configuration").filter { row in serve.contains { $0[0] == row[0] } }
    #expect(estate.count == 6)
    let parts = [
      "options": table(
        "option | what, and what it is without", estate + serve.filter { row in !estate.contains { $0[0] == row[0] } }),
      "faults": table(
        "kind | what comes",
        FaultKind.all.map { row in ["`\(row.name)`" + (row.parameter.map { ", `\($0)`" } ?? ""), row.text] }),
      "statuses": table(
        "status | with", FaultKind.statuses.map { ["\($0.status)", $0.text] } + [["others", "a page of HTML"]]),
      "quotas": table(
        "quota | counted for | size | comes back | header | beyond it",
        Quota.all.map { quota in
          [
            "`\(quota.name)`", quota.scope, "\(quota.size(EmulatorConfiguration())) (`\(quota.option)`)",
            "\(quota.refill.map { "\($0)" } ?? "all") after \(quota.period) s",
            quota.header.map { "`\($0)`" } ?? "none",
            quota.refusal,
          ]
        }),
    ]
    let old = try String(contentsOf: Self.page, encoding: .utf8)
    let (new, names) = ReferencePage.filled(old, with: parts)
    #expect(names.sorted() == parts.keys.sorted())
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try new.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("rewrote jobs/emulator.md: read the difference, then run without the switch")
    }
    #expect(new == old)
  }

  /// Every control request that the emulator knows is on the page, and none else.
  @Test func itsControlRequestsAreThoseOfTheHelp() throws {
    let help = try SwathProcess().callEmulator(["serve", "--help"]).stdout
    func paths(_ text: String) -> Set<String> { Set(text.matches(of: /\/control\/[a-z\/]+/).map { String($0.output) }) }
    #expect(paths(help) == paths(try String(contentsOf: Self.page, encoding: .utf8)) && paths(help).count == 8)
  }

  @Test func itsExampleRuns() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let script = try #require(text.firstMatch(of: /```bash\n([\s\S]*?)```/)?.1)
    let swath = try SwathProcess()
    let result = try swath.callShell(String(script))
    #expect(result.status == 0, "\(result.stderr)")
    #expect(result.stdout.contains("azure_keyvault_availability{") && result.stdout.contains("\"fault\":3"))
    #expect(result.stderr.matches(of: /pass complete/).count == 2, "\(result.stderr)")
  }
}
