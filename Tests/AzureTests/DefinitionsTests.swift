import Azure
import Formats
import Model
import Testing
import Transport

@Test func definitionsAreAskedForWithEverythingEscaped() {
  let ofType = DefinitionsRequest.ofType(
    "microsoft.keyvault/vaults", region: "westeurope", subscriptionID: "S 1", endpoint: "https://arm", token: nil)
  #expect(
    ofType.url
      == "https://arm/subscriptions/S%201/providers/Microsoft.Insights/metricDefinitions?api-version=2024-02-01"
      + "&region=westeurope&metricnamespace=microsoft.keyvault%2Fvaults")
  let id = ResourceID("/subscriptions/S/resourceGroups/r g/providers/P/t/a?b")
  let one = DefinitionsRequest.of(id, namespace: "custom/space", endpoint: "https://arm", token: nil)
  #expect(
    one.url
      == "https://arm/subscriptions/S/resourceGroups/r%20g/providers/P/t/a%3Fb/providers/Microsoft.Insights/"
      + "metricDefinitions?api-version=2024-02-01&metricnamespace=custom%2Fspace")
  let namespaces = DefinitionsRequest.namespaces(of: id, endpoint: "https://arm", token: nil)
  #expect(namespaces.url.hasSuffix("/providers/Microsoft.Insights/metricNamespaces?api-version=2024-02-01"))
  #expect(Set([ofType, one, namespaces].map(\.api)) == [.definitions])
}

@Test func namespacesHaveTheirUnescapedNames() throws {
  let body = """
    {"value":[{"name":"microsoft.insights-components","classification":"Custom",
      "properties":{"metricNamespaceName":"azure.applicationinsights"}},
      {"name":"x","classification":"Platform","properties":{"metricNamespaceName":"microsoft.insights/components"}},
      {"name":"y"}]}
    """
  #expect(
    try MetricNamespace.all(Array(body.utf8)) == [
      .init(name: "azure.applicationinsights", isPlatform: false),
      .init(name: "microsoft.insights/components", isPlatform: true),
    ])
  #expect(throws: JSONError.self) { try MetricNamespace.all(Array("[]".utf8)) }
}

@Test(
  arguments: [
    ("Failed to find metric configuration for provider: P, resource Type: t, metric: A b, Valid metrics: C,D", "A b"),
    ("Failed to find metric configuration for provider: P, resource Type: t, metric: X", "X"),
    ("Metric: X does not support requested dimension", nil),
  ] as [(String, String?)])
func azureNamesTheMetricThatItDoesNotKnow(message: String, name: String?) {
  #expect(AzureError(status: 400, code: "BadRequest", message: message).unknownMetric == name)
}
