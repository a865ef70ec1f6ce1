import Foundation
import Testing

@testable import AzureEmulator

/// azure-apis 6.
@Suite struct StorageQueueTests {
  private static let sas = EmulatorConfiguration().sasToken
  private static let version = ["x-ms-version": "2018-03-28"]
  private static let peek = "messages?peekonly=true&numofmessages=1&"

  private func run(
    _ change: (inout EmulatorConfiguration) -> Void = { _ in }, _ body: (Emulated) async throws -> Void
  ) async throws {
    try await Emulated.run(
      {
        $0.estate = Estate(seed: 1, resources: 56, types: EmulatedType.all)
        change(&$0)
      }, body)
  }

  /// Asks as a client does that has no token, but a signature.
  private func get(
    _ emulated: Emulated, _ rest: String, queue: String = "orders", _ headers: [String: String] = version
  ) -> WireAnswer {
    emulated.client.send("GET", "/queues10/\(queue)\(rest)", headers) ?? WireAnswer()
  }

  private func isRefused(
    _ answer: WireAnswer, _ status: Int, _ code: String, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(answer.status == status, sourceLocation: place)
    #expect(answer.headers["x-ms-error-code"] == code, sourceLocation: place)
    #expect(answer.headers["content-type"] == "application/xml", sourceLocation: place)
    #expect(answer.text.contains("<Error><Code>\(code)</Code><Message>"), sourceLocation: place)
  }

  @Test func metadataHasTheCount() async throws {
    try await run { emulated in
      let answer = get(emulated, "?comp=metadata&\(Self.sas)")
      #expect(answer.status == 200)
      #expect(answer.body.isEmpty)
      let count = QueueValues(seed: 1).messageCount(account: "queues10", queue: "orders", at: Emulated.noon)
      #expect(answer.headers["x-ms-approximate-messages-count"] == String(count))
      #expect(answer.headers["x-ms-version"] == "2018-03-28")
      #expect(answer.headers["date"] == "Sun, 01 Mar 2026 12:00:00 GMT")
      #expect(emulated.server.statistics.calls == ["storageQueue": 1])
    }
  }

  @Test func theHostNamesTheAccountToo() async throws {
    try await run { emulated in
      let plain = get(emulated, "?comp=metadata&\(Self.sas)")
      let named = emulated.client.send(
        "GET", "/orders?comp=metadata&\(Self.sas)", Self.version, host: "queues10.queue.core.windows.net")
      #expect(named?.status == 200)
      #expect(named?.headers["x-ms-approximate-messages-count"] == plain.headers["x-ms-approximate-messages-count"])
      #expect(
        emulated.client.send("GET", "/orders?comp=metadata&\(Self.sas)", Self.version, host: "a.queue.test")?.status
          == 404)
    }
  }

  @Test func peekShowsTheFirstMessage() async throws {
    try await run { emulated in
      let values = QueueValues(seed: 1)
      var empty = 0
      for minute in 0..<24 {
        let now = Emulated.noon + 60 * minute + 7
        emulated.server.set(now: now)
        let answer = get(emulated, "/\(Self.peek)\(Self.sas)")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/xml")
        #expect(answer.body.starts(with: [0xEF, 0xBB, 0xBF]), "a byte-order mark")
        guard let first = values.firstInsertion(account: "queues10", queue: "orders", at: now) else {
          empty += 1
          #expect(answer.text.hasSuffix("?><QueueMessagesList />"))
          #expect(values.messageCount(account: "queues10", queue: "orders", at: now) == 0)
          continue
        }
        #expect(first <= now && values.messageCount(account: "queues10", queue: "orders", at: now) > 0)
        let text = answer.text
        #expect(text.contains("<InsertionTime>\(EmulatedTime.httpText(first))</InsertionTime><ExpirationTime>"))
        #expect(text.contains("<DequeueCount>0</DequeueCount><MessageText>order &lt;0&gt; &amp; more</MessageText>"))
        #expect(text.components(separatedBy: "<QueueMessage>").count == 2)
        #expect(!text.contains("PopReceipt") && !text.contains("TimeNextVisible"))
      }
      #expect(empty > 0 && empty < 24)
    }
  }

  @Test func peekTakesNothingOut() async throws {
    try await run { emulated in
      let before = get(emulated, "?comp=metadata&\(Self.sas)").headers["x-ms-approximate-messages-count"]
      let many = get(emulated, "/messages?peekonly=true&numofmessages=32&\(Self.sas)")
      #expect(many.text.components(separatedBy: "<QueueMessage>").count == 33)
      #expect(get(emulated, "?comp=metadata&\(Self.sas)").headers["x-ms-approximate-messages-count"] == before)
      isRefused(get(emulated, "/messages?numofmessages=1&\(Self.sas)"), 403, "AuthorizationPermissionMismatch")
      for count in ["0", "33", "x"] {
        isRefused(
          get(emulated, "/messages?peekonly=true&numofmessages=\(count)&\(Self.sas)"), 400, "InvalidQueryParameterValue"
        )
      }
    }
  }

  @Test func theSignatureMustBeTheWholeOne() async throws {
    try await run { emulated in
      for sas in [
        "", Self.sas.replacing("sp=r", with: "sp=raup"), Self.sas.replacing("%3D", with: "%253D"),
        Self.sas.split(separator: "&").dropLast().joined(separator: "&"),
      ] {
        isRefused(get(emulated, "?comp=metadata&\(sas)"), 403, "AuthenticationFailed")
        isRefused(get(emulated, "/\(Self.peek)\(sas)"), 403, "AuthenticationFailed")
      }
    }
    try await run {
      $0.sasToken = "?sv=1&se=2026-03-01T12:00:01Z&sig=a"
    } _: { emulated in
      let target = "?comp=metadata&sv=1&sig=a&se=2026-03-01T12%3A00%3A01Z"
      #expect(get(emulated, target).status == 200)
      emulated.server.set(now: Emulated.noon + 1)
      isRefused(get(emulated, target), 403, "AuthenticationFailed")
    }
  }

  @Test func aMissingQueueIsNotFound() async throws {
    try await run { emulated in
      for rest in ["?comp=metadata&\(Self.sas)", "/\(Self.peek)\(Self.sas)"] {
        isRefused(get(emulated, rest, queue: "others"), 404, "QueueNotFound")
      }
      isRefused(get(emulated, "?comp=metadata", queue: "others"), 403, "AuthenticationFailed")
      emulated.server.set(removed: [emulated.first("StorageQueue").id])
      isRefused(get(emulated, "?comp=metadata&\(Self.sas)"), 404, "QueueNotFound")
      // There is no host for an account that nobody has.
      #expect(emulated.client.send("GET", "/nobody/orders?comp=metadata&\(Self.sas)", Self.version)?.status == 404)
      #expect(emulated.server.statistics.calls["other"] == 1)
    }
  }

  @Test func theVersionIsNeeded() async throws {
    try await run { emulated in
      for headers in [[:], ["x-ms-version": "2017-11-09"]] {
        isRefused(get(emulated, "?comp=metadata&\(Self.sas)", headers), 400, "InvalidHeaderValue")
      }
      #expect(get(emulated, "?comp=metadata&\(Self.sas)", ["x-ms-version": "2026-04-06"]).status == 200)
      isRefused(get(emulated, "?comp=acl&\(Self.sas)"), 400, "InvalidQueryParameterValue")
    }
  }
}
