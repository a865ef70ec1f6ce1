import Testing

@testable import AzureEmulator

/// azure-apis 3.3.
@Suite struct NamespacesTests {
  @Test func aResourceHasThePlatformsNamespace() async throws {
    try await Emulated.run { emulated in
      let resource = emulated.first("SqlDatabase")
      let answer = emulated.get("/\(resource.id)/providers/microsoft.insights/metricNamespaces?api-version=2024-02-01")
      #expect(answer.status == 200)
      let namespaces = answer.json["value"].array
      #expect(namespaces.map { $0["classification"].text } == ["Platform"])
      #expect(namespaces.first?["properties"]["metricNamespaceName"].text == "microsoft.sql/servers/databases")
      #expect(namespaces.first?["name"].text == "microsoft.sql-servers-databases")
      #expect(emulated.get("/\(resource.id)/providers/microsoft.insights/metricNamespaces").status == 400)
    }
  }

  /// OpenID Connect Discovery 1.0, section 4.
  @Test func clientsFindTheTokenEndpointAtThePublicAddress() async throws {
    try await Emulated.run {
      $0.publicEndpoint = "https://azure.test"
    } _: { emulated in
      let answer = emulated.get("/tenant/v2.0/.well-known/openid-configuration")
      #expect(answer.json["token_endpoint"].text == "https://azure.test/tenant/oauth2/v2.0/token")
      let token = Emulated.signIn(emulated.client, scope: "https://azure.test/.default").json["access_token"].text
      let id = emulated.first("KeyVault").id
      let path = "/\(id)/providers/microsoft.insights/metricDefinitions?api-version=2024-02-01"
      #expect(emulated.get(path, token: token).status == 200)
      #expect(emulated.get(path).status == 401, "a token for its own address is not for this one")
    }
  }
}
