extension ResourceType {
  /// A part of a resource, such as a queue of a namespace, to which a declared resource can narrow a metric. Azure has
  /// it as a dimension.
  package struct Entity: Sendable {
    /// The dimension's name in Azure.
    package let dimension: String
    /// Metrics of which Azure names the dimension otherwise.
    package let others: [(dimension: String, metrics: MetricNames)]
    /// Metrics of the type that Azure does not split so: asked without the dimension.
    package let without: MetricNames
    /// The fields that can name the entity; the first with a value does.
    package let fields: [String]
    /// The label that shows a declared entity.
    package let label: String
    /// How a resource that declares no entity is asked.
    package let undeclared: Undeclared

    /// What becomes of a metric of a resource that declares no entity.
    package enum Undeclared: Sendable {
      /// It is split by entity alone, whatever dimensions are declared, under the entity's label.
      case splitUnderLabel
      /// It is split by entity alone, under the dimension's own name.
      case splitUnderDimension
      /// It is asked as its dimensions are declared.
      case asDeclared
    }

    package init(
      _ fields: String..., dimension: String, others: [(dimension: String, metrics: MetricNames)] = [],
      without: MetricNames = [], label: String, undeclared: Undeclared
    ) {
      self.dimension = dimension
      self.others = others
      self.without = without
      self.fields = fields
      self.label = label
      self.undeclared = undeclared
    }

    /// The dimension by which Azure splits a metric into entities; nil where it does not.
    package func dimension(of azureMetric: String) -> String? {
      if without.contains(azureMetric) { return nil }
      return others.first { $0.metrics.contains(azureMetric) }?.dimension ?? dimension
    }
  }

  /// Names of Azure metrics in any case; one that ends in `*` stands for all that begin so.
  package struct MetricNames: Sendable, ExpressibleByArrayLiteral {
    private let patterns: [String]

    package init(arrayLiteral patterns: String...) {
      self.patterns = patterns.map { $0.lowercased() }
    }

    package func contains(_ name: String) -> Bool {
      guard !patterns.isEmpty else { return false }
      let name = name.lowercased()
      return patterns.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
    }
  }

  /// The dimension by which a metric of the type is split into entities; nil where there are none.
  package func entityDimension(of azureMetric: String) -> String? { entity?.dimension(of: azureMetric) }
}
