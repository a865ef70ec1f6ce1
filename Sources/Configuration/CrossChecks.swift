internal import Catalog
internal import Formats

/// What can only be checked where several parts of a configuration lie side by side.
package struct CrossChecks {
  /// nil where no runtime file belongs to what is checked.
  let settings: RuntimeSettings?
  let declarations: [MetricsDeclaration]
  let discovery: DiscoveryDeclaration?
  let environment: [String: String]
  let unread: Set<FileKind>
  /// Whether somebody else than the discovery declaration says which groups there are.
  let hasOtherGroups: Bool
  /// Whether that is the discovery agent.
  private let asksAgent: Bool
  /// The metrics of all declarations.
  private let metrics: [MetricDeclaration]

  /// - `settings`: nil where the runtime file is no part of what is checked.
  /// - `unread`: the kinds of files of which one is there, but could not be read.
  /// - `hasInventory`: whether a file says which groups there are.
  package init(
    settings: RuntimeSettings?, declarations: [MetricsDeclaration], discovery: DiscoveryDeclaration?,
    environment: [String: String], unread: Set<FileKind> = [], hasInventory: Bool = false
  ) {
    self.settings = settings
    self.declarations = declarations
    self.discovery = discovery
    self.environment = environment
    self.unread = unread
    asksAgent =
      !hasInventory
      && settings.map { $0.discoveryAgent != nil && (discovery == nil || $0.alwaysAsksAgent) } ?? false
    hasOtherGroups = hasInventory || asksAgent
    metrics = declarations.count == 1 ? declarations[0].metrics : declarations.flatMap(\.metrics)
  }

  /// - `missing`: what kinds of files are not part of what is checked, though others of the configuration are.
  package func report(missing: Set<FileKind> = [], _ diagnostics: inout Diagnostics) {
    let missing = missing.union(unread)
    MetricsDeclaration.reportDuplicates(among: declarations, diagnostics: &diagnostics)
    reportCollisions(&diagnostics)
    reportSecrets(&diagnostics)
    reportClouds(&diagnostics)
    if !missing.contains(.discovery), !missing.contains(.declaration), !hasOtherGroups {
      DiscoveryDeclaration.check(discovery, against: metrics, diagnostics: &diagnostics)
    }
    if let settings, !missing.contains(.declaration) {
      settings.checkStatuspage(
        against: metrics, unsound: declarations.flatMap(\.unsound).map(\.name), diagnostics: &diagnostics)
    }
    guard diagnostics.givesAdvice else { return }
    if !missing.contains(.declaration), !hasOtherGroups { reportUnusedGroups(&diagnostics) }
    if asksAgent { reportTypesOfAgent(&diagnostics) }
    settings?.reportCredentials(environment, &diagnostics)
    if discovery == nil, !missing.contains(.discovery) { settings?.reportNothingDiscovered(&diagnostics) }
    reportSchedules(&diagnostics)
  }

  /// What is not checked without the files that are missing or could not be read, a sentence each.
  package func unchecked(missing: Set<FileKind>) -> [String] {
    var sentences: [String] = []
    func add(_ sentence: String, without kind: FileKind, if isOfUse: Bool) {
      guard isOfUse else { return }
      if unread.contains(kind) {
        sentences.append("\(sentence): the \(kind.words) cannot be read")
      } else if missing.contains(kind) {
        sentences.append("\(sentence): no \(kind.words)")
      }
    }
    add(
      "whether the discovery groups that metrics name exist, and their types", without: .discovery,
      if: metrics.contains { !$0.discoveryGroups.isEmpty })
    add(
      "whether the metrics of the status page are declared", without: .declaration, if: settings?.statuspage != nil)
    add("whether metrics name the discovery groups", without: .declaration, if: discovery != nil)
    add(
      "how to sign in, and where metrics go", without: .runtime, if: !declarations.isEmpty || discovery != nil)
    return sentences
  }

  private func reportCollisions(_ diagnostics: inout Diagnostics) {
    // Places in `metrics`, because a metric is dear to copy.
    var first: [String: Int] = [:]
    first.reserveCapacity(metrics.count)
    for place in metrics.indices {
      let exposed = PrometheusName.metric(metrics[place].name)
      guard let earlier = first.updateValue(place, forKey: exposed) else { continue }
      first[exposed] = earlier
      let (metric, other) = (metrics[place], metrics[earlier])
      // One name in two files is a fault of its own.
      guard other.name != metric.name else { continue }
      diagnostics.report(
        .familyCollision, at: metric.position,
        "\(quoted(metric.name)) and \(quoted(other.name)) (line \(other.position.line)) are both \(clipped(exposed)) in "
          + "Prometheus",
        help: "give one of the two another name")
    }
  }

  private func reportSecrets(_ diagnostics: inout Diagnostics) {
    for place in metrics.indices where metrics[place].type.secretKey != nil {
      for resource in metrics[place].resources {
        guard case .environment(let name, let position)? = resource.secret,
          resource.secret?.resolved(environment) == nil
        else { continue }
        // What is no name may be the secret itself, at the wrong key.
        let isName = name.utf8.allSatisfy(SecretMask.isOfName)
        diagnostics.report(
          .secretNotSet, at: position,
          isName ? "the environment variable \(quoted(name)) is not set here" : "this is no name of a variable",
          help: isName
            ? "set it where passes run" : "write the name of the environment variable that holds the secret")
      }
    }
  }

  private func reportClouds(_ diagnostics: inout Diagnostics) {
    for declaration in declarations where declaration.azure.cloud.logAnalytics == nil {
      guard let metric = declaration.metrics.first(where: { $0.query != nil }) else { continue }
      let cloud = declaration.azure.cloud.name
      diagnostics.report(
        cloud == "Custom" ? .noLogAnalytics : .cloudWithoutLogs, at: metric.position,
        "\(quoted(metric.name)) asks Log Analytics, of which the cloud \(cloud) has no address",
        help: cloud == "Custom"
          ? "add 'logAnalyticsEndpoint:' to azureMetadata.endpoints"
          : "use 'cloud: Custom' with the address of it, or remove the metric")
    }
  }

  private func reportUnusedGroups(_ diagnostics: inout Diagnostics) {
    guard let discovery else { return }
    var wanted = Set(metrics.lazy.flatMap(\.discoveryGroups).map { $0.lowercased() })
    wanted.formUnion(declarations.lazy.flatMap(\.unsound).flatMap(\.discoveryGroups).map { $0.lowercased() })
    for group in discovery.groups where !wanted.contains(group.name.lowercased()) {
      diagnostics.report(
        .unusedGroup, at: group.position,
        "no metric names the discovery group \(quoted(group.name)), so it is not asked for",
        help: "name it under 'resourceDiscoveryGroups:' of a metric, or remove it")
    }
  }

  private func reportTypesOfAgent(_ diagnostics: inout Diagnostics) {
    for group in discovery?.groups ?? [] where group.types.count > 1 {
      diagnostics.report(
        .typesOfAgent, at: group.position,
        "the discovery agent is asked for \(quoted(group.name)), and that of Promitor knows no 'types'",
        help: "declare a group for each type, or take 'resourceDiscovery' out of the runtime file")
    }
  }

  /// One note for all metrics of a schedule and an interval: most files have one schedule for all.
  private func reportSchedules(_ diagnostics: inout Diagnostics) {
    struct Pace: Hashable {
      var schedule: String
      var interval: Int
    }
    var metricsOf: [Pace: (first: Int, count: Int)] = [:]
    for place in metrics.indices where metrics[place].query == nil && metrics[place].type.source == .metrics {
      let pace = Pace(schedule: metrics[place].schedule.text, interval: metrics[place].interval)
      let known = metricsOf[pace] ?? (place, 0)
      metricsOf[pace] = (known.first, known.count + 1)
    }
    for (pace, (first, count)) in metricsOf {
      let metric = metrics[first]
      guard let period = metric.schedule.typicalPeriod(after: 0, zone: .utc), period < pace.interval else { continue }
      diagnostics.report(
        .denseSchedule, at: metric.position,
        "\(count == 1 ? "the metric is" : "\(count) metrics are") due each \(Self.each(period)), and Azure has news each "
          + "\(Self.each(pace.interval)): passes in between ask nothing for \(count == 1 ? "it" : "them")",
        help: "nothing, if other metrics need the pass; else a schedule as long as the interval is enough")
    }
  }

  /// What stands behind `each`: `minute`, `5 minutes`.
  private static func each(_ seconds: Int) -> String {
    let words = TimeSpan.words(seconds)
    return words.hasPrefix("1 ") ? String(words.dropFirst(2)) : words
  }
}

/// The kinds of files that a configuration has.
package enum FileKind: String, CaseIterable, Sendable {
  case declaration, discovery, runtime

  fileprivate var words: String {
    switch self {
    case .declaration: "metrics declaration"
    case .discovery: "discovery declaration"
    case .runtime: "runtime file"
    }
  }
}

extension RuntimeSettings {
  /// Reports what only discovery finds out.
  fileprivate func reportNothingDiscovered(_ diagnostics: inout Diagnostics) {
    for (position, what) in [(labels.position, "tags, kinds and SKUs are"), (landscapePosition, "the landscape is")] {
      guard let position else { continue }
      diagnostics.report(
        .nothingDiscovered, at: position, "\(what) found by discovery, and there is no discovery declaration here",
        help: "add resource-discovery-declaration.yaml, or remove the key")
    }
  }

  /// Reports credentials that are missing, and those that nothing uses.
  fileprivate func reportCredentials(_ environment: [String: String], _ diagnostics: inout Diagnostics) {
    let given = authentication
    func isSet(_ name: String) -> Bool { environment[name]?.isBlank == false }
    let hasKey = isSet("PROMITOR_AUTH_APPKEY")
    // A unit of systemd may have the secret in that folder, which only it can read.
    let mayHaveProof = hasKey || isSet("CREDENTIALS_DIRECTORY") || isSet("AZURE_CLIENT_CERTIFICATE_PATH")
    func position(of key: String) -> SourcePosition {
      given.positions[key] ?? given.positions["mode"] ?? SourcePosition(file: file, line: 0, column: 0)
    }
    switch given.mode {
    case .servicePrincipal:
      if given.secretFile == nil, given.certificateFile == nil, !mayHaveProof {
        diagnostics.report(
          .noClientSecret, at: position(of: "identityId"),
          "a service principal signs in with a secret or a certificate, and there is none here",
          help: "set secretFilePath and secretFileName, certificateFilePath, or PROMITOR_AUTH_APPKEY where passes run")
      }
      if given.secretFile != nil, given.certificateFile != nil {
        diagnostics.report(
          .unusedCredential, at: position(of: "certificateFilePath"),
          "'certificateFilePath' is not used beside a secret file", help: "remove one of them")
      }
      let (file, used) =
        given.secretFile == nil ? ("certificateFilePath", "certificate") : ("secretFileName", "secret file")
      if given.secretFile != nil || given.certificateFile != nil, hasKey {
        diagnostics.report(
          .unusedCredential, at: position(of: file), "PROMITOR_AUTH_APPKEY is set too, and the \(used) is used",
          help: "unset the variable")
      }
    case .userAssignedManagedIdentity, .systemAssignedManagedIdentity, .sdkDefault:
      var keys = ["secretFilePath", "certificateFilePath"]
      if given.mode != .userAssignedManagedIdentity { keys.append("identityId") }
      for key in keys where given.positions[key] != nil {
        diagnostics.report(
          .unusedCredential, at: position(of: key), "'\(key)' is not used by \(given.mode.rawValue)",
          help: "remove it, or choose another mode")
      }
    }
  }
}
