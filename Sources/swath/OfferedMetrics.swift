internal import Azure
internal import Catalog
internal import Configuration
internal import Logging
internal import Model
internal import Pass
internal import Planning
internal import System

/// What `swath discover --metrics` does: asks which metrics one resource has.
struct OfferedMetrics {
  let resource: ResourceID
  let inputs: Inputs
  let network: Network

  /// - Throws: `Refusal` where the text is no id of a resource.
  init(_ text: String, inputs: Inputs, network: Network) throws {
    resource = ResourceID(text)
    self.inputs = inputs
    self.network = network
    guard resource.type != nil else {
      throw Refusal(
        .usage,
        "\(text) is no id of a resource; one looks like /subscriptions/…/resourceGroups/…/providers/Microsoft.KeyVault/"
          + "vaults/my-vault")
    }
  }

  /// - Throws: `Refusal` where nobody says who is to sign in, or Azure gives no answer.
  func offer() throws -> MetricOffer {
    let azure = inputs.declarations.first?.azure
    guard let tenantID = azure?.tenantID ?? inputs.discovery?.tenantID,
      let cloud = azure?.cloud ?? inputs.discovery?.cloud
    else {
      throw Refusal(.inputMissing, "neither a metrics declaration nor a discovery declaration says which tenant to ask")
    }
    let account = Account(tenantID: tenantID, cloud: cloud)
    let credential = try network.credentials([account], inputs.settings.authentication)[0]
    let (type, fields) = try Self.type(of: resource)
    do {
      let found = try MetricOfferRunner.run(
        resource, cloud: cloud, credential: credential, courier: network.courier(share: 1))
      let parts = resource.text.pathParts
      return MetricOffer(
        found.metrics, of: resource.text, type, fields: fields,
        at: .init(tenantID: tenantID, subscriptionID: String(parts[1]), resourceGroup: String(parts[3]), cloud: cloud),
        otherNamespaces: found.otherNamespaces)
    } catch {
      throw Refusal(error.isRefusal ? .signInRefused : .tryAgain, "\(error.reason.code): \(error.reason.text)")
    }
  }

  /// The row of the catalog that takes the resource, with the values of its fields; a generic one takes every other.
  private static func type(of resource: ResourceID) throws -> (ResourceType, [String]) {
    let armType = resource.type ?? ""
    let row = FoundResource(id: resource.text, resourceGroup: resource.resourceGroup, region: "")
    for type in ResourceType.all where type.source == .metrics && type.armTypes.contains(armType) {
      if let fields = row.resource(of: type)?.fields { return (type, fields) }
    }
    guard let generic = ResourceType.named("Generic") else {
      throw Refusal(.usage, "\(resource.text) is of no type that can be declared")
    }
    let path = resource.text.pathParts.dropFirst(5).joined(separator: "/")
    return (generic, [path] + Array(repeating: "", count: generic.fields.count - 1))
  }
}
