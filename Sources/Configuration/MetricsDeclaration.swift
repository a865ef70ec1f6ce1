package import Catalog
package import Formats
package import Model

/// A metrics declaration (Promitor's v1 format) whose every value was checked; inheritance is resolved.
package struct MetricsDeclaration: Sendable {
  package var azure: AzureMetadata
  package var metrics: [MetricDeclaration]
  /// What is known of the metrics that have errors, which are not among `metrics`.
  package var unsound: [Unsound] = []

  package init(azure: AzureMetadata, metrics: [MetricDeclaration]) {
    self.azure = azure
    self.metrics = metrics
  }

  /// A metric with errors, as far as checks of other metrics and files must know it.
  package struct Unsound: Sendable {
    /// "" where it has none.
    package var name = ""
    package var discoveryGroups: [String] = []
  }
}

/// Where the declared resources live and how their cloud is reached.
package struct AzureMetadata: Sendable {
  package var tenantID, subscriptionID, resourceGroup: String
  package var cloud: CloudEndpoints

  package init(tenantID: String, subscriptionID: String, resourceGroup: String, cloud: CloudEndpoints) {
    self.tenantID = tenantID
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.cloud = cloud
  }
}

/// The addresses of one Azure cloud; each has no slash at its end.
package struct CloudEndpoints: Hashable, Sendable {
  /// `Global`, `China`, `UsGov` or `Custom`.
  package var name: String
  package var authority: String
  package var resourceManager: String
  /// Address of resource metrics and, with `/.default` behind it, scope of their token.
  package var metricsQueryAudience: String
  /// Scope of the batch API's token; its host is this with `REGION.` before the first `metrics`.
  package var metricsClientAudience: String
  /// nil where the cloud has none.
  package var logAnalytics: String?
  package var storageSuffix: String
  /// Scope of Resource Graph's token, where it is not the resource manager's address.
  package var managementAudience: String?

  package init(
    name: String, authority: String, resourceManager: String, metricsQueryAudience: String,
    metricsClientAudience: String, logAnalytics: String?, storageSuffix: String
  ) {
    self.name = name
    self.authority = authority
    self.resourceManager = resourceManager
    self.metricsQueryAudience = metricsQueryAudience
    self.metricsClientAudience = metricsClientAudience
    self.logAnalytics = logAnalytics
    self.storageSuffix = storageSuffix
  }
}

/// One declared metric: what to ask Azure for and under which name to publish it.
package struct MetricDeclaration: Sendable {
  package var name: String
  package var description: String
  package var type: ResourceType
  /// The metric's own labels first, then `metricDefaults.labels` whose names are not taken; in the file's order.
  package var labels: [(name: String, value: String)]
  /// The metric's name in Azure; of a Log Analytics query "".
  package var azureName: String
  /// The query to Log Analytics in KQL; nil for a metric.
  package var query: String?
  package var aggregation: Aggregation
  /// Length of a bucket in seconds.
  package var interval: Int
  /// Dimensions to split by, as declared; of a query the columns beside its result.
  package var dimensions: [String]
  /// The largest number of series that Azure may send for one resource.
  package var limit: Int
  /// What it says itself of its buckets.
  package var timing = Timing()
  /// What it says itself of dimensions that Azure does not split it by.
  package var unusableDimension: UnusableDimension?
  package var schedule: CronSchedule
  package var resources: [ResourceDeclaration]
  /// Names of discovery groups.
  package var discoveryGroups: [String]
  /// Where the metric stands in its file.
  package var position: SourcePosition

  package init(
    name: String, description: String, type: ResourceType, labels: [(name: String, value: String)], azureName: String,
    aggregation: Aggregation, interval: Int, dimensions: [String], limit: Int, schedule: CronSchedule,
    resources: [ResourceDeclaration], discoveryGroups: [String], position: SourcePosition
  ) {
    self.name = name
    self.description = description
    self.type = type
    self.labels = labels
    self.azureName = azureName
    self.aggregation = aggregation
    self.interval = interval
    self.dimensions = dimensions
    self.limit = limit
    self.schedule = schedule
    self.resources = resources
    self.discoveryGroups = discoveryGroups
    self.position = position
  }
}

/// One declared resource of a metric.
package struct ResourceDeclaration: Sendable {
  /// Its own type, which decides about template, namespace and labels.
  package var type: ResourceType
  /// The resource's own, else those of `azureMetadata`.
  package var subscriptionID, resourceGroup: String
  /// Whether the resource group is that of `azureMetadata`.
  package var isGroupInherited = false
  /// The values of `type.fields`, in their order; "" where not declared, and of secrets.
  package var fields: [String]
  /// What gives access to it, where its type has a secret.
  package var secret: SecretSource?

  package init(type: ResourceType, subscriptionID: String, resourceGroup: String, fields: [String]) {
    self.type = type
    self.subscriptionID = subscriptionID
    self.resourceGroup = resourceGroup
    self.fields = fields
  }
}
