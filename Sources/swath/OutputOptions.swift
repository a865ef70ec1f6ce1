internal import ArgumentParser

/// The options that say where a pass writes to, the same for every command that writes or reads there.
struct OutputOptions: ParsableArguments {
  @Option(help: .init("Folder of the outputs. (default: /var/lib/swath/out)", valueName: "folder"))
  var output: String?
  @Option(help: .init("Folder of the .prom files. (default: the output folder)", valueName: "folder"))
  var textfile: String?
}
