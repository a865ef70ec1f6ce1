import Formats
import Testing

@testable import Configuration

private func readDiscovery(_ text: String) -> (DiscoveryDeclaration?, Diagnostics) {
  var diagnostics = Diagnostics()
  let read = DiscoveryDeclaration.read(Array(text.utf8), file: "d.yaml", diagnostics: &diagnostics)
  return (read, diagnostics)
}

@Test func labelsAreInheritedUnlessNamed() throws {
  let defaults = "  aggregation: {interval: 00:05:00}\n  labels: {a: 1, B: 2, b: 3, É: 4, c: 5}\n"
  let metrics = metric(name: "one", more: "    labels: {A: own, d: own}\n") + "\n" + metric(name: "two")
  let read = try #require(read(declaration(metrics: metrics, defaults: defaults)).0)
  #expect(read.metrics[0].labels.map(\.name) == ["A", "d", "B", "b", "É", "c"])
  #expect(read.metrics[0].labels.map(\.value) == ["own", "own", "2", "3", "4", "5"])
  #expect(read.metrics[1].labels.map(\.name) == ["a", "B", "b", "É", "c"])
}

@Test func inheritedLabelsAreBounded() throws {
  let labels = (0..<200).map { "l\($0): x" }.joined(separator: ", ")
  let defaults = "  aggregation: {interval: 00:05:00}\n  labels: {\(labels)}\n"
  for (count, isTooMany) in [(5_000, false), (5_001, true)] {
    let metrics = metric() + "\n" + Array(repeating: "  - x", count: count - 1).joined(separator: "\n")
    let (read, diagnostics) = read(declaration(metrics: metrics, defaults: defaults))
    #expect(diagnostics.sorted.contains { $0.rule == .excessive } == isTooMany)
    #expect(read?.metrics.first?.labels.count == (isTooMany ? 0 : 200))
  }
}

@Test func aMessageIsShortHoweverLongWhatItSpeaksOf() {
  let name = String(repeating: "n", count: 100_000)
  let (_, diagnostics) = readDiscovery(
    "azureLandscape: {tenantId: t, subscriptions: [s]}\nresourceDiscoveryGroups: [&g {name: \(name), type: KeyVault}, *g]"
  )
  #expect(diagnostics.sorted.map(\.rule) == [.duplicateGroup])
  #expect(diagnostics.rendered().utf8.count < 1_000)
}

@Test func onlySoManyFaultsAreComparedWithAllNames() throws {
  let (groups, none) = readDiscovery(
    "azureLandscape: {tenantId: t, subscriptions: [s]}\nresourceDiscoveryGroups: [{name: vaults, type: KeyVault}]")
  #expect(none.sorted.isEmpty)
  let wanted = (0..<150).map { "      - name: vault\($0 % 10)\n" }.joined()
  let (read, _) = read(declaration(metrics: metric(resources: "    resourceDiscoveryGroups:\n" + wanted)))
  var diagnostics = Diagnostics()
  DiscoveryDeclaration.check(groups, against: try #require(read).metrics, diagnostics: &diagnostics)
  #expect(diagnostics.count == 150)
  #expect(diagnostics.sorted.count { $0.remedy == "did you mean 'vaults'?" } == 10)
  #expect(Suggestion.nearest(to: String(repeating: "a", count: 101), in: [String(repeating: "a", count: 101)]) == [])
}

@Test func variablesAreBounded() {
  let many = Dictionary(uniqueKeysWithValues: (0...1_000).map { ("PROMITOR_a\($0)__b", "1") })
  let (settings, refused) = readRuntime("server: {maxDegreeOfParallelism: 3}", environment: many)
  #expect(refused.sorted.map(\.rule) == [.excessive] && settings.maxInFlight == 3)
  let (_, taken) = readRuntime(nil, environment: many.filter { $0.key != "PROMITOR_a0__b" })
  #expect(taken.sorted.count == 1_000 && taken.sorted.allSatisfy { $0.rule == .unknownKey })

  let deep = "PROMITOR_" + Array(repeating: "a", count: 50_000).joined(separator: "__")
  let (_, diagnostics) = readRuntime(nil, environment: [deep: "1"])
  #expect(diagnostics.sorted.map(\.rule) == [.unknownKey])
  #expect(diagnostics.rendered().utf8.count < 1_000)
}

@Test func anExplanationIsBounded() {
  let aliases = Array(repeating: "*r", count: 34_000).joined(separator: ",")
  let text = declaration(metrics: metric(resources: "    resources: [&r {a: 1, b: 2, c: 3},\(aliases)]\n"))
  let explained = Explanation.declaration(Array(text.utf8), file: "m.yaml").text
  #expect(explained.utf8.count { $0 == UInt8(ascii: "\n") } == 100_001)
  #expect(explained.hasSuffix("more\n"))
}

/// A blank value is an absent one to .NET's binder: not one that loses what it belongs to without a word.
@Test func whatIsBlankIsAbsent() throws {
  let (read, diagnostics) = readDiscovery(
    "azureLandscape: {tenantId: t, subscriptions: [s], cloud: ''}\nresourceDiscoveryGroups: [{name: a, type: ''}]")
  #expect(try #require(read).cloud.name == "Global")
  #expect(diagnostics.sorted.map(\.message) == ["a discovery group has neither 'type' nor 'types'"])
  #expect(diagnostics.sorted.first?.position.column == 27)
  for text in ["", "# nothing", "\u{FEFF}"] {
    let (read, diagnostics) = readDiscovery(text)
    #expect(read == nil && diagnostics.hasErrors)
  }
}

@Test func anAnnotationIsOneLine() {
  let (_, diagnostics) = read(
    declaration(metrics: metric(more: "    \"a\\r\\n::error::b\\x25\": 1\n")), file: "a,b:c.yaml")
  #expect(
    diagnostics.annotations.hasPrefix(
      "::warning file=a%2Cb%3Ac.yaml,line=19,col=5,title=unknown-key::the metric has no key 'a%0D%0A::error::b%25', so")
  )
  #expect(diagnostics.annotations.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
}
