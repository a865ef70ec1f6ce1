package import Formats

/// A namespace of metrics that a resource has.
///
/// Source: the answer of `GET {resource}/providers/Microsoft.Insights/metricNamespaces`.
package struct MetricNamespace: Equatable, Sendable {
  package var name: String
  /// Whether Azure itself fills it, rather than somebody's own program.
  package var isPlatform: Bool

  package init(name: String, isPlatform: Bool) {
    self.name = name
    self.isPlatform = isPlatform
  }

  /// The namespaces of an answer's body.
  /// - Throws: `JSONError` where it is no JSON, or not of that shape.
  package static func all(_ body: [UInt8]) throws(JSONError) -> [MetricNamespace] {
    guard let values = try JSONValue(body)["value"]?.array else {
      throw JSONError(offset: 0, "there is no list of namespaces in it")
    }
    // The name beside the properties is an escaped form.
    return values.compactMap { value in
      (value["properties"]?["metricNamespaceName"]?.string).map {
        MetricNamespace(name: $0, isPlatform: value["classification"]?.string?.lowercased() == "platform")
      }
    }
  }
}
