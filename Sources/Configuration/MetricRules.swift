import Catalog
import Formats

/// What the rules of a metric may look at.
struct MetricFacts {
  let section: Section
  /// nil where it is unknown, which is reported at its own place.
  let type: ResourceType?
  let configuration: Section?
  /// The names of the dimensions to split by.
  let dimensions: [String]
}

/// A rule over more than one key of a metric: a row.
struct MetricRule: Sendable {
  let rule: Rule
  /// The names of the resource types that it is for; nil for all.
  var types: Set<String>?
  /// Where and how a metric breaks it, and what to do.
  let faults: @Sendable (MetricFacts) -> [Fault]

  struct Fault {
    let position: SourcePosition
    let message, remedy: String
  }

  /// Reports what is wrong with a metric; whether nothing of it is an error.
  static func report(for facts: MetricFacts, _ diagnostics: inout Diagnostics) -> Bool {
    var isSound = true
    for row in all {
      if let types = row.types, !(facts.type.map { types.contains($0.name) } ?? false) { continue }
      for fault in row.faults(facts) {
        diagnostics.report(row.rule, at: fault.position, fault.message, help: fault.remedy)
        if row.rule.severity == .error { isSound = false }
      }
    }
    return isSound
  }

  /// In the order of the reference.
  static let all: [MetricRule] = [
    MetricRule(rule: .noResources) { facts in
      let keys = ["resources", "resourceDiscoveryGroups"]
      guard facts.type != nil,
        keys.allSatisfy({ facts.section.sections($0).isEmpty && !facts.section.isUnreadable($0) })
      else { return [] }
      let key = facts.section.has("resources") ? "resources" : "resourceDiscoveryGroups"
      let name = quoted(facts.section.text("name") ?? "")
      return [
        Fault(
          position: facts.section.position(of: key), message: "the metric \(name) has no resources to ask",
          remedy: "list some under 'resources:', or a group under 'resourceDiscoveryGroups:'")
      ]
    },
    MetricRule(rule: .aggregationNone) { facts in
      guard let query = facts.configuration?.section("aggregation"), query.text("type") == "None" else { return [] }
      return [
        Fault(
          position: query.position(of: "type"), message: "None is no aggregation: the average is asked for",
          remedy: "write Average, Count, Minimum, Maximum or Total")
      ]
    },
    MetricRule(rule: .bothDimensions) { facts in
      guard let configuration = facts.configuration, configuration.section("dimension") != nil,
        !configuration.sections("dimensions").isEmpty
      else { return [] }
      return [
        Fault(
          position: configuration.position(of: "dimension"), message: "'dimension' stands beside 'dimensions'",
          remedy: "keep 'dimensions' alone")
      ]
    },
    MetricRule(rule: .tooManyDimensions, types: ["ServiceBusNamespace"]) { facts in
      guard let configuration = facts.configuration, facts.dimensions.count > 1 else { return [] }
      return [
        Fault(
          position: configuration.position(of: "dimensions"),
          message:
            "a metric of \(facts.type?.name ?? "") can be split by one dimension, not by \(facts.dimensions.count)",
          remedy: "keep one of them, and declare another metric for each other")
      ]
    },
    MetricRule(rule: .entityDimension, types: ["ServiceBusNamespace"]) { facts in
      guard let entity = facts.type?.entity,
        facts.dimensions.contains(where: { $0.equalsIgnoringCase(entity.dimension) })
      else { return [] }
      return facts.section.sections("resources").flatMap { resource in
        entity.fields.filter { resource.word($0) != nil }.map { field in
          Fault(
            position: resource.position(of: field),
            message: "the metric is split by \(entity.dimension), so it cannot be narrowed to one '\(field)'",
            remedy: "remove '\(field)', or the dimension")
        }
      }
    },
    MetricRule(rule: .twoEntities, types: ["ServiceBusNamespace"]) { facts in
      guard let fields = facts.type?.entity?.fields else { return [] }
      return facts.section.sections("resources").compactMap { resource in
        let given = fields.filter { resource.word($0) != nil }
        guard given.count > 1, let last = given.last else { return nil }
        return Fault(
          position: resource.position(of: last),
          message:
            "a resource is narrowed to one of \(given.map { "'\($0)'" }.joined(separator: " and ")), not to both",
          remedy: "declare a resource for each")
      }
    },
  ]
}
