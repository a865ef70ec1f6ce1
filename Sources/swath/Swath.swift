internal import ArgumentParser

/// The command line: one file a command, each thin.
@main struct Swath: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "swath",
    abstract: "Makes one bounded pass over Azure Monitor and leaves files behind.",
    discussion: """
      Swath reads a metrics declaration (Promitor's format), asks Azure for the values that are due, and writes them \
      as Prometheus text for node_exporter's textfile collector. What it learned waits in a snapshot for the next \
      invocation; nothing keeps running.
      """,
    version: version,
    subcommands: [
      RunCommand.self, PlanCommand.self, DiscoverCommand.self, UploadCommand.self, ValidateCommand.self,
      CatalogCommand.self, InitCommand.self, APICommand.self,
    ])
}
