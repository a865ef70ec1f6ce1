import AzureEmulator
import Foundation
import Testing

/// azure-apis 3.5.
@Suite struct SubscriptionMetricsTests {
  private static let now = 1_795_521_630
  private let core: EmulatorCore
  private let estate: Estate
  private let token: String

  init() {
    var configuration = EmulatorConfiguration()
    let types = EmulatedType.all.filter { $0.name == "VirtualMachine" || $0.name == "KeyVault" }
    configuration.estate = Estate(seed: 3, resources: 24, subscriptions: 1, regions: 1, types: types)
    configuration.fixedNow = Self.now
    core = EmulatorCore(configuration)
    estate = configuration.estate
    token = core.issueToken(audience: "http://127.0.0.1:1")
  }

  private var path: String {
    "/subscriptions/\(estate.resources[0].subscriptionID)/providers/microsoft.insights/metrics?api-version=2024-02-01"
  }

  private func ask(_ query: String, _ method: String = "GET", body: String = "", token: String? = nil) -> (
    status: Int, json: [String: Any]
  ) {
    let answer = core.answer(
      method, path + query, headers: ["authorization": "Bearer \(token ?? self.token)"], body: body)
    let json = answer.flatMap { try? JSONSerialization.jsonObject(with: Data($0.body)) } as? [String: Any]
    return (answer?.status ?? 0, json ?? [:])
  }

  private func series(_ json: [String: Any]) -> [[String: Any]] {
    ((json["value"] as? [[String: Any]])?.first?["timeseries"] as? [[String: Any]]) ?? []
  }

  private var region: String { estate.resources[0].region }
  private let machines = "&metricnamespace=microsoft.compute/virtualmachines&metricnames=Percentage%20CPU&interval=PT5M"

  @Test func everyResourceHasASeriesWhereTheAnswerIsSplitByThem() throws {
    let (status, json) = ask("&region=\(region)\(machines)&top=100&$filter=Microsoft.ResourceId%20eq%20'*'")
    #expect(status == 200 && series(json).count == 12)
    let first = try #require((series(json)[0]["metadatavalues"] as? [[String: Any]])?.first)
    #expect((first["name"] as? [String: String])?["value"] == "microsoft.resourceid")
    #expect((first["value"] as? String)?.hasPrefix("/subscriptions/") == true)
    let id = (json["value"] as? [[String: Any]])?.first?["id"] as? String
    #expect(id?.hasPrefix("subscriptions/") == true)
    // Ten series without a word about the others.
    #expect(series(ask("&region=\(region)\(machines)&$filter=Microsoft.ResourceId%20eq%20'*'").json).count == 10)
    // And one for all of them together.
    #expect(series(ask("&region=\(region)\(machines)").json).count == 1)
  }

  @Test func aBodySaysTheSame() {
    let body = """
      {"metricNamespace":"Microsoft.Compute/virtualMachines","metricNames":"Percentage CPU","interval":"PT5M",\
      "filter":"Microsoft.ResourceId eq '*'","top":100}
      """
    #expect(series(ask("&region=\(region)", "POST", body: body).json).count == 12)
    #expect(ask("&region=\(region)&top=5", "POST", body: body).status == 400, "in both places")
    #expect(ask("&region=\(region)", "POST", body: "{\"metricnames\":\"x\"}").status == 400, "members have one case")
  }

  @Test(arguments: [
    ("&metricnamespace=microsoft.compute/virtualmachines", "Missing required region params"),
    ("&region=westeurope", "metricnamespace"),
    ("&region=westeurope&metricnamespace=microsoft.containerservice/managedclusters", "not enabled for Cross Resource"),
    ("&region=westeurope&metricnamespace=microsoft.compute/virtualmachines&$filter=Nothing%20eq%20'*'", "dimension"),
  ]) func whatIsWrongIsRefused(query: String, text: String) {
    let (status, json) = ask(query)
    let message = (json["error"] as? [String: String])?["message"] ?? ""
    #expect(status == 400 && message.contains(text), "\(message)")
  }

  @Test func theRoleAndTheAudienceCount() {
    let query = "&region=\(region)\(machines)"
    #expect(ask(query, token: core.issueToken(audience: "http://127.0.0.1:1/metrics")).status == 401)
    core.set(removed: estate.resources.map(\.id))
    #expect(series(ask(query + "&$filter=Microsoft.ResourceId%20eq%20'*'").json).isEmpty)
  }
}
