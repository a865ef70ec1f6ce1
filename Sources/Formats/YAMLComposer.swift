/// Builds the tree of the first document from libyaml's events.
struct YAMLComposer: ~Copyable {
  private var events: YAMLEvents
  private let limits: YAMLLimits
  private var faults: [YAMLFault] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, all that aliases stand for among them; a long text counts as several.
  private var nodes = 0
  private var aliasedNodes = 0
  /// How many collections lie around the deepest place of the node that is being built.
  private var deepest = 0

  private enum Anchor {
    /// The anchored collection has not ended yet.
    case open
    /// `height`: how many collections lie within one another in it, itself counted.
    case closed(YAMLNode, nodes: Int, height: Int)
  }

  /// The text must outlive the composer.
  @unsafe init(_ text: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    events = unsafe YAMLEvents(text, limits: limits)
    self.limits = limits
  }

  mutating func document() throws(YAMLFault) -> YAMLDocument {
    guard case .documentStart = try events.next() else { return YAMLDocument(root: nil, faults: []) }
    let root = try node(from: events.next(), depth: 0)
    while true {
      switch try events.next() {
      case .documentStart(let mark):
        report(
          YAMLFault(
            .moreDocuments, at: mark, "another document begins here; only the first of a file is read",
            remedy: "move it into a file of its own"))
        return YAMLDocument(root: root, faults: faults)
      case .streamEnd: return YAMLDocument(root: root, faults: faults)
      default: continue
      }
    }
  }

  private mutating func node(from event: YAMLEvents.Event, depth: Int) throws(YAMLFault) -> YAMLNode {
    let (before, deepestBefore) = (nodes, deepest)
    nodes += 1
    deepest = depth
    defer { deepest = max(deepest, deepestBefore) }
    let (name, result): (String?, YAMLNode)
    switch event {
    case .alias(let anchor, let mark):
      return try resolved(anchor, at: mark, depth: depth)
    case .scalar(let text, let isQuoted, let anchor, let mark):
      nodes += text.utf8.count / 16
      (name, result) = (anchor, YAMLNode(.scalar(text), mark: mark, isQuoted: isQuoted))
    case .sequenceStart(let anchor, let mark):
      try descend(to: depth, at: mark, anchor: anchor)
      (name, result) = (anchor, YAMLNode(.sequence(try items(depth: depth + 1)), mark: mark))
    case .mappingStart(let anchor, let mark):
      try descend(to: depth, at: mark, anchor: anchor)
      (name, result) = (anchor, YAMLNode(.mapping(try entries(depth: depth + 1)), mark: mark))
    case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd:
      preconditionFailure("libyaml gives a node where one must stand")
    }
    if let name { anchors[name] = .closed(result, nodes: nodes - before, height: deepest - depth) }
    return result
  }

  /// Nobody reads more, and a hostile text must not make more.
  private mutating func report(_ fault: @autoclosure () -> YAMLFault) {
    if faults.count < limits.faults { faults.append(fault()) }
  }

  private mutating func descend(to depth: Int, at mark: YAMLMark, anchor: String?) throws(YAMLFault) {
    try reach(depth + 1, at: mark)
    if let anchor { anchors[anchor] = .open }
  }

  /// Whoever walks through the tree, if only to release it, calls itself for each level.
  private mutating func reach(_ depth: Int, at mark: YAMLMark) throws(YAMLFault) {
    guard depth <= limits.depth else {
      throw YAMLFault(
        .excessive, at: mark, "more than \(limits.depth) collections lie within one another here",
        remedy: "flatten the text")
    }
    deepest = max(deepest, depth)
  }

  private mutating func resolved(_ name: String, at mark: YAMLMark, depth: Int) throws(YAMLFault) -> YAMLNode {
    switch anchors[name] {
    case nil:
      throw YAMLFault(
        .malformed, at: mark, "no anchor \(quoted(name)) stands before this alias",
        remedy: "put &\(clipped(name)) before the node that is meant")
    case .open:
      throw YAMLFault(
        .malformed, at: mark, "the alias \(quoted(name)) stands for the collection that it is part of",
        remedy: "write out what is meant")
    case .closed(let node, let count, let height):
      try reach(depth + height, at: mark)
      nodes += count
      aliasedNodes += count
      guard aliasedNodes <= limits.aliasedNodes else {
        throw YAMLFault(
          .excessive, at: mark, "aliases make the file more than \(limits.aliasedNodes) nodes larger up to here",
          remedy: "use fewer aliases of aliases")
      }
      return node
    }
  }

  private mutating func items(depth: Int) throws(YAMLFault) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event { return items }
      items.append(try node(from: event, depth: depth))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLFault) -> [YAMLEntry] {
    var keys = YAMLKeys()
    var entries: [YAMLEntry] = []
    // Most have one or two; a large file has so many of them that no more room is kept than they need.
    entries.reserveCapacity(2)
    var merges: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .mappingEnd = event { break }
      let key = try node(from: event, depth: depth)
      let value = try node(from: events.next(), depth: depth)
      guard case .scalar(let text) = key.content else {
        report(
          YAMLFault(
            .keyIsNoText, at: key.mark, "a key must be a text, not a collection", remedy: "quote it, or mend the line"))
        continue
      }
      if text == "<<" && !key.isQuoted && value.scalar == nil {
        merges.append(value)
      } else if let place = keys.place(of: text, among: entries) {
        report(
          YAMLFault(
            .duplicateKey, at: key.mark,
            "the key \(quoted(text)) stands twice in this mapping, first in line \(entries[place].keyMark.line)",
            remedy: "remove one of the two"))
      } else {
        entries.append(YAMLEntry(key: text, keyMark: key.mark, value: value))
      }
    }
    for merge in merges { self.merge(merge, into: &entries, keys: &keys) }
    return entries
  }

  /// Adds the entries of a mapping, or of each mapping of a sequence, whose keys are not taken.
  private mutating func merge(_ source: YAMLNode, into entries: inout [YAMLEntry], keys: inout YAMLKeys) {
    switch source.content {
    case .mapping(let more):
      for entry in more where keys.place(of: entry.key, among: entries) == nil { entries.append(entry) }
    case .sequence(let nodes) where nodes.allSatisfy { if case .mapping = $0.content { true } else { false } }:
      for node in nodes { merge(node, into: &entries, keys: &keys) }
    case .sequence, .scalar:
      report(
        YAMLFault(
          .keyIsNoText, at: source.mark, "what << merges must be a mapping or a list of mappings",
          remedy: "let the alias stand for a mapping"))
    }
  }
}

/// The keys of a mapping in the making: looked through while they are few, hashed once they are many.
private struct YAMLKeys {
  private var many: [String: Int] = [:]

  /// The place of the entry that has the key already; nil where the key is new, which it then is no more.
  mutating func place(of key: String, among entries: [YAMLEntry]) -> Int? {
    if many.isEmpty {
      // In place, because an entry is dear to copy; and lengths tell most keys apart.
      let length = key.utf8.count
      let place = entries.indices.first { entries[$0].key.utf8.count == length && entries[$0].key == key }
      if let place { return place }
      guard entries.count >= 16 else { return nil }
      for place in entries.indices { many[entries[place].key] = place }
    }
    if let place = many[key] { return place }
    many[key] = entries.count
    return nil
  }
}

private func clipped(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex), end < scalars.endIndex
  else { return text }
  return String(text[..<end]) + "…"
}

private func quoted(_ text: String) -> String { "'\(clipped(text))'" }
