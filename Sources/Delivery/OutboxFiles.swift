package import System

// What an uploader does with the files of an output. A pass may drop a file meanwhile, so none need be there.
extension Outbox {
  /// The names of the finished files of an output, the oldest first.
  package func waiting(_ output: Output) throws(SystemError) -> [String] {
    let place = place(of: output)
    guard Files.exists(place) else { return [] }
    return try Files.names(in: place).filter { $0.hasSuffix(output.ending) && !$0.hasPrefix(".") }
  }

  /// The content of a file; nil where it is there no more.
  package func content(_ output: Output, _ name: String) throws(SystemError) -> [UInt8]? {
    try Files.readIfPresent("\(place(of: output))/\(name)")
  }

  /// Removes a file that was accepted, or is not wanted any more.
  package func remove(_ output: Output, _ name: String) throws(SystemError) {
    do {
      try Files.remove("\(place(of: output))/\(name)")
    } catch  where error.isNotFound {
      return
    } catch {
      throw error
    }
    try Files.synchronise(folder: place(of: output))
  }

  /// How many refused requests are kept of an output.
  private static let mostRefused = 100

  /// Keeps what a receiver refused for good, for people to look at: beside it, in a file of the same name with `.why`,
  /// the reason.
  package func keep(refused body: [UInt8], _ output: Output, name: String, reason: String) throws {
    let folder = "\(place(of: output))/refused"
    try Files.makeFolder(folder)
    let kept = try Files.names(in: folder).filter { !$0.hasSuffix(".why") && !$0.hasPrefix(".") }
    for old in kept.dropLast(Self.mostRefused - 1) {
      try Files.remove("\(folder)/\(old)")
      if Files.exists("\(folder)/\(old).why") { try Files.remove("\(folder)/\(old).why") }
    }
    for (path, bytes) in [("\(folder)/\(name).why", Array("\(reason)\n".utf8)), ("\(folder)/\(name)", body)] {
      let file = try WholeFile(replacing: path)
      try file.write(bytes.span)
      try file.commit()
    }
  }
}
