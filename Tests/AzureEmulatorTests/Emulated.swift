import Foundation

@testable import AzureEmulator

/// A running emulator with a signed-in client.
struct Emulated {
  /// 2026-03-01T12:00:00Z.
  static let noon = 1_772_366_400

  let server: EmulatorServer
  let client: LoopbackClient
  let estate: Estate
  let token: String
  let metricsToken: String
  let logToken: String

  /// Runs a body against a new emulator whose clock stands at noon, and stops it afterwards.
  static func run(
    _ change: (inout EmulatorConfiguration) -> Void = { _ in }, _ body: (Emulated) async throws -> Void
  ) async throws {
    var configuration = EmulatorConfiguration()
    configuration.fixedNow = noon
    change(&configuration)
    let server = try await EmulatorServer.start(configuration)
    let client = LoopbackClient(port: server.port)
    let emulated = Emulated(
      server: server, client: client, estate: configuration.estate,
      token: signIn(client, scope: server.endpoint + "/.default").json["access_token"].text ?? "",
      metricsToken: signIn(client, scope: server.endpoint + "/metrics/.default").json["access_token"].text ?? "",
      logToken: signIn(client, scope: server.endpoint + "/loganalytics/.default").json["access_token"].text ?? "")
    server.resetStatistics()
    do {
      try await body(emulated)
    } catch {
      try await server.stop()
      throw error
    }
    try await server.stop()
  }

  /// The fields of a good sign-in, of which some may be replaced.
  static func signIn(
    _ client: LoopbackClient, tenant: String = Estate.defaultTenantID, scope: String, _ change: [String: String] = [:],
    contentType: String = "application/x-www-form-urlencoded"
  ) -> WireAnswer {
    let fields = [
      "grant_type": "client_credentials", "client_id": EmulatorConfiguration().clientID,
      "client_secret": EmulatorConfiguration().clientSecret, "scope": scope,
    ].merging(change) { $1 }
    let form = fields.map { "\($0.key)=\(encoded($0.value))" }.joined(separator: "&")
    return client.send("POST", "/\(tenant)/oauth2/v2.0/token", ["Content-Type": contentType], form) ?? WireAnswer()
  }

  static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }

  func get(_ target: String, token: String? = nil, _ headers: [String: String] = [:]) -> WireAnswer {
    client.send(
      "GET", target, headers.merging(["Authorization": "Bearer \(token ?? self.token)"]) { $1 }) ?? WireAnswer()
  }

  func post(_ target: String, _ body: String = "", token: String? = nil, contentType: String = "application/json")
    -> WireAnswer
  {
    client.send(
      "POST", target, ["Authorization": "Bearer \(token ?? self.token)", "Content-Type": contentType], body)
      ?? WireAnswer()
  }

  /// The first resource of a declared type.
  func first(_ type: String) -> EmulatedResource {
    guard let resource = estate.resources.first(where: { $0.type.name == type }) else {
      preconditionFailure("no \(type)")
    }
    return resource
  }

  /// `n` minutes before noon, as a text.
  static func before(_ minutes: Int) -> String { EmulatedTime.text(noon - minutes * 60) }

  /// The metrics of a resource. The window is the ten minutes before noon unless the query says otherwise.
  func metrics(_ resource: EmulatedResource, _ query: [String: String]) -> WireAnswer {
    var query = query
    if query["timespan"] == nil { query["timespan"] = "\(Self.before(10))/\(Self.before(0))" }
    if query["api-version"] == nil { query["api-version"] = "2024-02-01" }
    let text = query.filter { $0.value != "-" }.map { "\($0.key)=\(Self.encoded($0.value))" }.joined(separator: "&")
    return get("/\(resource.id)/providers/Microsoft.Insights/metrics?\(text)")
  }
}
