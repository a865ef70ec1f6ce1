/// What sets one resource type of the metrics declaration apart: a row, not a class.
///
/// Source of the facts: the declaration reference of Promitor, whose files and series names Swath keeps.
package struct ResourceType: Sendable {
  /// The spelling after `resourceType:`.
  package let name: String
  /// The keys of a declared resource beside `subscriptionId` and `resourceGroupName`.
  package let fields: [Field]
  /// The ARM path from behind `providers/` on.
  package let path: Template
  /// The value of the labels `instance_name` and, in self metrics, `resource_name`.
  package let instance: Template
  /// Labels that this type adds; one whose value is empty is left out.
  package let labels: [Label]
  /// The dimension on which the type narrows or splits every metric, if it has one.
  package let entity: Entity?
  /// The field that holds an Azure Monitor filter expression, if the type has one.
  package let filterField: String?
  /// How Azure Resource Graph finds resources of the type; nil where it cannot.
  package let discovery: Discovery?

  package init(
    _ name: String, fields: [Field], path: Template, instance: Template, labels: [Label] = [], entity: Entity? = nil,
    filterField: String? = nil, discovery: Discovery? = nil
  ) {
    self.name = name
    self.fields = fields
    self.path = path
    self.instance = instance
    self.labels = labels
    self.entity = entity
    self.filterField = filterField
    self.discovery = discovery
  }

  /// Which rows of Resource Graph's table `Resources` are of a type. The fields of a found resource are read off its
  /// id by `path`.
  package struct Discovery: Sendable {
    /// ARM types, lower-cased.
    package let armTypes: [String]
    /// A further condition in KQL; nil for none.
    package let condition: String?

    package init(_ armTypes: String..., condition: String? = nil) {
      self.armTypes = armTypes
      self.condition = condition
    }
  }

  /// One key of a declared resource.
  package struct Field: Sendable {
    package let key: String
    package let required: Bool
    /// What it names, for help and references.
    package let meaning: String
    /// The value that a blank stands for: it is shown in labels, and leaves an optional part of the path out.
    package let blankMeans: String?

    package init(_ key: String, required: Bool = true, _ meaning: String, blankMeans: String? = nil) {
      self.key = key
      self.required = required
      self.meaning = meaning
      self.blankMeans = blankMeans
    }
  }

  /// A label that the type adds to each of its series.
  package struct Label: Sendable {
    package let name: String
    package let value: Template

    package init(_ name: String, _ value: Template) {
      self.name = name
      self.value = value
    }
  }

  /// A dimension that is always part of the query: narrowed to the entity that the resource declares, else split.
  package struct Entity: Sendable {
    /// The dimension's name in Azure.
    package let dimension: String
    /// The fields that can name the entity; the first with a value does.
    package let fields: [String]
    /// The label that shows it, declared or found.
    package let label: String
    /// Metrics of the type that Azure does not split so, lower-cased: asked without the dimension.
    package let metricsWithout: Set<String>

    package init(dimension: String, fields: [String], label: String, metricsWithout: Set<String> = []) {
      self.dimension = dimension
      self.fields = fields
      self.label = label
      self.metricsWithout = metricsWithout
    }
  }

  /// The entity dimension that a metric of this type has, if any.
  package func entity(of azureMetric: String) -> Entity? {
    entity.flatMap { $0.metricsWithout.contains(azureMetric.lowercased()) ? nil : $0 }
  }
}
