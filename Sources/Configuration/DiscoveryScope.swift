import Formats
import Model

extension Section {
  /// Where to look, by the keys `subscriptions` and `managementGroups`; nil where neither is there, or neither is sound.
  ///
  /// - `isRequired`: whether it is a fault that neither is there.
  func scope(isRequired: Bool, _ diagnostics: inout Diagnostics) -> GraphScope? {
    let hasGroups = has("managementGroups")
    guard has("subscriptions") else {
      if hasGroups { return managementGroups(&diagnostics) }
      if isRequired, !isUnreadable("subscriptions"), !isUnreadable("managementGroups") {
        diagnostics.report(
          .missingKey, at: position, "'subscriptions' is missing in \(grammar.name)",
          help: "add 'subscriptions:' with the ids of some, or 'subscriptions: all', or 'managementGroups:'")
      }
      return nil
    }
    if hasGroups {
      diagnostics.report(
        .bothScopes, at: position(of: "managementGroups"),
        "'managementGroups' stands beside 'subscriptions', and Azure takes one of the two",
        help: "remove one; criteria.include.subscriptions chooses subscriptions within management groups")
      return nil
    }
    return subscriptions(&diagnostics)
  }

  private func subscriptions(_ diagnostics: inout Diagnostics) -> GraphScope? {
    let all = texts("subscriptions")
    if all.contains(where: { $0.equalsIgnoringCase("all") }) {
      if all.count == 1 { return .everything }
      diagnostics.report(
        .badValue, at: position(of: "subscriptions"), "'all' stands beside single subscriptions",
        help: "write 'subscriptions: all', or list those that are meant")
      return nil
    }
    let once = once(all, of: "subscriptions", "a subscription", &diagnostics)
    if all.isEmpty, !isUnreadable("subscriptions") {
      diagnostics.report(
        .noSubscriptions, at: position(of: "subscriptions"), "there is no subscription to look in",
        help: "list the ids of the subscriptions, each behind '- ', or write all")
    }
    return once.isEmpty ? nil : .subscriptions(once)
  }

  private func managementGroups(_ diagnostics: inout Diagnostics) -> GraphScope? {
    let all = texts("managementGroups")
    if all.isEmpty {
      diagnostics.report(
        .noSubscriptions, at: position(of: "managementGroups"), "there is no management group to look in",
        help: "list the ids of the management groups, each behind '- '")
      return nil
    }
    for text in all where text.holds("/") {
      diagnostics.report(
        .badValue, at: position(of: "managementGroups"), "\(quoted(text)) is no id of a management group",
        help: "write the last part of it alone")
      return nil
    }
    return .managementGroups(once(all, of: "managementGroups", "a management group", &diagnostics))
  }

  private func once(_ all: [String], of key: String, _ noun: String, _ diagnostics: inout Diagnostics) -> [String] {
    var seen: Set<String> = []
    let once = all.filter { seen.insert($0.lowercased()).inserted }
    if once.count < all.count {
      diagnostics.report(
        .duplicateSubscription, at: position(of: key), "\(noun) stands more than once in the list",
        help: "leave the repetitions out")
    }
    return once
  }
}
