package import Formats
internal import System

/// Answers from a folder of recordings: the same request gets the same answer, in any order and any number of times.
package final class ReplayWire: Wire {
  package let needsSignIn = false
  private var recordings: [String: (recording: Recording, file: String)] = [:]
  /// The recorded requests by the names of their files, once one of them is missed.
  private lazy var comparable = Dictionary(recordings.values.map { ($0.file, $0.recording.parts) }) { first, _ in first
  }
  private var ended: [Exchange] = []

  /// Reads every `.json` file of a folder.
  /// - Throws: `SystemError` where the folder or a file cannot be read; `Unusable` where one is no recording.
  package init(_ folder: String) throws {
    for name in try Files.names(in: folder) where name.hasSuffix(".json") {
      let path = "\(folder)/\(name)"
      do {
        let recording = try Recording(try Files.read(path))
        recordings[recording.key] = (recording, name)
      } catch let error as JSONError {
        throw Unusable(path: path, error: error)
      }
    }
  }

  /// A file of the folder is no recording.
  package struct Unusable: Error, CustomStringConvertible {
    package let path: String
    package let error: JSONError

    package var description: String { "\(path): \(error); mend it or remove it" }
  }

  package func start(_ exchange: Exchange, timeout seconds: Double) {
    defer { ended.append(exchange) }
    let key = Recording.key(exchange.request)
    guard let recording = recordings[key]?.recording else {
      exchange.failure = .noRecording(missing(exchange.request, key))
      return
    }
    exchange.response.status = recording.status
    exchange.response.headers = recording.headers.filter { HTTPResponse.isKept($0.name) }
    let body = recording.bodyBytes
    exchange.response.receivedBytes = body.count
    if !exchange.response.isSuccess {
      exchange.response.errorBody = Array(body.prefix(HTTPResponse.errorBodyLimit))
    } else if !exchange.receiver.receive(body.span) {
      exchange.failure = .unreadable
    }
  }

  /// Which request has no recording, and what of the nearest recorded one is different.
  private func missing(_ request: HTTPRequest, _ key: String) -> String {
    // A body is told in one line.
    let asked = key.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let text = "none of the \(recordings.count) recordings is of \(asked)"
    let parts = Recording.parts(request)
    let distances = comparable.map { file, recorded in
      let (path, members, characters) = parts.distance(to: recorded)
      return (path, members, characters, file)
    }
    guard let file = distances.min(by: <)?.3, let recorded = comparable[file] else { return text }
    return "\(text); the nearest, \(file), differs in \(parts.comparison(with: recorded))"
  }

  package func wait(_ seconds: Double) -> [Exchange] {
    defer { ended = [] }
    return ended
  }

  package func cancelAll() -> [Exchange] { wait(0) }
}
