internal import CCurl

/// What keeps a connection from coming about, in words, with the remedy. `HOST` in them stands for the host.
enum ConnectionProblem {
  /// - `verification`: what OpenSSL found of the server's certificate; 0 where that was good.
  /// - `detail`: libcurl's own words.
  static func text(_ result: CURLcode, verification: Int, detail: String, host: String) -> String {
    if result == CURLE_PEER_FAILED_VERIFICATION {
      let row = certificates.first { $0.numbers.contains(verification) } ?? otherHost
      return "\(row.words.replacing("HOST", with: host)) (\(detail)) -- \(row.remedy)"
    }
    guard let row = connections.first(where: { $0.result == result && detail.contains($0.detail) }) else {
      return "\(host): \(detail)"
    }
    return "\(row.words.replacing("HOST", with: host)) (\(detail)) -- \(row.remedy)"
  }

  /// By OpenSSL's numbers (`X509_V_ERR_…`).
  private static let certificates: [(numbers: Set<Int>, words: String, remedy: String)] = [
    ([9], "the certificate of HOST is not valid yet", "check the clock of this machine"),
    (
      [10], "the certificate of HOST, or of one that vouches for it, has expired",
      "have it renewed by whoever runs the server or the proxy in between; and check the clock of this machine"
    ),
    (
      [2, 18, 19, 20, 21], "nobody that is trusted vouches for the certificate of HOST",
      "where a proxy or a private cloud has an authority of its own, name its certificate by SSL_CERT_FILE, SSL_CERT_DIR "
        + "or transport.certificateAuthority in the runtime file"
    ),
    ([23], "the certificate of HOST was revoked", "ask whoever runs the server"),
    (
      [66, 67, 68], "the certificate of HOST, or of one that vouches for it, is too weak",
      "have it replaced by one with a longer key and a newer signature"
    ),
  ]

  /// libcurl compares the names itself, when OpenSSL has found nothing wrong.
  private static let otherHost = (
    numbers: Set<Int>(), words: "the certificate of HOST is for another host",
    remedy: "check the address in the declaration, and whether a proxy answers in its place"
  )

  /// - `detail`: a part of libcurl's words; "" for any.
  private static let connections: [(result: CURLcode, detail: String, words: String, remedy: String)] = [
    (
      CURLE_COULDNT_RESOLVE_HOST, "", "the name HOST is unknown",
      "check the address, and whether this machine can resolve names"
    ),
    (
      CURLE_COULDNT_RESOLVE_PROXY, "", "the name of the proxy to HOST is unknown",
      "check HTTPS_PROXY, or except the host by NO_PROXY"
    ),
    (
      CURLE_SSL_CACERT_BADFILE, "", "the certificates to trust cannot be read",
      "check SSL_CERT_FILE, SSL_CERT_DIR and transport.certificateAuthority in the runtime file"
    ),
    (
      CURLE_SSL_CONNECT_ERROR, "", "no agreement with HOST on TLS 1.2 or later",
      "check that the address is one of https, and what the server or the proxy in between speaks"
    ),
    (
      CURLE_RECV_ERROR, "CONNECT", "the proxy lets nobody through to HOST",
      "check HTTPS_PROXY and what the proxy allows, or except the host by NO_PROXY"
    ),
  ]
}
