internal import System

/// Where the certificates are that vouch for a server.
///
/// libcurl parses a bundle anew for every connection while a folder is set beside it, which costs more than a pass
/// over thousands of series. So exactly one of the two is set: a hashed folder, where there is one, is read by need.
package enum CertificateStore: Sendable, Equatable {
  /// A folder of certificates under their hashes, as `openssl rehash` makes it.
  case folder(String)
  /// One file of certificates in PEM.
  case file(String)

  /// The store that somebody has named, else the one that `SSL_CERT_FILE` or `SSL_CERT_DIR` names, else the system's;
  /// nil where none is found, so that libcurl uses what it was built with.
  package static func chosen(_ environment: [String: String], named: CertificateStore? = nil) -> CertificateStore? {
    if let named { return named }
    if let file = environment["SSL_CERT_FILE"], !file.isEmpty { return .file(file) }
    if let folder = environment["SSL_CERT_DIR"], !folder.isEmpty { return .folder(folder) }
    if isHashed("/etc/ssl/certs") { return .folder("/etc/ssl/certs") }
    return ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"]
      .first(where: Files.exists).map { .file($0) }
  }

  /// The store at a path; nil where there is neither a file nor a folder of certificates under their hashes.
  package init?(path: String) {
    if Self.isHashed(path) {
      self = .folder(path)
    } else if (try? Files.names(in: path)) == nil, Files.exists(path) {
      self = .file(path)
    } else {
      return nil
    }
  }

  private static func isHashed(_ folder: String) -> Bool {
    (try? Files.names(in: folder))?.contains { $0.utf8.count == 10 && $0.hasSuffix(".0") } ?? false
  }
}
