internal import Model
internal import Planning

/// The lists of the landscape as the rows of Promitor's metrics of it, each with the values of its labels.
struct LandscapeRows {
  private let groups: [FoundGroup]

  init(_ groups: [FoundGroup]) {
    self.groups = groups
  }

  /// By the labels of `SelfMetric.subscriptionInfo`.
  var subscriptions: [[String]] {
    rows(.subscriptions) { _, value in
      [
        value("tenantId"), value("name"), value("subscriptionId"), Self.told(value("state")),
        Self.told(value("spendingLimit")), Self.told(value("quotaId")), Self.told(value("authorization")),
      ]
    }
  }

  /// By the labels of `SelfMetric.resourceGroupInfo`.
  var resourceGroups: [[String]] {
    rows(.resourceGroups) { row, value in
      [
        value("tenantId"), value("subscriptionId"), value("name"), Self.told(row.region),
        Self.told(value("provisioningState")), Self.told(value("managedBy")),
      ]
    }
  }

  private func rows(
    _ part: Landscape, _ labels: (FoundResource, (String) -> String) -> [String]
  ) -> [[String]] {
    let found = groups.first { $0.name == part.name }?.resources ?? []
    return found.map { row in
      labels(row) { column in
        let place = part.place(of: column)
        return place < row.details.count ? row.details[place] : ""
      }
    }
  }

  /// Promitor's word for what Azure does not tell.
  private static func told(_ text: String) -> String { text.isEmpty ? "n/a" : text }
}
