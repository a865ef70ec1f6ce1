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
        if !group.types.contains(where: { $0 === metric.type }) {
          let types = group.types.map(\.name).joined(separator: ", ")
          let asked = group.types.count == 1 ? "its resources are asked as \(types)" : "none of its resources is asked"
          diagnostics.report(
            .groupOfOtherType, at: metric.position,
            "the metric \(quoted(metric.name)) of \(metric.type.name) names the group \(quoted(name)) of \(types)",
            help: "\(asked); name a group of \(metric.type.name) if that is not meant")
        }
      }
    }
  }
}

extension DiscoveryGroup {
  fileprivate init?(_ section: Section, defaults: Section?, _ diagnostics: inout Diagnostics) {
    let types = section.discoveredTypes(&diagnostics)
    guard let name = section.word("name"), let types else { return nil }
    let parts = [section, defaults].compactMap(\.self)
    let criteria = parts.compactMap { $0.section("criteria") }
    self.init(
      name: name, types: types, include: Criteria(criteria.compactMap { $0.section("include") }),
      exclude: Criteria(criteria.compactMap { $0.section("exclude") }),
      predicate: criteria.lazy.compactMap { $0.word("predicate") }.first,
      scope: section.scope(isRequired: false, &diagnostics),
      limit: parts.lazy.compactMap { $0.integer("limit") }.first, position: section.position)
  }
}

extension Section {
  /// What a group is to find, by the keys `type` and `types`; nil where a part of it is not sound.
  fileprivate func discoveredTypes(_ diagnostics: inout Diagnostics) -> [ResourceType]? {
    let place = position(of: "types")
    var types = [resourceType("type")].compactMap(\.self)
    let isUnreadable = isUnreadable("type") || isUnreadable("types")
    if has("types"), !types.isEmpty || isUnreadable {
      diagnostics.report(
        .bothTypes, at: place, "'types' stands beside 'type', and a group has one of the two",
        help: "remove 'type', and list its value under 'types' if it is meant too")
      return nil
    }
    var isSound = true
    for text in texts("types") {
      do {
        let type = try ResourceTypes.checked(text, ignoringCase: true)
        if types.contains(where: { $0 === type }) {
          diagnostics.report(
            .duplicateType, at: place, "the type \(type.name) stands more than once in the list",
            help: "leave the repetitions out")
        } else {
          types.append(type)
        }
      } catch {
        diagnostics.report(error.rule, at: place, error.message(), help: error.remedy())
        isSound = false
      }
    }
    for type in types where type.discovery == nil {
      diagnostics.report(
        .notDiscoverable, at: has("types") ? place : position(of: "type"),
        "resources of the type \(type.name) cannot be discovered",
        help: "declare them under 'resources:' of the metric")
      isSound = false
    }
    if types.isEmpty, isSound, !isUnreadable {
      diagnostics.report(
        .groupWithoutType, at: position, "a discovery group has neither 'type' nor 'types'",
        help: "add 'type:' with the type of its resources, or 'types:' with several")
    }
    return isSound && !types.isEmpty ? types : nil
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
