internal import ArgumentParser
internal import System

/// The options that say where the configuration is, the same for every command that reads it.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: .init(
      "Folder of the configuration files. (default: $PROMITOR_CONFIG_FOLDER, else /etc/swath)", valueName: "folder"))
  var configDir: String?
  @Option(
    help: .init(
      "Metrics declaration; may be given several times. (default: metrics-declaration.yaml in the folder)",
      valueName: "file"))
  var declaration: [String] = []
  @Option(
    help: .init(
      "Discovery declaration. (default: resource-discovery-declaration.yaml in the folder, if it is there)",
      valueName: "file"))
  var discovery: String?
  @Option(help: .init("Runtime file. (default: runtime.yaml in the folder)", valueName: "file"))
  var runtime: String?
  @Option(
    help: .init(
      "Runtime file of the discovery agent, where it signs in otherwise. (default: none)", valueName: "file"))
  var discoveryRuntime: String?
  @Option(
    help: .init(
      "File with the resources of the discovery groups, in place of asking for them (jobs/discovery.md). (default: none)",
      valueName: "file"))
  var inventory: String?

  func validate() throws {
    // Two spellings of one file would be two declarations of the same metrics, by what the series show.
    let files = declaration.map { Files.real($0) ?? $0 }
    guard let second = files.indices.first(where: { files[..<$0].contains(files[$0]) }) else { return }
    throw ValidationError("--declaration names \(declaration[second]) twice")
  }
}
