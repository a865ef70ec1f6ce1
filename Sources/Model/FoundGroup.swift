/// What Azure Resource Graph found for a discovery group.
package struct FoundGroup: Sendable, Equatable {
  /// The declared name.
  package var name: String
  /// What was asked; a list that answers another question is not used.
  package var fingerprint: String
  /// When it was found, in seconds since 1970 UTC.
  package var foundAt: Int
  /// By id.
  package var resources: [FoundResource]

  package init(name: String, fingerprint: String, foundAt: Int, resources: [FoundResource]) {
    self.name = name
    self.fingerprint = fingerprint
    self.foundAt = foundAt
    self.resources = resources
  }
}

/// One row of Resource Graph, in its spelling.
package struct FoundResource: Sendable, Equatable {
  package var id: String
  package var resourceGroup: String
  /// The region without blanks, lower-cased, such as `westeurope`; "" where Azure gives none.
  package var region: String
  /// The details that were asked for, in the order of `ResourceDetails`, "" for those that it lacks; empty where none
  /// were asked for, or it has none of them.
  package var details: [String]

  package init(id: String, resourceGroup: String, region: String, details: [String] = []) {
    self.id = id
    self.resourceGroup = resourceGroup
    self.region = region
    self.details = details
  }
}

/// Where declared resources are, as Azure Resource Graph told.
package struct Places: Sendable, Equatable {
  /// When the oldest of them was asked for, in seconds since 1970 UTC; 0 for never.
  package var askedAt: Int
  /// By id, as declared; the region is "" where neither the resource nor what it stands in has one.
  package var resources: [FoundResource]

  package init(askedAt: Int = 0, resources: [FoundResource] = []) {
    self.askedAt = askedAt
    self.resources = resources
  }
}
