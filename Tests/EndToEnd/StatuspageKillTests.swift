import AzureEmulator
import Foundation
import Testing

/// Uploads to a status page that are killed: nothing is lost, and what is sent twice has the same time and value.
@Suite(.serialized) struct EndToEndStatuspageKillTests {
  private struct Body: Decodable {
    var data: [String: [Point]]
    struct Point: Decodable {
      var timestamp: Int
      var value: Double
    }
  }

  /// By system metric and time; a second value of one is an issue.
  private func points(_ bodies: [String]) throws -> [String: Double] {
    var points: [String: Double] = [:]
    for body in bodies {
      for (metric, list) in try JSONDecoder().decode(Body.self, from: Data(body.utf8)).data {
        for point in list {
          let before = points.updateValue(point.value, forKey: "\(metric)@\(point.timestamp)")
          #expect(before == nil || before == point.value)
        }
      }
    }
    return points
  }

  private func waiting(_ estate: EmulatedEstate) throws -> [String] {
    let folder = estate.swath.output.appending(path: "outbox/statuspage")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
  }

  @Test func killsLoseNothing() async throws {
    try await EmulatedEstate.with(resources: 8, hasUploads: true) { estate in
      let swath = estate.swath
      swath.environment["PROMITOR_YAML_OVERRIDE_metricSinks__atlassianStatuspage__apiUrl"] =
        estate.server.endpoint + "/v1/"
      swath.environment["PROMITOR_ATLASSIAN_STATUSPAGE_APIKEY"] = "emulated-status-key"
      let uploading = [
        "upload", "statuspage", "--config-dir", swath.folder.appending(path: "config").path, "--output",
        swath.output.path,
      ]
      func taken() -> Int { estate.server.bodies(of: "statuspage").count }
      var expected: [String: Double] = [:]
      var killed = 0
      for round in 0..<20 {
        #expect(try estate.run().status == 0)
        expected.merge(try points(waiting(estate))) { _, new in new }
        let before = taken()
        let process = try swath.startCall(uploading)
        let end = ContinuousClock.now + .milliseconds(Int.random(in: 0...(round.isMultiple(of: 2) ? 60 : 20)))
        // By turns around the moment in which the page takes it, and at any.
        while process.isRunning, round.isMultiple(of: 2) ? taken() == before : ContinuousClock.now < end {
          await Task.yield()
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { killed += 1 }
        estate.advance(seconds: 300)
      }
      let last = try swath.call(uploading + ["--all"])
      #expect(last.status == 0, "\(last.stderr)")
      let found = try points(estate.server.bodies(of: "statuspage"))
      #expect(found == expected && expected.count >= 20 && killed > 5, "\(killed) killed, \(expected.count) points")
      #expect(try waiting(estate).isEmpty)
    }
  }
}
