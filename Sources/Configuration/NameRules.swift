import Catalog
import Formats

extension MetricRule {
  /// The rules about names that receivers take otherwise, or not at all, and about what is named twice.
  static let ofNames: [MetricRule] = [
    MetricRule(rule: .duplicateResource) { facts in
      guard let type = facts.type else { return [] }
      let keys = ["subscriptionId", "resourceGroupName"] + type.fields.filter { !$0.isSecret }.map(\.key)
      var lines: [[String]: Int] = [:]
      return facts.section.sections("resources").compactMap { resource in
        let identity = keys.map { (resource.text($0) ?? "").lowercased() }
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
      guard let name = facts.section.word("name"), PrometheusName.metric(name) != name else { return [] }
      return [
        Fault(
          position: facts.section.position(of: "name"),
          message: "Prometheus will know \(quoted(name)) as \(clipped(PrometheusName.metric(name)))",
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
      guard let type = facts.type else { return [] }
      let builtIn = ["resource_group", "subscription_id", "resource_uri", "instance_name"]
      var taken = Set(builtIn + type.labels.map(\.name) + [type.entity?.label].compactMap(\.self))
      taken.formUnion(facts.dimensions.map { PrometheusName.label($0) })
      return facts.section.pairs("labels").compactMap { pair in
        guard !taken.insert(PrometheusName.label(pair.name)).inserted else { return nil }
        return Fault(
          position: facts.section.position(of: pair),
          message: "the label \(quoted(pair.name)) is left out, because the series has another of that name",
          remedy: "give it another name")
      }
    },
  ]

  /// Whose families have the name; nil for nobody's.
  private static func owner(of name: String) -> String? {
    let exporter = ["node_textfile_", "node_scrape_", "promhttp_", "go_", "process_"]
    if name == "node_exporter_build_info" || exporter.contains(where: name.hasPrefix) {
      return "node_exporter, which drops files that have it"
    }
    let own = ["swath_", "promitor_scrape_", "promitor_ratelimit_"]
    return own.contains(where: name.hasPrefix) ? "Swath's own metrics" : nil
  }
}

extension Section {
  /// A label whose name Prometheus knows otherwise.
  func renamed(_ pair: Pair) -> MetricRule.Fault? {
    let exposed = PrometheusName.label(pair.name)
    // Promitor lowers names and replaces slashes too, and users know that.
    guard exposed != pair.name.lowercased().replacing("/", with: "_") else { return nil }
    return MetricRule.Fault(
      position: position(of: pair),
      message: "Prometheus will know the label \(quoted(pair.name)) as \(clipped(exposed))",
      remedy: "use letters, digits and underscores alone")
  }
}
