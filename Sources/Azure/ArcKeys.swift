internal import System

/// The folder in which the agent of Azure Arc leaves the keys that prove who may ask it for tokens.
package struct ArcKeys: Sendable {
  private let folder: String

  /// A longer file is no key.
  private static let longestKey = 4096

  /// - `folder`: without a slash at its end; on Linux the agent has no other than the default.
  package init(folder: String = "/var/opt/azcmagent/tokens") {
    self.folder = folder
  }

  /// What to answer a challenge with: the credentials of HTTP's basic scheme, as the agent wants them.
  ///
  /// Whoever listens in the agent's place could have any file sent to it, so that nothing but a key of the agent's own
  /// folder is read.
  /// - `challenge`: the value of `WWW-Authenticate`, `Basic realm=PATH`.
  /// - Throws: `SignInError` where it names no key of the folder, or one that cannot be read.
  func key(challenge: String) throws(SignInError) -> Secret {
    guard let equals = challenge.firstIndex(of: "="),
      challenge[..<equals].lowercased().filter({ $0 != " " }) == "basicrealm"
    else { throw refusal("asks for something else than its key: \(challenge.prefix(100))") }
    let path = challenge[challenge.index(after: equals)...].filter { $0 != "\"" && $0 != " " }
    guard Files.parent(of: path) == folder, path.hasSuffix(".key") else {
      throw refusal("asks for \(path.prefix(200)), which is no key of \(folder): nothing is sent")
    }
    guard let size = Files.size(path), size <= Self.longestKey else {
      throw refusal("names the key \(path), which is not there or too long -- restart the agent (himds)")
    }
    do {
      return Secret("Basic " + String(decoding: try Files.read(path), as: UTF8.self))
    } catch {
      throw refusal("names a key that cannot be read: \(error) -- add the user that runs swath to the group himds")
    }
  }

  private func refusal(_ text: String) -> SignInError {
    SignInError(code: "ArcKey", text: "the agent of Azure Arc \(text)", isFinal: true)
  }
}
