/// How large a text node_exporter reads well: it reads all of it at every scrape.
package enum TextfileSize {
  /// More than these and a scrape takes seconds.
  static let comfortable = 100_000

  /// What to say of a file with so many series; nil where there is nothing.
  ///
  /// The figures are those of node_exporter 1.5 and 1.11 with six labels a series on two cores.
  package static func warning(series: Int, file: String) -> String? {
    guard series >= comfortable else { return nil }
    return
      "\(file) has \(series) series: of 100,000 a scrape of node_exporter takes 1.2 to 1.6 seconds and 310 to 382 MiB, "
      + "of a million 17 to 31 seconds and more than 3 GiB, and Prometheus waits for 10 seconds unless scrape_timeout "
      + "says otherwise; several files are no help, fewer dimensions or resources are, or OTLP, or swath api"
  }
}
