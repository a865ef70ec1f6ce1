internal import NIOCore

/// What the emulator answers.
struct EmulatedAnswer: Sendable {
  var status = 200
  var headers: [(String, String)] = [("Content-Type", "application/json; charset=utf-8")]
  var body = ByteBuffer()
  /// Rows of Resource Graph that it holds.
  var rows = 0
  /// The API whose counter it goes to.
  var api = "other"

  init(_ status: Int = 200, json: String = "", api: String) {
    self.status = status
    self.api = api
    body.writeString(json)
  }

  /// The shape of errors that the resource manager itself makes (azure-apis 0.3).
  static func wrapped(_ status: Int, _ code: String, _ message: String, api: String) -> EmulatedAnswer {
    EmulatedAnswer(status, json: "{\"error\":{\"code\":\(code.json),\"message\":\(message.json)}}", api: api)
  }

  /// The shape of errors of the provider of metrics (azure-apis 0.3).
  static func flat(_ status: Int, _ code: String, _ message: String, api: String) -> EmulatedAnswer {
    EmulatedAnswer(status, json: "{\"code\":\(code.json),\"message\":\(message.json)}", api: api)
  }
}

extension StringProtocol {
  /// The text as a string of JSON.
  var json: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        out +=
          scalar.value < 16 ? "\\u000\(String(scalar.value, radix: 16))" : "\\u00\(String(scalar.value, radix: 16))"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
