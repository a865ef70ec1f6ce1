import Catalog
import Formats
import Model

extension DiscoveryDeclaration {
  /// Reads a discovery declaration and reports every fault of it; nil where nothing of it can be used.
  package static func read(_ text: [UInt8], file: String, diagnostics: inout Diagnostics) -> DiscoveryDeclaration? {
    guard let document = diagnostics.document(text, file: file) else { return nil }
    guard let root = document.root else {
      diagnostics.report(
        .missingKey, at: SourcePosition(file: file, line: 1, column: 1), "the discovery declaration is empty",
        help: "begin with 'version: v1', or remove the file")
      return nil
    }
    let reader = GrammarReader(origin: Origin(file: file), isBinder: true)
    guard let section = reader.section(root, .discovery, &diagnostics),
      let landscape = section.section("azureLandscape"), let tenant = landscape.word("tenantId"),
      let name = landscape.text("cloud"),
      let cloud = Clouds.named(name) ?? landscape.section("endpoints").flatMap(CloudEndpoints.init(discovery:)),
      section.has("resourceDiscoveryGroups")
    else { return nil }
    var names: [String: Int] = [:]
    var unsound: [String] = []
    let defaults = section.section("resourceDiscoveryDefaults")
    let groups = section.sections("resourceDiscoveryGroups").compactMap { group -> DiscoveryGroup? in
      guard let found = DiscoveryGroup(group, defaults: defaults, &diagnostics) else {
        if let name = group.word("name") { unsound.append(name) }
        return nil
      }
      if let line = names[found.name.lowercased()] {
        diagnostics.report(
          .duplicateGroup, at: group.position(of: "name"),
          "the group \(quoted(found.name)) is already declared in line \(line)",
          help: "give one of the two another name; case does not tell them apart")
        return nil
      }
      names[found.name.lowercased()] = found.position.line
      return found
    }
    return DiscoveryDeclaration(
      tenantID: tenant, cloud: cloud, scope: landscape.scope(isRequired: true, &diagnostics) ?? .subscriptions([]),
      groups: groups, unsound: unsound)
  }

  /// The group of a name, which counts in any case.
  package func group(_ name: String) -> DiscoveryGroup? {
    let name = name.lowercased()
    return groups.first { $0.name.lowercased() == name }
  }

  /// Reports the groups that metrics name and that are not there, or of another type. Without a discovery declaration
  /// none is there.
  package static func check(
    _ discovery: DiscoveryDeclaration?, against metrics: [MetricDeclaration], diagnostics: inout Diagnostics
  ) {
    let groups = discovery?.groups ?? []
    let byName = Dictionary(groups.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    let unsound = Set((discovery?.unsound ?? []).map { $0.lowercased() })
    var suggestions = Suggestions(groups.map(\.name))
    for metric in metrics {
      for name in metric.discoveryGroups where !unsound.contains(name.lowercased()) {
        guard let group = byName[name.lowercased()] else {
          diagnostics.report(
            .unknownGroup, at: metric.position,
            "the metric \(quoted(metric.name)) names the discovery group \(quoted(name)), which "
              + (discovery == nil ? "no discovery declaration declares" : "is not declared") + ": it has no resources",
            help: suggestions.help(
              for: name, else: "declare it in resource-discovery-declaration.yaml, or name it by --discovery"))
          continue
        }
        if group.type.name != metric.type.name {
          diagnostics.report(
            .groupOfOtherType, at: metric.position,
            "the metric \(quoted(metric.name)) of \(metric.type.name) names the group \(quoted(name)) of "
              + "\(group.type.name)",
            help:
              "its resources are asked as \(group.type.name); name a group of \(metric.type.name) if that is not meant")
        }
      }
    }
  }
}

extension DiscoveryGroup {
  fileprivate init?(_ section: Section, defaults: Section?, _ diagnostics: inout Diagnostics) {
    guard let name = section.word("name"), let type = section.resourceType("type") else { return nil }
    guard type.discovery != nil else {
      diagnostics.report(
        .notDiscoverable, at: section.position(of: "type"), "resources of the type \(type.name) cannot be discovered",
        help: "declare them under 'resources:' of the metric")
      return nil
    }
    let parts = [section, defaults].compactMap(\.self)
    let criteria = parts.compactMap { $0.section("criteria") }
    self.init(
      name: name, type: type, include: Criteria(criteria.compactMap { $0.section("include") }),
      exclude: Criteria(criteria.compactMap { $0.section("exclude") }),
      predicate: criteria.lazy.compactMap { $0.word("predicate") }.first,
      scope: section.scope(isRequired: false, &diagnostics),
      limit: parts.lazy.compactMap { $0.integer("limit") }.first, position: section.position)
  }
}

extension DiscoveryGroup.Criteria {
  /// - `sections`: of each key the first that has it counts.
  fileprivate init(_ sections: [Section]) {
    func first(_ key: String) -> Section? { sections.first { $0.has(key) } }
    func texts(_ key: String) -> [String] { first(key)?.texts(key) ?? [] }
    subscriptions = texts("subscriptions")
    resourceGroups = texts("resourceGroups")
    regions = texts("regions")
    names = texts("names")
    tags = (first("tags")?.pairs("tags") ?? []).map { .init(name: $0.name, pattern: $0.value) }
    meansAllTags = first("tagsMatch")?.text("tagsMatch") == "all"
  }
}

extension CloudEndpoints {
  /// A cloud of the user's own, as far as discovery needs one; nil where an address could not be read.
  fileprivate init?(discovery section: Section) {
    guard let authority = section.text("authenticationEndpoint"),
      let resourceManager = section.text("resourceManagerEndpoint")
    else { return nil }
    let manager = Address.withoutSlash(resourceManager)
    self.init(
      name: "Custom", authority: Address.withoutSlash(authority), resourceManager: manager,
      metricsQueryAudience: manager, metricsClientAudience: manager, logAnalytics: nil, storageSuffix: "")
    managementAudience = section.text("managementEndpoint").map(Address.withoutSlash)
  }
}
