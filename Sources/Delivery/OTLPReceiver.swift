internal import Formats
package import System
package import Transport

/// A collector of OpenTelemetry: how it is asked to take points, and what its answers mean.
///
/// Source: the OpenTelemetry protocol (OTLP/HTTP and OTLP/gRPC).
package struct OTLPReceiver: HTTPReceiver {
  package enum Encoding: String, Sendable, CaseIterable {
    case json = "http/json"
    case protobuf = "http/protobuf"
    case grpc
  }

  package let encoding: Encoding
  private let url: String
  private let compresses: Bool
  private let secretHeaders: [(name: String, value: Secret)]

  private static let service = "opentelemetry.proto.collector.metrics.v1.MetricsService/Export"
  /// Answers to say a sender should come again. All others are final.
  private static let passing: Set<Int> = [408, 429, 502, 503, 504]

  /// - `address`: of the collector; its port 4317 means gRPC where no encoding is given.
  /// - `compresses`: by gzip.
  /// - `secretHeaders`: sent with every request.
  package init(
    address: String, encoding: Encoding?, compresses: Bool = true, secretHeaders: [(name: String, value: Secret)] = []
  ) {
    let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    let host = address[start...].prefix { $0 != "/" && $0 != "?" }
    let path = address[start...].dropFirst(host.count)
    self.encoding = encoding ?? (host.hasSuffix(":4317") ? .grpc : .json)
    self.compresses = compresses
    self.secretHeaders = secretHeaders
    let origin = "\(address[..<start])\(host)"
    switch self.encoding {
    case .grpc: url = "\(origin)/\(Self.service)"
    // An address without a path is that of the whole collector.
    case .json, .protobuf: url = path.isEmpty || path == "/" ? "\(origin)/v1/metrics" : address
    }
  }

  package var output: Outbox.Output { .otlp }

  /// A line is a request.
  package func bodies(_ content: [UInt8]) -> [ArraySlice<UInt8>] { content.split(separator: UInt8(ascii: "\n")) }

  package func halves(_ line: ArraySlice<UInt8>) -> [[UInt8]]? { OTLPLine.halves(line) }

  package func request(_ line: ArraySlice<UInt8>) throws -> HTTPRequest {
    let type =
      switch encoding {
      case .json: "application/json"
      case .protobuf: "application/x-protobuf"
      case .grpc: "application/grpc"
      }
    var body = encoding == .json ? Array(line) : try OTLPProtobuf.request(Array(line))
    let packed = compresses ? Gzip.compressed(body.span) : body
    // What is as good as nothing does not become smaller.
    let isPacked = packed.count < body.count
    if isPacked { body = packed }
    if encoding == .grpc {
      // Whether it is compressed, and the length.
      body = [isPacked ? 1 : 0] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: body.count >> $0) } + body
    }
    var request = HTTPRequest(
      .post, url, headers: [("Content-Type", type)], body: body, api: .openTelemetry, quota: "otlp")
    if isPacked { request.headers.append((encoding == .grpc ? "grpc-encoding" : "Content-Encoding", "gzip")) }
    if encoding == .grpc { request.headers.append(("TE", "trailers")) }
    request.needsHTTP2 = encoding == .grpc
    request.secretHeaders = secretHeaders
    request.retries = .none
    return request
  }

  /// No points at all are a request too. Source: the OTLP specification, "Export metrics request".
  package func question() throws -> HTTPRequest { try request(Array("{\"resourceMetrics\":[]}".utf8)[...]) }

  package func receipt(_ exchange: Exchange, now: Int) -> Receipt {
    let body = (exchange.receiver as? BodyBuffer)?.bytes ?? []
    let response = exchange.response
    let wait = response.retryAfter(now: now)
    if encoding == .grpc, response.isSuccess {
      // Whoever answers without one has taken nothing.
      guard let code = response.header("grpc-status").flatMap({ Int($0) }) else {
        return .closed(reason: "an answer without grpc-status -- check collectorUri and protocol", isRefusal: false)
      }
      let details = response.header("grpc-status-details-bin").flatMap { Base64.decoded($0) }
      let asked = details.flatMap { OTLPProtobuf.retryDelay($0[...]) }
      return Self.receipt(grpc: code, response.header("grpc-message") ?? "", body, asked ?? wait)
    }
    if response.isSuccess { return encoding == .json ? Self.accepted(json: body) : Self.accepted(protobuf: body[...]) }
    let reason = Receipt.reason(response)
    switch response.status {
    case let status where Self.passing.contains(status): return .later(reason: reason, wait: wait)
    case 401, 403: return .closed(reason: "\(reason) -- check OTEL_EXPORTER_OTLP_HEADERS", isRefusal: true)
    case 404, 405: return .closed(reason: "\(reason) -- check collectorUri and its path", isRefusal: false)
    case 413: return .tooLarge(reason: reason)
    case 415: return .closed(reason: "\(reason) -- check protocol and compression", isRefusal: false)
    // The collector's own way to say so.
    case 400 where reason.contains("too large"): return .tooLarge(reason: reason)
    default: return .refused(reason: reason)
    }
  }

  private static func receipt(grpc code: Int, _ message: String, _ body: [UInt8], _ wait: Double?) -> Receipt {
    let reason = "grpc-status \(code)\(message.isEmpty ? "" : ": \(message)")"
    switch code {
    case 0: return accepted(protobuf: body.dropFirst(5))
    // Cancelled, deadline exceeded, aborted, out of range, unavailable, data loss.
    case 1, 4, 10, 11, 14, 15: return .later(reason: reason, wait: wait)
    // Resource exhausted is so for good unless it says how long; a message may be too large.
    case 8: return wait == nil ? .tooLarge(reason: reason) : .later(reason: reason, wait: wait)
    case 7, 16: return .closed(reason: "\(reason) -- check OTEL_EXPORTER_OTLP_HEADERS", isRefusal: true)
    case 12: return .closed(reason: "\(reason) -- check collectorUri and compression", isRefusal: false)
    default: return .refused(reason: reason)
    }
  }

  private static func accepted(json body: [UInt8]) -> Receipt {
    let partial = (try? JSONValue(body))?["partialSuccess"]
    let count = partial?["rejectedDataPoints"]
    return .accepted(
      rejected: count?.integer ?? count?.string.flatMap { Int($0) } ?? 0,
      message: partial?["errorMessage"]?.string ?? "")
  }

  private static func accepted(protobuf body: ArraySlice<UInt8>) -> Receipt {
    let (rejected, message) = OTLPProtobuf.partialSuccess(body)
    return .accepted(rejected: rejected, message: message)
  }
}
