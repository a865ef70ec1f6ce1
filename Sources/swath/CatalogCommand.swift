internal import ArgumentParser
internal import Configuration
internal import Formats

/// `swath catalog`: the resource types and their metrics, known without asking Azure.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "List resource types and their known metrics, offline.",
    discussion: """
      Without TYPE, lists the resource types of the metrics declaration. With TYPE, lists the keys of its declared \
      resources and its metrics, with unit, first aggregation, shortest grain and dimensions.

      --format json prints one object: "date", the day of Microsoft's table; "resourceTypes", each with "name", \
      "discoverable", "armTypes" (each "name" and the number of "metrics") and "fields" (each "key", "required", \
      "meaning", "value" and, where there is one, "default"); and with TYPE or --metric "metrics", each with "name", \
      "armType", "resourceTypes", "unit", "aggregation", "shortestGrain" (ISO 8601) and "dimensions". \
      Members are only added. --metric leaves "resourceTypes" out.
      """)

  @Argument(
    help: .init(
      "Resource type (KeyVault) or ARM type (microsoft.keyvault/vaults), in any case.", valueName: "type"))
  var type: String?
  @Option(help: .init("Find metrics by a part of their names, in any case.", valueName: "name"))
  var metric: String?
  @Option(help: .init("How to print.", valueName: "format"))
  var format = OutputFormat.text

  func run() throws {
    try Refusal.told {
      let view: CatalogView
      do {
        view = try CatalogView(of: type, metricsWith: metric)
      } catch {
        throw Refusal(.usage, "\(error)")
      }
      try StandardOutput.write(format, view.text, view.json)
    }
  }
}
