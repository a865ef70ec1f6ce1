internal import Formats

/// Puts made-up ids and names in the place of those of an estate, the same one everywhere for each: of GUIDs, which
/// tenants and subscriptions have, of resource groups, resources and storage accounts, and of page tokens, which hold
/// some.
///
/// Everything is learned first, and replaced then: a query may name a group that only a later answer shows to be one.
/// What replaces them sorts as they did, so that a pass over the recordings asks in the same order.
struct Anonymiser {
  /// Lower-cased, as Azure takes them in any case.
  private var names: Set<[UInt8]> = []
  private var ids: Set<[UInt8]> = []
  private var tokens: Set<[UInt8]> = []

  init() {}

  // MARK: Learning

  /// Learns what the address of a sign-in tells: a tenant may have the name of a domain.
  mutating func learn(signIn request: HTTPRequest) {
    learnIDs(in: request.url)
    let path = RequestParts.split(request.url).path.split(separator: "/")
    if let end = path.firstIndex(of: "oauth2"), end > 0 { learn(name: path[end - 1]) }
  }

  mutating func learn(_ recording: Recording, api: HTTPRequest.API) {
    learnIDs(in: recording.uri)
    let path = RequestParts.split(recording.uri).path
    if api == .storageQueue {
      let parts = AddressParts(recording.uri)
      if parts.isNamedByHost { learn(name: parts.firstLabel) }
      for segment in path.split(separator: "/") where segment != "messages" { learn(name: segment) }
    } else {
      learn(resourceID: path)
    }
    // Of subscriptions and groups, whose ids do not tell it.
    if api == .resourceGraph {
      for row in recording.body["data"]?.array ?? [] {
        if let name = row["name"]?.string { learn(name: name) }
      }
    }
    for header in recording.headers { learnIDs(in: header.value) }
    if let body = recording.requestBody { learn(body, member: "") }
    learn(recording.body, member: "")
  }

  private mutating func learn(_ value: JSONValue, member: String) {
    switch value {
    case .object(let members): for inner in members { learn(inner.value, member: inner.name) }
    case .array(let elements): for element in elements { learn(element, member: member) }
    case .string(let text):
      learnIDs(in: text)
      switch member {
      case "$skipToken": tokens.insert(Array(text.utf8))
      case "resourceGroup", "managementGroups": learn(name: text)
      case "query":
        for literal in QuotedParts.literals(of: text) where ResourcePath.isOne(literal) { learn(resourceID: literal) }
      default: if ResourcePath.isOne(text) { learn(resourceID: text) }
      }
    default: break
    }
  }

  private mutating func learn(resourceID: String) {
    let segments = resourceID.split(separator: "/")
    for index in ResourcePath.names(of: segments) { learn(name: segments[index]) }
  }

  private mutating func learn(name: some StringProtocol) {
    let name = NameText.folded(name)
    // Everybody's storage accounts have services of this name.
    if !name.isEmpty, name != Array("default".utf8), !ids.contains(name) { names.insert(name) }
  }

  private mutating func learnIDs(in text: String) { ids.formUnion(NameText.identifiers(in: text)) }

  // MARK: Replacing

  /// What stands for what, of all that was learned.
  var replacements: Replacements {
    var table: [[UInt8]: String] = [:]
    func assign(_ originals: Set<[UInt8]>, _ text: (String) -> String) {
      // As they sort within paths.
      let sorted = originals.sorted { ($0 + [0x2F]).lexicographicallyPrecedes($1 + [0x2F]) }
      let width = String(2 * sorted.count).utf8.count
      var number = 0
      for original in sorted {
        var replacement = ""
        repeat {
          number += 1
          let digits = String(number)
          replacement = text(String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits)
        } while originals.contains(Array(replacement.utf8))
        table[original] = replacement
      }
    }
    assign(names.subtracting(ids)) { "name-\($0)" }
    assign(ids) { digits in
      "a0000000-0000-4000-8000-" + String(repeating: "0", count: max(12 - digits.utf8.count, 0)) + digits
    }
    var opaque: [[UInt8]: String] = [:]
    for (index, token) in tokens.sorted(by: { $0.lexicographicallyPrecedes($1) }).enumerated() {
      opaque[token] = "token-\(index + 1)"
    }
    return Replacements(names: NameText(table), tokens: opaque)
  }
}
