import Catalog
import Formats

/// A rule over more than one key of a metric: a row.
struct MetricRule: Sendable {
  let rule: Rule
  /// The names of the resource types that it is for; nil for all.
  var types: [String]?
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
    // In place, because there are many metrics and a row is dear to copy.
    for index in all.indices where all[index].applies(to: facts, diagnostics) {
      for fault in all[index].faults(facts) {
        let rule = all[index].rule
        diagnostics.report(rule, at: fault.position, fault.message(), help: fault.remedy())
        if rule.severity == .error { isSound = false }
      }
    }
    return isSound
  }

  private func applies(to facts: MetricFacts, _ diagnostics: Diagnostics) -> Bool {
    if rule.isAdvice, !diagnostics.givesAdvice { return false }
    guard let types else { return true }
    return facts.type.map { types.contains($0.name) } ?? false
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
