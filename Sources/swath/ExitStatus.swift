internal import ArgumentParser
internal import Glibc
internal import System

/// The statuses that an invocation ends with. They are documented and only added to.
enum ExitStatus: Int32 {
  case complete = 0
  /// Outputs were written, some series did not get what they were due.
  case partial = 3
  case usage = 64
  case inputMissing = 66
  case defect = 70
  case outputFailed = 74
  /// Nothing could be had, or another pass holds the lock: try again.
  case tryAgain = 75
  case signInRefused = 77
  case configurationInvalid = 78

  var code: ExitCode { ExitCode(rawValue) }

  /// Ends the process as it stands, when all is written: what it holds the kernel takes back at once, and faster than
  /// piece by piece.
  func end() -> Never { _exit(rawValue) }
}

/// An end of the invocation before its outputs, with what to tell the user.
struct Refusal: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Runs a command; a refusal is told, and is the status that the invocation ends with.
  static func told(_ command: () throws -> Void) throws {
    do {
      try command()
    } catch let refusal as Refusal {
      Console.say("swath: error: \(refusal.message)\n")
      throw refusal.status.code
    } catch let error as SystemError {
      Console.say("swath: error: \(error)\n")
      throw ExitStatus.inputMissing.code
    } catch let code as ExitCode {
      throw code
    } catch {
      Console.say("swath: error: this should not be: \(error)\n")
      throw ExitStatus.defect.code
    }
  }
}
