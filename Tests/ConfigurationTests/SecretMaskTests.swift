import Configuration
import Testing

private let secret = "S3cr3t"
private let long = String(repeating: "k", count: 300)

/// What may stand for a token by mistake, each with at least one fault, or beside one.
private let tokens = [
  "?sv=\(secret)",
  "[\(secret)]",
  "{?sv=\(secret)}",
  "{rawValue: ?sv=\(secret), environmentVariabl: X}",
  "{environmentVariabl: X, rawValue: ?sv=\(secret)}",
  "{rawValu: ?sv=\(secret)}",
  "{'RAWVALUE' : \(secret)}",
  "{rawValue: [\(secret)]}",
  "{rawValue: \"?sv=a,b}\(secret)\", other: 1}",
  "{rawValue: \(long)\(secret), other: 1}",
  "{rawValue: \(long)\(secret)}, queueNam: q",
  "{environmentVariable: ?sv=\(secret)}",
  "{environmentVariable: X, other: \(secret)}",
  "\n  rawValu: \(secret)",
  "\n  rawValue: \(secret)\n  other: \(secret)",
  "\n  rawValue: \(secret): x",
  "\n  rawValue: \"\(secret)",
  "\n  rawValue: |\n    \(secret)\n  other: 1",
  "\n  rawValue: >-\n      ?sv=\(secret)\n   \(secret): [",
  "\n  rawValue:\n    - \(secret)",
  "\n  rawValue: a\n  rawValue: \(secret)",
  "\n  environmentVariable: \"\(secret)?\"",
  "\n  \(secret)",
  "\n  - \(secret)",
  "\n  # a comment\n\n  \"\(secret)\": 1",
]

private func declared(_ token: String) -> String {
  let lines = "- accountName: a\n  queueName: q\n  sasToken: \(token.replacing("\n", with: "\n  "))"
  return declaration(
    metrics: metric(
      type: "StorageQueue", resources: "    resources:\n      \(lines.replacing("\n", with: "\n      "))\n"
    ).replacing("ServiceApiHit", with: "MessageCount"))
}

@Test(arguments: tokens) func aSecretIsInNoOutput(token: String) {
  let text = declared(token.contains("\n") || token.hasSuffix("q") ? token : "\(token)\nqueueNam: q")
  // A key behind the closing brace belongs to the resource, which is a mapping of one line then.
  let flow = token.hasSuffix("queueNam: q")
  let file = flow ? declaration(metrics: queueOfOneLine(token)) : text
  var diagnostics = Diagnostics(strict: true, advice: true)
  let read = MetricsDeclaration.read(Array(file.utf8), file: "m.yaml", diagnostics: &diagnostics)
  CrossChecks(
    settings: nil, declarations: [read].compactMap(\.self), discovery: nil, environment: [:]
  ).report(&diagnostics)
  #expect(!diagnostics.sorted.isEmpty)
  let json = String(decoding: diagnostics.json(files: [], unchecked: []), as: UTF8.self)
  let explained = Explanation.declaration(Array(file.utf8), file: "m.yaml").text
  for output in [diagnostics.rendered(), diagnostics.annotations, json, explained] {
    #expect(!output.contains(secret), "\(output)")
  }
}

private func queueOfOneLine(_ token: String) -> String {
  metric(type: "StorageQueue", resources: "    resources: [{accountName: a, sasToken: \(token)}]\n")
    .replacing("ServiceApiHit", with: "MessageCount")
}

/// What is no secret stays to be read, and the caret where it is.
@Test(arguments: [
  ("sasToken: {environmentVariable: TOKEN}, colour: red", "sasToken: {environmentVariable: TOKEN}, colour: red}]\n"),
  ("colour: red, sasToken: {environmentVariable: TOKEN, rawValue: x}", "sasToken: {environmentVariable: TOKEN* ****"),
  ("colour: red, sasToken: {rawValue: x y}", "colour: red, sasToken: {rawValue: * ****\n"),
  ("colour: red, sasToken: {rawValu: x y}", "colour: red, sasToken: {rawValu: * ****\n"),
  ("colour: red, sasToken: {}", "colour: red, sasToken: {}}]\n"),
])
func whatIsNoSecretStays(resource: String, shown: String) {
  let (_, diagnostics) = read(
    declaration(
      metrics: metric(type: "StorageQueue", resources: "    resources: [{accountName: a, queueName: q, \(resource)}]")))
  #expect(diagnostics.rendered().contains(shown), "\(diagnostics.rendered())")
}

@Test func aNameBelowATokenStays() {
  let text = declared("\n  environmentVariable: QUEUE_TOKEN\nqueueName: r").replacing(
    "queueName: r", with: "colour: red")
  let (_, diagnostics) = read(text)
  #expect(diagnostics.rendered().contains("colour: red\n"), "\(diagnostics.rendered())")
  #expect(diagnostics.rendered().contains("'colour'"))
}

@Test func aKeyOfTheRuntimeFileIsHiddenInAnyCase() {
  let (_, diagnostics) = readRuntime(
    "telemetry: {applicationInsights: {INSTRUMENTATIONKEY: \(secret), isEnabled: treu}}")
  #expect(diagnostics.rendered().contains("INSTRUMENTATIONKEY: ") && !diagnostics.rendered().contains(secret))
}
