import Catalog
import Formats

extension MetricRule {
  /// The rules about names that receivers take otherwise, or not at all, and about what is named twice.
  static let ofNames: [MetricRule] = [
    MetricRule(rule: .duplicateResource) { facts in
      guard let type = facts.type, facts.resources.count > 1 else { return [] }
      let keys = ["subscriptionId", "resourceGroupName"] + type.fields.filter { !$0.isSecret }.map(\.key)
      var lines: [String: Int] = [:]
      return facts.resources.compactMap { resource in
        // No name in Azure has a zero byte.
        let identity = keys.reduce(into: "") { $0 += (resource.text($1) ?? "").lowercased() + "\0" }
        guard let line = lines[identity] else {
          lines[identity] = resource.position.line
          return nil
        }
        return Fault(
          position: resource.position, message: "the resource is already listed in line \(line); it is asked once",
          remedy: "remove one of the two")
      }
    },
    MetricRule(rule: .familyName) { facts in
      guard let name = facts.section.word("name") else { return [] }
      let exposed = PrometheusName.metric(name)
      guard exposed != name else { return [] }
      return [
        Fault(
          position: facts.section.position(of: "name"),
          message: "Prometheus will know \(quoted(name)) as \(clipped(exposed))",
          remedy: "use letters, digits, underscores and colons alone")
      ]
    },
    MetricRule(rule: .familyTaken) { facts in
      guard let name = facts.section.word("name"), let owner = owner(of: PrometheusName.metric(name)) else {
        return []
      }
      return [
        Fault(
          position: facts.section.position(of: "name"), message: "\(quoted(name)) is a name of \(owner)",
          remedy: "choose another prefix")
      ]
    },
    MetricRule(rule: .labelName) { facts in
      facts.section.pairs("labels").compactMap { facts.section.renamed($0) }
    },
    MetricRule(rule: .labelTaken) { facts in
      let pairs = facts.section.pairs("labels")
      guard let type = facts.type, !pairs.isEmpty else { return [] }
      let exposed = pairs.map { PrometheusName.label($0.name) }
      return exposed.indices.compactMap { place in
        let (pair, name) = (pairs[place], exposed[place])
        // Looking through them is faster than a set, as there are few.
        let isTaken =
          builtIn.contains(name) || exposed[..<place].contains(name) || type.entity?.label == name
          || type.labels.contains { $0.name == name } || facts.dimensions.contains { PrometheusName.label($0) == name }
        guard isTaken else { return nil }
        return Fault(
          position: facts.section.position(of: pair),
          message: "the label \(quoted(pair.name)) is left out, because the series has another of that name",
          remedy: "give it another name")
      }
    },
  ]

  /// The labels that every series has.
  private static let builtIn = ["resource_group", "subscription_id", "resource_uri", "instance_name"]
  /// What the names of families begin with that are not free.
  private static let exporter = ["node_textfile_", "node_scrape_", "promhttp_", "go_", "process_"]
  private static let own = ["swath_", "promitor_scrape_", "promitor_ratelimit_", "promitor_azure_landscape_"]

  /// Whose families have the name; nil for nobody's.
  private static func owner(of name: String) -> String? {
    // Most names begin otherwise, and need no further look.
    guard let first = name.utf8.first, "ngps".utf8.contains(first) else { return nil }
    if name == "node_exporter_build_info" || exporter.contains(where: name.hasPrefix) {
      return "node_exporter, which drops files that have it"
    }
    return own.contains(where: name.hasPrefix) ? "Swath's own metrics" : nil
  }
}

extension Section {
  /// A label whose name Prometheus knows otherwise.
  func renamed(_ pair: Pair) -> MetricRule.Fault? {
    let exposed = PrometheusName.label(pair.name)
    if exposed == pair.name { return nil }
    // Promitor lowers names and replaces slashes too, and users know that.
    guard exposed != pair.name.lowercased().replacing("/", with: "_") else { return nil }
    return MetricRule.Fault(
      position: position(of: pair),
      message: "Prometheus will know the label \(quoted(pair.name)) as \(clipped(exposed))",
      remedy: "use letters, digits and underscores alone")
  }
}
