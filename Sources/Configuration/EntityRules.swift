import Catalog

/// The types whose metrics Promitor splits by at most one dimension.
private let messaging = ["ServiceBusNamespace", "EventHubs"]

extension MetricRule {
  /// The rules about entities: the parts of resources, such as queues, to which metrics are narrowed.
  static let ofEntities: [MetricRule] = [
    MetricRule(rule: .tooManyDimensions, types: messaging) { facts in
      guard let configuration = facts.configuration, facts.dimensions.count > 1 else { return [] }
      return [
        Fault(
          position: configuration.position(of: "dimensions"),
          message:
            "a metric of \(facts.type?.name ?? "") can be split by one dimension, not by \(facts.dimensions.count)",
          remedy: "keep one of them, and declare another metric for each other")
      ]
    },
    MetricRule(rule: .entityDimension, types: messaging) { facts in
      guard let dimension = facts.entityDimension, facts.isSplit(by: dimension) else { return [] }
      return facts.entities.map { resource, field in
        Fault(
          position: resource.position(of: field),
          message: "the metric is split by \(dimension), so it cannot be narrowed to one '\(field)'",
          remedy: "remove '\(field)', or the dimension")
      }
    },
    MetricRule(rule: .twoEntities) { facts in
      guard let fields = facts.type?.entity?.fields, fields.count > 1 else { return [] }
      return facts.resources.compactMap { resource in
        let given = fields.filter { resource.word($0) != nil }
        guard given.count > 1, let last = given.last else { return nil }
        return Fault(
          position: resource.position(of: last),
          message:
            "a resource is narrowed to one of \(given.map { "'\($0)'" }.joined(separator: " and ")), not to both",
          remedy: "declare a resource for each")
      }
    },
    MetricRule(rule: .runbookMetric, types: ["AutomationAccount"]) { facts in
      guard let name = facts.azureName, !name.equalsIgnoringCase("TotalJob") else { return [] }
      return facts.entities.map { resource, field in
        Fault(
          position: resource.position(of: field),
          message: "Azure splits TotalJob alone by runbook, not \(quoted(name))",
          remedy: "remove '\(field)', or ask for TotalJob")
      }
    },
    MetricRule(rule: .wholeOfEntity) { facts in
      guard let type = facts.type, type.name != "AutomationAccount", let name = facts.azureName,
        facts.entityDimension == nil
      else { return [] }
      return facts.entities.map { resource, field in
        Fault(
          position: resource.position(of: field),
          message: "Azure does not split \(quoted(name)) so: '\(field)' shows the value of the whole resource",
          remedy: "remove '\(field)'")
      }
    },
    MetricRule(rule: .unusedDimensions) { facts in
      guard let entity = facts.type?.entity, let dimension = facts.entityDimension, !facts.dimensions.isEmpty,
        let configuration = facts.configuration
      else { return [] }
      let key = configuration.section("dimension") == nil ? "dimensions" : "dimension"
      func fault(_ message: String) -> [Fault] {
        [Fault(position: configuration.position(of: key), message: message, remedy: "remove them, if that is meant")]
      }
      if facts.isSplit(by: dimension) {
        let isOther = entity.undeclared == .asDeclared && !facts.entities.isEmpty
        return isOther ? fault("resources that say '\(entity.fields[0])' are not split by \(dimension)") : []
      }
      let isWhole = facts.entities.count < facts.resources.count || facts.hasGroups
      guard entity.undeclared != .asDeclared, isWhole else { return [] }
      return fault("resources that say no '\(entity.fields[0])' are split by \(dimension) alone, as in Promitor")
    },
  ]
}

extension MetricFacts {
  fileprivate var hasGroups: Bool { !section.sections("resourceDiscoveryGroups").isEmpty }
}
