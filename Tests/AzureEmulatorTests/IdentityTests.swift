import Testing

@testable import AzureEmulator

/// azure-apis 1.3, 1.4 and 1.6 to 1.8.
@Suite struct IdentityTests {
  private func get(_ emulated: Emulated, _ path: String, _ query: [String: String], _ headers: [String: String])
    -> WireAnswer
  {
    let text = query.map { "\($0.key)=\(Emulated.encoded($0.value))" }.joined(separator: "&")
    return emulated.client.send("GET", "\(path)?\(text)", headers) ?? WireAnswer()
  }

  private func query(_ emulated: Emulated, _ version: String, _ more: [String: String] = [:]) -> [String: String] {
    ["api-version": version, "resource": emulated.server.endpoint].merging(more) { $1 }
  }

  @Test func aMachineGetsATokenWhoseValuesAreStrings() async throws {
    try await Emulated.run { emulated in
      let answer = get(
        emulated, "/metadata/identity/oauth2/token", query(emulated, "2018-02-01"), ["Metadata": "true"])
      #expect(answer.status == 200)
      #expect(answer.json["expires_in"].text == "3599")
      #expect(answer.json["expires_on"].text == String(Emulated.noon + 3599))
      #expect(answer.json["refresh_token"].text == "" && answer.json["resource"].text == emulated.server.endpoint)
      let target = "/\(emulated.first("KeyVault").id)/providers/Microsoft.Insights/metrics?api-version=2024-02-01"
      #expect(emulated.get(target, token: answer.json["access_token"].text).status == 200)
    }
  }

  @Test func aMachineIsStrict() async throws {
    try await Emulated.run { emulated in
      let path = "/metadata/identity/oauth2/token"
      let metadata = ["Metadata": "true"]
      for headers in [[:], ["Metadata": "True"]] {
        let answer = get(emulated, path, query(emulated, "2018-02-01"), headers)
        #expect(answer.status == 400 && answer.json["error"].text == "bad_request_102")
      }
      for change in [
        ["client_id": "nobody"], ["msi_res_id": "nobody"],
        ["client_id": EmulatedIdentities().userClientID, "object_id": "x"], ["api-version": "2019-08-01"],
      ] {
        let answer = get(emulated, path, query(emulated, "2018-02-01", change), metadata)
        #expect(answer.status == 400 && answer.json["error"].text == "invalid_request", "\(change)")
      }
      for resource in ["https://other", emulated.server.endpoint + "/.default"] {
        let answer = get(emulated, path, query(emulated, "2018-02-01", ["resource": resource]), metadata)
        #expect(answer.status == 400 && answer.json["error"].text == "invalid_resource")
      }
    }
  }

  @Test func anAppIsAskedForItsHeader() async throws {
    try await Emulated.run { emulated in
      let header = ["X-IDENTITY-HEADER": EmulatedIdentities().header]
      let good = get(
        emulated, "/msi/token", query(emulated, "2019-08-01", ["client_id": EmulatedIdentities().userClientID]), header)
      #expect(good.status == 200 && good.json["expires_on"].text != nil && good.json["expires_in"].text == nil)
      let refused = get(emulated, "/msi/token", query(emulated, "2019-08-01"), [:])
      #expect(refused.status == 401 && refused.json["statusCode"].number == 401 && refused.json["message"].text != nil)
      #expect(get(emulated, "/msi/token", query(emulated, "2018-02-01"), header).status == 400)
    }
  }

  @Test func arcAsksForItsKey() async throws {
    try await Emulated.run { emulated in
      let path = "/arc/metadata/identity/oauth2/token"
      let query = query(emulated, "2020-06-01", ["client_id": EmulatedIdentities().userClientID])
      let challenge = get(emulated, path, query, ["Metadata": "true"])
      #expect(challenge.status == 401)
      #expect(challenge.headers["www-authenticate"] == "Basic realm=/var/opt/azcmagent/tokens/emulated.key")
      let proof = ["Metadata": "true", "Authorization": "Basic \(EmulatedIdentities().arcKey)"]
      let good = get(emulated, path, query, proof)
      #expect(good.status == 200 && good.json["client_id"].text == EmulatedIdentities().userClientID)
      #expect(get(emulated, path, query, ["Metadata": "true", "Authorization": "Basic x"]).status == 401)
      #expect(get(emulated, path, query, ["Authorization": proof["Authorization"] ?? ""]).status == 400)
    }
  }

  private func signIn(_ emulated: Emulated, assertion: String, type: String? = nil) -> WireAnswer {
    let type = type ?? "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    let form = [
      "grant_type": "client_credentials", "client_id": EmulatorConfiguration().clientID,
      "client_assertion_type": type, "client_assertion": assertion, "scope": emulated.server.endpoint + "/.default",
    ].map { "\($0.key)=\(Emulated.encoded($0.value))" }.joined(separator: "&")
    return emulated.client.send(
      "POST", "/\(Estate.defaultTenantID)/oauth2/v2.0/token", ["Content-Type": "application/x-www-form-urlencoded"],
      form)
      ?? WireAnswer()
  }

  @Test func theTokenOfATrustedIssuerSignsIn() async throws {
    try await Emulated.run { emulated in
      #expect(signIn(emulated, assertion: EmulatedIdentities().workloadToken).status == 200)
      #expect(signIn(emulated, assertion: EmulatedIdentities().workloadToken, type: "other").status == 400)
      let refused = signIn(emulated, assertion: "a.b.c")
      #expect(refused.status == 401 && refused.json["error_codes"][0].number == 700213)
    }
  }
}
