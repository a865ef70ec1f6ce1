package import Model

/// What Promitor's discovery agent tells of the landscape itself, as questions to Azure Resource Graph over whatever
/// may be seen.
package enum Landscape: CaseIterable, Sendable {
  case subscriptions, resourceGroups

  /// Under what its list is kept and spoken of.
  package var name: String {
    switch self {
    case .subscriptions: "the landscape's subscriptions"
    case .resourceGroups: "the landscape's resource groups"
    }
  }

  /// Whether the list of this name is one of the landscape, and not of a group.
  package static func isName(_ name: String) -> Bool { allCases.contains { $0.name == name } }

  /// For how long a list is good, in seconds: as often as Promitor asks.
  var life: Int {
    switch self {
    case .subscriptions: 3600
    case .resourceGroups: 900
    }
  }

  /// The columns of a row as texts, in the order of `FoundResource.details`.
  package var columns: [String] { all.map(\.name) }

  /// The place of a column there.
  package func place(of column: String) -> Int { all.firstIndex { $0.name == column } ?? 0 }

  private var all: [(name: String, value: String)] {
    let shared = ["tenantId", "subscriptionId", "name"].map { ($0, $0) }
    switch self {
    case .subscriptions:
      return shared + [
        ("state", "tostring(properties.state)"),
        ("spendingLimit", "tostring(properties.subscriptionPolicies.spendingLimit)"),
        ("quotaId", "tostring(properties.subscriptionPolicies.quotaId)"),
        ("authorization", "tostring(properties.authorizationSource)"),
      ]
    case .resourceGroups:
      return shared + [
        ("provisioningState", "tostring(properties.provisioningState)"), ("managedBy", "managedBy"),
      ]
    }
  }

  private var type: String {
    switch self {
    case .subscriptions: "microsoft.resources/subscriptions"
    case .resourceGroups: "microsoft.resources/subscriptions/resourcegroups"
    }
  }

  fileprivate static let table = "ResourceContainers"

  /// The query in KQL. Rows are ordered by id, without which pages could repeat and leave out.
  var text: String {
    let columns = ["id", "location"] + all.map { $0.name == $0.value ? $0.name : "\($0.name) = \($0.value)" }
    return """
      \(Self.table)
      | where type =~ '\(type)'
      | project \(columns.joined(separator: ", "))
      | order by id asc
      """
  }
}

extension FoundGroup {
  /// Whether it is a list of the landscape, which no metric names: groups are asked for in another table.
  package var isOfLandscape: Bool { fingerprint.hasPrefix(Landscape.table) }
}
