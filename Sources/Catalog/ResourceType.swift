/// What sets one resource type of the metrics declaration apart: a row, not a class.
///
/// Source of the facts: the declaration reference of Promitor, whose files and series names Swath keeps.
///
/// Rows are shared: every declared metric and resource refers to its own.
package final class ResourceType: Sendable {
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
  /// The part of a resource to which the type can narrow a metric, if it has such.
  package let entity: Entity?
  /// The field that holds an Azure Monitor filter expression, if the type has one.
  package let filterField: String?
  /// What is asked for values of the type.
  package let source: Source
  /// How Azure Resource Graph finds resources of the type; nil where it cannot.
  package let discovery: Discovery?
  /// The ARM types that the path can name, lower-cased: the shortest first.
  package let armTypes: [String]
  /// The field that tells resources of one path apart, such as the queue of an account; nil where the path does.
  package let partField: String?
  /// The key of the field that holds a secret, if the type has one.
  package let secretKey: String?

  /// - `discovery`: by default every resource of `armTypes`.
  package init(
    _ name: String, fields: [Field], path: Template, instance: Template, labels: [Label] = [], entity: Entity? = nil,
    filterField: String? = nil, source: Source = .metrics, discovery: Discovery? = Discovery()
  ) {
    self.name = name
    self.fields = fields
    self.path = path
    self.instance = instance
    self.labels = labels
    self.entity = entity
    self.filterField = filterField
    self.source = source
    self.discovery = discovery
    secretKey = fields.first { $0.isSecret }?.key
    let named = path.placeholders
    partField = fields.first { $0.required && !$0.isSecret && !named.contains($0.key) }?.key
    armTypes = path.armTypes { key in fields.first { $0.key == key }?.choices.map(\.segment) ?? [] }
  }

  /// What is asked for values.
  package enum Source: Sendable {
    /// Azure Monitor's metrics.
    case metrics
    /// A query to a Log Analytics workspace.
    case logs
    /// The queue service of a storage account.
    case storageQueue
  }

  /// Which rows of Resource Graph's table `Resources` are of a type, beside their ARM type. The fields of a found
  /// resource are read off its id by `path`.
  package struct Discovery: Sendable {
    /// A further condition in KQL; nil for none.
    package let condition: String?

    package init(condition: String? = nil) {
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
    /// The values that it can have, in the order of Promitor's numbers; empty for any.
    package let choices: [Choice]
    /// Whether it holds a secret: its text, or the name of an environment variable.
    package let isSecret: Bool

    package init(_ key: String, required: Bool = true, _ meaning: String, blankMeans: String? = nil) {
      self.init(key, required, meaning, blankMeans, [], isSecret: false)
    }

    /// A field of a few values, each of which stands for a segment of the path; `absent` is what its absence means.
    package init(_ key: String, _ meaning: String, choices: [Choice], absent: String? = nil) {
      self.init(key, absent == nil, meaning, absent, choices, isSecret: false)
    }

    package static func secret(_ key: String, _ meaning: String) -> Field {
      Field(key, true, meaning, nil, [], isSecret: true)
    }

    private init(
      _ key: String, _ required: Bool, _ meaning: String, _ blankMeans: String?, _ choices: [Choice], isSecret: Bool
    ) {
      self.key = key
      self.required = required
      self.meaning = meaning
      self.blankMeans = blankMeans
      self.choices = choices
      self.isSecret = isSecret
    }

    /// What stands in the path for a value; nil where the value leaves its part of the path out.
    package func segment(of value: String) -> String? {
      if let choice = choices.first(where: { $0.value == value }) { return choice.segment }
      return value == blankMeans ? nil : value
    }

    /// The value behind a segment of a path; nil for one that stands for none.
    package func value(ofSegment segment: String) -> String? {
      if choices.isEmpty { return segment }
      let folded = segment.lowercased()
      return choices.first { $0.segment.lowercased() == folded }?.value
    }
  }

  /// One of the values of a field.
  package struct Choice: Sendable {
    /// As declarations spell it.
    package let value: String
    /// As the path spells it.
    package let segment: String

    package init(_ value: String, _ segment: String) {
      self.value = value
      self.segment = segment
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

  /// A row's type by the number that Promitor's files may write instead of its name.
  package static func numbered(_ number: Int) -> ResourceType? {
    all.indices.contains(number - 1) ? all[number - 1] : nil
  }
}
