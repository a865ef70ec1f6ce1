import Foundation
import Testing

@testable import AzureEmulator

@Suite struct ControlTests {
  @Test func clockIsSetAndMoved() async throws {
    try await Emulated.run { emulated in
      #expect(emulated.post("/control/clock?now=2026-05-01T10:00:00Z").json["now"].text == "2026-05-01T10:00:00Z")
      #expect(emulated.post("/control/clock?advanceSeconds=61").json["now"].text == "2026-05-01T10:01:01Z")
      #expect(emulated.server.now == EmulatedTime.seconds("2026-05-01T10:01:01Z"))
      #expect(emulated.post("/control/clock?now=noon").status == 400)
    }
  }

  @Test func statisticsCountWhatWasAsked() async throws {
    try await Emulated.run { emulated in
      let answers = [emulated.metrics(emulated.first("KeyVault"), [:]), emulated.get("/nothing")]
      let json = emulated.get("/control/statistics").json
      #expect(json["calls"]["metrics"].number == 1)
      #expect(json["calls"]["other"].number == 1)
      #expect(json["statuses"]["200"].number == 1)
      #expect(json["statuses"]["404"].number == 1)
      #expect(json["bodyBytes"].number == Double(answers.map(\.body.count).reduce(0, +)))
      #expect(json["largestInFlight"].number == 1)
      #expect(emulated.post("/control/statistics/reset").status == 200)
      #expect(emulated.get("/control/statistics").json["calls"]["metrics"].isNull)
    }
  }

  @Test func requestsInFlightAreCounted() async throws {
    try await Emulated.run {
      $0.latencyMilliseconds = 500
    } _: { emulated in
      // All are sent before any answer is read.
      let begun = (0..<3).map { _ in emulated.client.begin("GET", "/nothing") }
      for socket in begun { #expect(emulated.client.answer(to: socket) != nil) }
      #expect(emulated.server.statistics.largestInFlight == 3)
      #expect(emulated.server.statistics.inFlight == 0)
    }
  }

  @Test func answersAreGzippedWhereAsked() async throws {
    try await Emulated.run { emulated in
      let target =
        "/\(emulated.first("KeyVault").id)/providers/Microsoft.Insights/metrics?api-version=2024-02-01&timespan="
        + "2026-02-28T12:00:00Z/2026-03-01T12:00:00Z"
      let plain = emulated.get(target)
      let packed = emulated.get(target, ["Accept-Encoding": "deflate, gzip"])
      #expect(plain.headers["content-encoding"] == nil)
      #expect(packed.headers["content-encoding"] == "gzip")
      let whole = try unpacked(packed.body)
      #expect(whole == plain.body)
      #expect(plain.body.count > 65_535)
    }
  }

  /// What the machine's own `gzip` makes of it.
  private func unpacked(_ data: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    DispatchQueue.global().async {
      input.fileHandleForWriting.write(data)
      try? input.fileHandleForWriting.close()
    }
    return output.fileHandleForReading.readDataToEndOfFile()
  }
}
