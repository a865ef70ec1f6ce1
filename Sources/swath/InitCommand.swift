internal import ArgumentParser
internal import Catalog
internal import Configuration
internal import System

/// `swath init`: configuration files to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write configuration files to begin with.",
    discussion: """
      Writes metrics-declaration.yaml, resource-discovery-declaration.yaml (where a type can be discovered) and \
      runtime.yaml, with the metrics that operators mostly want of each type. 'swath catalog' lists the types. \
      Where one of the files is there already, nothing is written and the status is 74.
      """)

  @Argument(
    help: .init(
      "Resource types, in any case. (default: \(Starter.usualTypes.joined(separator: ", ")))", valueName: "type"))
  var types: [String] = []
  @Option(help: .init("Folder to write to; it is made where it is missing.", valueName: "folder"))
  var output = "."
  @Option(help: .init("Id of the Microsoft Entra tenant. (default: zeros to be replaced)", valueName: "id"))
  var tenant: String?
  @Option(
    help: .init(
      "Id of a subscription; may be given several times, to discover in all. (default: zeros to be replaced)",
      valueName: "id"))
  var subscription: [String] = []
  @Flag(help: "Replace files that are there.")
  var force = false

  func validate() throws {
    for id in subscription + [tenant].compactMap(\.self) where !Self.isID(id) {
      throw ValidationError("\(id) is no id; one looks like \(Starter.placeholder)")
    }
  }

  func run() throws {
    try Refusal.told {
      let starter = Starter(types: try chosenTypes(), tenantID: tenant, subscriptionIDs: subscription)
      let files = starter.files.map { (path: "\(output)/\($0.name)", file: $0) }
      if !force, let (path, _) = files.first(where: { Files.exists($0.path) }) {
        throw Refusal(.outputFailed, "\(path) is there already, so nothing was written; --force replaces it")
      }
      do {
        try Files.makeFolder(output)
        for (path, file) in files {
          let draft = try WholeFile(replacing: path)
          try draft.write(Array(file.text.utf8).span)
          try draft.commit()
          Console.say("swath: wrote \(path) (\(file.summary))\n")
        }
      } catch {
        throw Refusal(.outputFailed, "\(error)")
      }
      let isFilled = tenant != nil && !subscription.isEmpty
      let first = isFilled ? "" : "put your ids in place of the zeros, then "
      Console.say("swath: next: \(first)swath validate --config-dir \(output)\n")
    }
  }

  private func chosenTypes() throws -> [ResourceType] {
    try (types.isEmpty ? Starter.usualTypes : types).map { name in
      do {
        return try TypeLookUp.type(named: name)
      } catch {
        throw Refusal(.usage, "\(error)")
      }
    }
  }

  /// Whether a text is an id of Azure: 32 hexadecimal digits in five groups.
  private static func isID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && groups.joined().utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
  }
}
