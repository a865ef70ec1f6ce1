import Foundation
import System
import Testing

/// A folder for one test, gone after it.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "swath-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

@Test func aFileAppearsWholeOrNotAtAll() throws {
  let scratch = try Scratch()
  let path = "\(scratch.path)/a.prom"
  do {
    let file = try WholeFile(replacing: path)
    try file.write(bytes("half").span)
    #expect(!Files.exists(path))
  }
  #expect(try Files.names(in: scratch.path) == [], "a draft without commit goes")
  let file = try WholeFile(replacing: path)
  try file.write(bytes("one ").span)
  try file.write(bytes("two").span)
  try file.commit()
  #expect(try Files.read(path) == bytes("one two"))
  #expect(try Files.names(in: scratch.path) == ["a.prom"])
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  #expect(attributes[.posixPermissions] as? Int == 0o644, "node_exporter runs as another user")
}

@Test func draftsOfKilledWritersGoAndThoseOfLiveOnesStay() throws {
  let scratch = try Scratch()
  try Data(bytes("dead")).write(to: URL(filePath: "\(scratch.path)/.a.prom.1.tmp"))
  try Data().write(to: URL(filePath: "\(scratch.path)/.b.prom.1.tmp"))
  let live = try WholeFile(replacing: "\(scratch.path)/a.prom")
  let before = try Files.names(in: scratch.path)
  #expect(!before.contains(".a.prom.1.tmp") && before.contains(".b.prom.1.tmp"))
  #expect(before.count == 2)
  try live.commit()
  #expect(try Files.names(in: scratch.path) == [".b.prom.1.tmp", "a.prom"])
}

@Test func aLockHasOneHolderAndNamesIt() throws {
  let scratch = try Scratch()
  let path = "\(scratch.path)/lock"
  do {
    let first = try ProcessLock(path)
    let held = try #require(throws: ProcessLock.Held.self) { _ = try ProcessLock(path) }
    #expect(held.holder == "process \(getpid())")
    #expect("\(held)".contains("process \(getpid())"))
    _ = consume first
  }
  _ = try ProcessLock(path)
}

@Test func errorsNameWhatWhereAndWhatToDo() throws {
  let error = try #require(throws: SystemError.self) { try Files.read("/nowhere/at all") }
  #expect("\(error)".hasPrefix("cannot open /nowhere/at all: No such file or directory; "))
  #expect(try Files.readIfPresent("/nowhere/at all") == nil)
  #expect(throws: SystemError.self) { try Files.read("/tmp") }
  #expect(throws: SystemError.self) { _ = try WholeFile(replacing: "/nowhere/a") }
}

@Test func foldersAreMadeWithTheirParents() throws {
  let scratch = try Scratch()
  try Files.makeFolder("\(scratch.path)/a/b/c")
  try Files.makeFolder("\(scratch.path)/a/b/c")
  #expect(Files.exists("\(scratch.path)/a/b/c"))
  #expect(Files.parent(of: "/a") == "/" && Files.parent(of: "a") == "." && Files.parent(of: "a/b") == "a")
  #expect(Files.name(of: "/x/y.z") == "y.z" && Files.name(of: "y") == "y")
}

@Test func aSecretIsNotSeen() {
  let secret = Secret("hunter2")
  var dumped = ""
  dump(secret, to: &dumped)
  for text in ["\(secret)", String(describing: secret), String(reflecting: secret), dumped, "\([secret])"] {
    #expect(!text.contains("hunter2"))
  }
  #expect(secret.reveal() == "hunter2")
}
