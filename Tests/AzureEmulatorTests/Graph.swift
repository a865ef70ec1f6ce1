@testable import AzureEmulator

extension Emulated {
  static let graph = "/providers/Microsoft.ResourceGraph/resources"

  /// Asks Resource Graph. All but the query are JSON.
  func query(
    _ text: String, subscriptions: String? = nil, managementGroups: String? = nil,
    options: String = "{\"resultFormat\":\"objectArray\"}",
    version: String = "2022-10-01"
  ) -> WireAnswer {
    let scope =
      (subscriptions.map { "\"subscriptions\":\($0)," } ?? "")
      + (managementGroups.map { "\"managementGroups\":\($0)," } ?? "")
    return post(
      "\(Self.graph)?api-version=\(version)", "{\(scope)\"query\":\(text.json),\"options\":\(options)}")
  }

  /// The values of a column of an answer in the form of objects.
  static func column(_ name: String, _ answer: WireAnswer) -> [String] {
    answer.json["data"].array.compactMap { $0[name].text }
  }

  /// An estate of the given size instead of the demo's.
  static func estate(of resources: Int) -> @Sendable (inout EmulatorConfiguration) -> Void {
    { configuration in
      configuration.estate = Estate(seed: 1, resources: resources, subscriptions: 2)
      configuration.graphQuota = .max
    }
  }
}
