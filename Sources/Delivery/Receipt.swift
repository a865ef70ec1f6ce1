internal import Formats
internal import Transport

/// What a receiver said to one request.
package enum Receipt: Equatable, Sendable {
  /// It took it; of so many points it says that it did not, and why.
  case accepted(rejected: Int, message: String)
  /// Later it may take it: after so many seconds, if it says so.
  case later(reason: String, wait: Double?)
  /// It takes nothing from this sender, whatever is sent.
  case closed(reason: String, isRefusal: Bool)
  /// It will never take it.
  case refused(reason: String)
  /// It would take it in smaller pieces.
  case tooLarge(reason: String)
}

extension Receipt {
  /// What it means that there is no answer.
  init(_ failure: TransportFailure, of host: String) {
    let reason: String =
      switch failure {
      case .timeout: "\(host) did not answer in time"
      case .abandoned, .heldBack: "there was no more time"
      case .connection(let text), .hostLeftAlone(let text), .noRecording(let text): text
      case .unreadable, .tooLarge: "the answer of \(host) is too long"
      case .command(let failure): failure.text
      }
    self = .later(reason: reason, wait: nil)
  }

  /// A short text of what an answer says.
  static func words(_ response: HTTPResponse) -> String {
    let message = (try? JSONValue(response.errorBody)).flatMap { $0["message"]?.string ?? $0["error"]?.string }
    let text = message ?? String(decoding: response.errorBody.prefix(400), as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The status of an answer that is not good, with what it says.
  static func reason(_ response: HTTPResponse) -> String {
    let text = words(response)
    return "HTTP \(response.status)\(text.isEmpty ? "" : ": \(text)")"
  }
}
