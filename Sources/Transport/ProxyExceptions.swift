/// Hosts that are reached without a proxy.
package enum ProxyExceptions {
  /// Never by way of another machine: this one, and the address of Azure's metadata, which tells a machine who it is.
  private static let always = "localhost,127.0.0.0/8,::1,169.254.169.254"

  /// A list as libcurl takes it: those that `no_proxy` or `NO_PROXY` names, and those that never have a proxy.
  package static func list(_ environment: [String: String]) -> String {
    guard let named = environment["no_proxy"] ?? environment["NO_PROXY"], !named.isEmpty else { return always }
    // The one word for all hosts counts only by itself.
    return named == "*" ? named : "\(named),\(always)"
  }
}
