import Testing

@testable import AzureEmulator

/// azure-apis 1.1, 1.5 and 9.2.
@Suite struct TokenTests {
  @Test func goodSignInGivesAToken() async throws {
    try await Emulated.run { emulated in
      let answer = Emulated.signIn(emulated.client, scope: emulated.server.endpoint + "/.default")
      #expect(answer.status == 200)
      #expect(answer.json["token_type"].text == "Bearer")
      #expect(answer.json["expires_in"].number == 3599)
      #expect(answer.json["access_token"].text?.isEmpty == false)
      #expect(emulated.server.statistics.calls == ["token": 1])
    }
  }

  @Test(arguments: [
    ("client_secret", "wrong", 401, "invalid_client", 7_000_215),
    ("client_id", "00000000-0000-0000-0000-0000000000cc", 400, "unauthorized_client", 700_016),
    ("scope", "http://127.0.0.1/", 400, "invalid_scope", 70_011),
    ("scope", "a/.default b/.default", 400, "invalid_scope", 70_011),
    ("grant_type", "password", 400, "unsupported_grant_type", 70_003),
  ]) func refusals(field: String, value: String, status: Int, error: String, code: Int) async throws {
    try await Emulated.run { emulated in
      let answer = Emulated.signIn(emulated.client, scope: emulated.server.endpoint + "/.default", [field: value])
      #expect(answer.status == status)
      #expect(answer.json["error"].text == error)
      #expect(answer.json["error_codes"].array.map(\.number) == [Double(code)])
      #expect(answer.json["error_description"].text?.hasPrefix("AADSTS\(code): ") == true)
      #expect(answer.json["error_description"].text?.contains("\r\nTrace ID: ") == true)
      #expect(answer.json["timestamp"].text == "2026-03-01 12:00:00Z")
    }
  }

  @Test func tenantAndContentTypeAreChecked() async throws {
    try await Emulated.run { emulated in
      let scope = emulated.server.endpoint + "/.default"
      let tenant = Emulated.signIn(emulated.client, tenant: "other", scope: scope)
      #expect(tenant.status == 400)
      #expect(tenant.json["error_codes"][0].number == 90_002)
      #expect(Emulated.signIn(emulated.client, scope: scope, contentType: "application/json").status == 400)
    }
  }

  @Test func tokensAreBoundToTheirAudienceAndLife() async throws {
    try await Emulated.run { emulated in
      let target = "/\(emulated.first("KeyVault").id)/providers/Microsoft.Insights/metrics?api-version=2024-02-01"
      #expect(emulated.get(target).status == 200)
      for (token, code) in [
        (emulated.metricsToken, "InvalidAuthenticationTokenAudience"), ("unknown", "InvalidAuthenticationToken"),
      ] {
        let answer = emulated.get(target, token: token)
        #expect(answer.status == 401)
        #expect(answer.json["error"]["code"].text == code)
      }
      #expect(emulated.client.send("GET", target)?.json["error"]["code"].text == "AuthenticationFailed")
      emulated.server.set(now: Emulated.noon + 3598)
      #expect(emulated.get(target).status == 200)
      emulated.server.set(now: Emulated.noon + 3599)
      #expect(emulated.get(target).json["error"]["code"].text == "ExpiredAuthenticationToken")
      emulated.server.set(now: Emulated.noon)
      emulated.server.revokeTokens()
      #expect(emulated.get(target).json["error"]["code"].text == "InvalidAuthenticationToken")
    }
  }

  /// A token that goes where it does not belong is counted, whatever is answered.
  @Test func strayTokensAreCounted() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("KeyVault")
      _ = emulated.metrics(resource, [:])
      _ = emulated.get("/nothing", token: "unknown")
      #expect(emulated.server.statistics.strayTokens == 0)
      emulated.server.set(faults: [Fault(.status(500))])
      let batch = "/westeurope.metrics/subscriptions/\(resource.subscriptionID)/metrics:getBatch"
      for (path, token) in [
        (batch, emulated.token), ("/loganalytics/v1/workspaces/x/query", emulated.metricsToken),
        ("/account/queue", emulated.token), ("/\(resource.id)", emulated.logToken),
      ] {
        let before = emulated.server.statistics.strayTokens
        _ = emulated.get(path, token: token)
        #expect(emulated.server.statistics.strayTokens == before + 1, "\(path)")
      }
      _ = emulated.get(batch, token: emulated.metricsToken)
      let told = emulated.get("/control/statistics", token: "unknown").json["strayTokens"]
      #expect(told.number == 4)
    }
  }
}
