import Foundation
import Testing

@testable import System

@Suite struct ChildProcessTests {
  private func shell(_ script: String, folder: String = "/") -> ChildCommand {
    ChildCommand(
      program: "/bin/sh", arguments: ["-c", script], environment: ["A": "b c"], folder: folder, timeout: 10)
  }

  /// Waits for the end of a program, as the loop of a pass does.
  private func end(_ child: ChildProcess) -> Int32 {
    while true {
      if let status = child.gather() { return status }
      var polled = child.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      unsafe poll(&polled, nfds_t(polled.count), 10)
    }
  }

  @Test func whatItWritesIsGathered() throws {
    let child = try ChildProcess(shell("pwd; echo \"$A\"; cat; echo no >&2; exit 3", folder: "/usr"))
    #expect(end(child) == 3)
    #expect(String(decoding: child.output, as: UTF8.self) == "/usr\nb c\n")
    #expect(String(decoding: child.errorOutput, as: UTF8.self) == "no\n")
    #expect(child.descriptors.isEmpty)
  }

  @Test func moreThanAnybodyReadsIsThrownAway() throws {
    let child = try ChildProcess(shell("head -c 1000000 /dev/zero"))
    #expect(end(child) == 0)
    #expect(child.output.count == 256 << 10)
  }

  @Test func aSignalIsAStatus() throws {
    #expect(end(try ChildProcess(shell("kill -9 $$"))) == 137)
  }

  @Test func whatIsNotThereCannotBeRun() {
    let command = ChildCommand(program: "/nowhere/az", arguments: [], environment: [:], folder: "/", timeout: 1)
    #expect(throws: SystemError.self) { try ChildProcess(command) }
  }

  @Test func itEndsWithItsOwner() throws {
    var child: ChildProcess? = try ChildProcess(shell("echo $$; sleep 600 & wait"))
    while child?.output.contains(UInt8(ascii: "\n")) == false { _ = child?.gather() }
    let number = try #require(pid_t(String(decoding: child?.output.dropLast() ?? [], as: UTF8.self)))
    #expect(kill(number, 0) == 0)
    child = nil
    #expect(kill(number, 0) == -1 && errno == ESRCH)
  }

  @Test func aProgramIsFoundOnThePath() {
    #expect(ChildCommand.path(of: "sh", environment: ["PATH": "/nowhere:/bin"]) == "/bin/sh")
    #expect(ChildCommand.path(of: "sh", environment: ["PATH": ".:bin:"]) == nil)
    #expect(ChildCommand.path(of: "bin", environment: ["PATH": "/usr"]) == nil, "a folder is no program")
    #expect(ChildCommand.path(of: "sh", environment: [:]) == nil)
  }
}
