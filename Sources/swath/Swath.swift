internal import ArgumentParser

/// The command line: one file a command, each thin.
@main struct Swath: ParsableCommand {
  static let version = "0.1.0"

  /// What a script hands over for a variable that is not set would be taken for the root of the file system.
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    for (place, argument) in arguments.enumerated()
    where argument.isEmpty || argument.hasPrefix("--") && argument.hasSuffix("=") {
      let option = argument.isEmpty ? place > 0 ? arguments[place - 1] : "" : String(argument.dropLast())
      Console.say("swath: error: there is an empty value\(option.hasPrefix("-") ? " behind \(option)" : "")\n")
      ExitStatus.usage.end()
    }
    // The parser would complain of the options that belong to it.
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    if let command = arguments.first, !command.hasPrefix("-"), command != "help", !names.contains(command) {
      Console.say("swath: error: there is no command \(command); there are \(names.joined(separator: ", "))\n")
      ExitStatus.usage.end()
    }
    main(arguments)
  }

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
      RunCommand.self, PlanCommand.self, DiscoverCommand.self, UploadCommand.self, DoctorCommand.self,
      ValidateCommand.self,
      CatalogCommand.self, InitCommand.self, APICommand.self,
    ])
}
