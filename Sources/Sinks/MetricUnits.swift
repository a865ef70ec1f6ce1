internal import Catalog
internal import Configuration
internal import Model

/// The units of declared metrics as codes of UCUM, as far as the catalog knows them.
///
/// Sources: Azure Monitor's units, and the semantic conventions of OpenTelemetry, which want a noun in braces for
/// things that are counted.
struct MetricUnits {
  /// Azure's unit, lower-cased, as answers and tables spell it in any case; its code. Others have none.
  static let codes: [(azure: String, code: String)] = [
    ("count", "{count}"), ("bytes", "By"), ("seconds", "s"), ("milliseconds", "ms"), ("percent", "%"),
    ("countpersecond", "{count}/s"), ("bytespersecond", "By/s"), ("bitspersecond", "bit/s"), ("byteseconds", "By.s"),
    ("cores", "{core}"), ("millicores", "{millicore}"), ("nanocores", "{nanocore}"),
  ]

  private struct Asked: Hashable {
    var metric: Int32
    var armType: String
  }

  private var codeOf: [Asked: String] = [:]
  /// The codes of the metrics of an ARM type, by lower-cased name.
  private var codesOfType: [String: [String: String]] = [:]

  /// The code of a metric for resources of an ARM type; "" where its unit is not known, or it has none.
  ///
  /// - `number`: the metric's number in the plan.
  mutating func code(of metric: MetricDeclaration, number: Int32, armType: String) -> String {
    let asked = Asked(metric: number, armType: armType)
    if let code = codeOf[asked] { return code }
    let code = found(metric, armType)
    codeOf[asked] = code
    return code
  }

  private mutating func found(_ metric: MetricDeclaration, _ armType: String) -> String {
    if metric.query != nil { return "" }
    let code = metrics(of: metric.type, armType)[metric.azureName.lowercased()] ?? ""
    // How many measurements there were is no amount of what was measured.
    return metric.aggregation == .count && !code.isEmpty ? "{count}" : code
  }

  private mutating func metrics(of type: ResourceType, _ armType: String) -> [String: String] {
    let key = type.source == .metrics ? armType : type.name
    if let known = codesOfType[key] { return known }
    let known =
      type.source == .metrics ? MetricCatalog.metrics(of: armType) ?? [] : type.knownMetrics.flatMap(\.metrics)
    let codes = Dictionary(
      known.compactMap { metric in
        let unit = metric.unit.lowercased()
        return Self.codes.first { $0.azure == unit }.map { (metric.name.lowercased(), $0.code) }
      }
    ) { first, _ in first }
    codesOfType[key] = codes
    return codes
  }
}
