import Catalog
import Formats

/// What the rules of a metric may look at.
struct MetricFacts {
  let section: Section
  /// nil where it is unknown, which is reported at its own place.
  let type: ResourceType?
  let configuration: Section?
  let logs: Section?
  /// The names of the dimensions to split by.
  let dimensions: [String]
  /// The length of a bucket in seconds; nil where it is not known.
  let interval: Int?
  /// What is known of Azure's metrics; nil where no advice is wanted.
  let knowledge: MetricKnowledge?
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
    /// Made where they are wanted: of more faults than anybody reads, they are not.
    let message, remedy: () -> String

    init(
      position: SourcePosition, message: @escaping @autoclosure () -> String,
      remedy: @escaping @autoclosure () -> String
    ) {
      self.position = position
      self.message = message
      self.remedy = remedy
    }
  }

  /// Reports what is wrong with a metric; whether nothing of it is an error.
  static func report(for facts: MetricFacts, _ diagnostics: inout Diagnostics) -> Bool {
    var isSound = true
    for row in all {
      if row.rule.isAdvice, !diagnostics.givesAdvice { continue }
      if let types = row.types, !(facts.type.map { types.contains($0.name) } ?? false) { continue }
      for fault in row.faults(facts) {
        diagnostics.report(row.rule, at: fault.position, fault.message(), help: fault.remedy())
        if row.rule.severity == .error { isSound = false }
      }
    }
    return isSound
  }

  /// In the order of the reference.
  static let all = general + ofEntities + ofSources + ofNames + ofKnowledge

  private static let general: [MetricRule] = [
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
  ]
}
