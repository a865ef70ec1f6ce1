internal import System

/// Finds what lets a sender in at receivers of uploads: in variables, or in files of systemd's credentials.
struct ReceiverSecrets {
  let environment: [String: String]

  /// The API key of Statuspage.
  /// - Throws: `Refusal` where there is none.
  var statuspageKey: Secret {
    get throws {
      if let key = try secret("PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY", credential: "statuspage-api-key") {
        return Secret(key)
      }
      throw Refusal(
        .configurationInvalid,
        "no API key of Statuspage: set PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY, or give the unit "
          + "LoadCredential=statuspage-api-key:FILE")
    }
  }

  /// The headers that a collector wants, as OpenTelemetry's own senders take them: `name=value,name=value`, values
  /// percent-encoded where they must be.
  /// - Throws: `Refusal` where they have another form.
  var collectorHeaders: [(name: String, value: Secret)] {
    get throws {
      guard let text = try secret("OTEL_EXPORTER_OTLP_HEADERS", credential: "otlp-headers") else { return [] }
      return try text.split(separator: ",").map { part in
        let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
        guard pair.count == 2, !pair[0].isEmpty, pair[0].utf8.allSatisfy({ 0x21..<0x7F ~= $0 && $0 != 0x3A }),
          let value = pair[1].percentDecoded, !value.utf8.contains(where: { $0 < 0x20 })
        else {
          throw Refusal(
            .configurationInvalid, "the headers for the collector are not of the form name=value,name=value")
        }
        return (pair[0], Secret(value))
      }
    }
  }

  private func secret(_ variable: String, credential: String) throws -> String? {
    if let text = environment[variable], !text.allSatisfy(\.isWhitespace) { return text }
    guard let folder = environment["CREDENTIALS_DIRECTORY"] else { return nil }
    do {
      return try Files.readIfPresent("\(folder)/\(credential)").map { String(decoding: $0, as: UTF8.self)[...].trimmed }
    } catch {
      throw Refusal(.configurationInvalid, "the credential \(credential): \(error)")
    }
  }
}

extension Substring {
  /// Without blanks and line breaks around it.
  fileprivate var trimmed: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// With `%41` read as `A`; nil where a percent sign begins nothing, or the bytes are no UTF-8.
  fileprivate var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
        return nil
      }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
