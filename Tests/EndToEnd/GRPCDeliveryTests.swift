import Foundation
import Testing

@testable import AzureEmulator

/// What becomes of points that go to a collector by gRPC, whatever it answers.
@Suite(.serialized) struct EndToEndGRPCDeliveryTests {
  private static let collector = "PROMITOR_YAML_OVERRIDE_metricSinks__openTelemetryCollector__"

  private func with(_ body: (EmulatedEstate, GRPCReceiver) throws -> Void) async throws {
    let receiver = try GRPCReceiver()
    defer { receiver.stop() }
    try await EmulatedEstate.with(hasUploads: true) { estate in
      estate.swath.environment.merge([
        Self.collector + "collectorUri": "http://127.0.0.1:\(receiver.port)", Self.collector + "protocol": "grpc",
      ]) { $1 }
      #expect(try estate.run().status == 0)
      try body(estate, receiver)
    }
  }

  private func upload(
    _ estate: EmulatedEstate, _ arguments: [String] = []
  ) throws -> (status: Int32, stdout: String, stderr: String) {
    try estate.swath.call(
      [
        "upload", "otlp", "--config-dir", estate.swath.folder.appending(path: "config").path, "--output",
        estate.swath.output.path,
      ] + arguments)
  }

  private func files(_ estate: EmulatedEstate) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: estate.swath.output.appending(path: "outbox/otlp").path)
      .sorted()
  }

  /// The points of all messages that were taken.
  private func received(_ receiver: GRPCReceiver) throws -> [String: Double] {
    try UploadedPoints(
      protobuf: receiver.messages.map { message in
        message.isCompressed ? try #require(Inflate.gunzip(message.bytes)) : message.bytes
      }
    ).values
  }

  @Test(arguments: ["gzip", "none"]) func pointsArriveAsTheyAre(compression: String) async throws {
    try await with { estate, receiver in
      estate.swath.environment[Self.collector + "compression"] = compression
      let result = try upload(estate)
      #expect(result.status == 0, "\(result.stderr)")
      #expect(receiver.messages.allSatisfy { $0.isCompressed == (compression == "gzip") })
      #expect(try received(receiver) == estate.expectedPoints(since: nil) && files(estate).isEmpty)
    }
  }

  /// Every status of gRPC: what may be had later is kept, and so is what a setting keeps from being taken; the rest is
  /// refused for good.
  @Test(arguments: [
    (75, "kept", [1, 4, 10, 11, 14, 15, 12]), (77, "kept", [7, 16]), (3, "refused", [2, 3, 5, 6, 9, 13]),
  ])
  func everyStatusHasItsEnd(status: Int32, end: String, codes: [Int]) async throws {
    try await with { estate, receiver in
      for code in codes {
        for answer in [GRPCReceiver.Answer.status(code), .statusAlone(code)] {
          receiver.set([answer])
          let result = try upload(estate, ["--all"])
          #expect(result.status == status && result.stderr.contains("grpc-status \(code)"), "\(code): \(result.stderr)")
          #expect(try files(estate).filter { $0.hasSuffix(".jsonl") }.count == (end == "kept" ? 1 : 0), "\(code)")
          if end == "refused" {
            estate.advance(seconds: 300)
            #expect(try estate.run().status == 0)
          }
        }
      }
      #expect(receiver.messages.isEmpty && receiver.asked == 2 * codes.count)
      #expect(try upload(estate, ["--all"]).status == 0)
      if end == "kept" { #expect(try received(receiver) == estate.expectedPoints(since: nil)) }
    }
  }

  @Test func whatIsTooMuchAtOnceIsParted() async throws {
    try await with { estate, receiver in
      receiver.set([.status(8), .status(0), .status(8)])
      let result = try upload(estate)
      #expect(result.status == 0 && receiver.messages.count >= 3, "\(result.stderr)")
      #expect(try received(receiver) == estate.expectedPoints(since: nil) && files(estate).isEmpty)
    }
  }

  /// A collector that says for how long it has no room is left alone for so long.
  @Test(arguments: [8, 14]) func whoSaysWhenIsAskedThen(code: Int) async throws {
    try await with { estate, receiver in
      // google.rpc.Status with a RetryInfo of 600 s.
      let type = Array("type.googleapis.com/google.rpc.RetryInfo".utf8)
      let info: [UInt8] = [0x0A, UInt8(type.count)] + type + [0x12, 5, 0x0A, 3, 0x08, 0xD8, 0x04]
      let details = Data([0x08, UInt8(code), 0x1A, UInt8(info.count)] + info).base64EncodedString()
      receiver.set([.status(code, fields: [["grpc-status-details-bin", details]])])
      #expect(try upload(estate).status == 75)
      let second = try upload(estate)
      #expect(second.status == 75 && second.stderr.contains("left alone for"), "\(second.stderr)")
      #expect(receiver.asked == 1)
    }
  }

  @Test(arguments: [
    GRPCReceiver.Answer.resetStream, .close, .silence, .http(200), .http(404), .http(429), .http(502), .http(503),
    .http(504),
  ])
  func whatIsNoAnswerKeepsThePoints(answer: GRPCReceiver.Answer) async throws {
    try await with { estate, receiver in
      receiver.set([answer])
      let result = try upload(estate, ["--deadline", "2"])
      #expect(result.status == 75, "\(result.stderr)")
      #expect(try files(estate).count == 1 && receiver.messages.isEmpty)
      #expect(try upload(estate, ["--all"]).status == 0)
      #expect(try received(receiver) == estate.expectedPoints(since: nil) && files(estate).isEmpty)
    }
  }
}
