internal import ArgumentParser
internal import Formats

/// How a command prints what it was asked for.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension StandardOutput {
  /// Writes one of two ways to say the same; the other one is not made.
  /// - Throws: `Refusal` where it cannot be written.
  static func write(
    _ format: OutputFormat, _ text: @autoclosure () -> String, _ json: @autoclosure () -> JSONValue
  ) throws(Refusal) {
    var bytes: [UInt8] = []
    switch format {
    case .text: bytes += text().utf8
    case .json:
      bytes.append(indented: json())
      bytes.append(UInt8(ascii: "\n"))
    }
    try write(bytes)
  }
}
