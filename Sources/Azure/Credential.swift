/// How Swath signs in to one account: where a token may come from, in the order in which that is tried.
package struct Credential: Sendable {
  /// The identity as labels name it (`app_id`).
  package let applicationID: String
  let sources: [TokenSource]

  ///
  /// - `sources`: one at least; of more than one, each is tried that the ones before it leave to it.
  package init(applicationID: String, _ sources: [TokenSource]) {
    self.applicationID = applicationID
    self.sources = sources
  }

  /// Whether one source fills in for another.
  var isChain: Bool { sources.count > 1 }
}

/// Where a token may come from.
package enum TokenSource: Sendable {
  /// An application of Microsoft Entra ID; the name is that of its place in a chain.
  case servicePrincipal(ServicePrincipal, name: String = "service principal")
  case managedIdentity(ManagedIdentity)
  case azureCLI(AzureCLI)
  /// Nothing that is set up for it: the text says what is missing.
  case absent(name: String, text: String)
  /// It is set up, and cannot be used: the text says why.
  case unusable(name: String, text: String)

  /// What messages call it.
  var name: String {
    switch self {
    case .servicePrincipal(_, let name), .absent(let name, _), .unusable(let name, _): name
    case .managedIdentity: ManagedIdentity.name
    case .azureCLI: AzureCLI.name
    }
  }
}
