internal import CCurl
internal import System

/// One libcurl handle, used for one exchange after the other: its connection settings stay, its request changes.
@safe final class CurlTransfer {
  let handle: UnsafeMutableRawPointer
  /// Its place among the busy transfers of its wire.
  var place = 0
  private(set) var exchange: Exchange?
  private var headerList: UnsafeMutablePointer<curl_slist>?
  /// libcurl writes the cause of a failure here.
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var hasRefused = false
  private var hasOverflown = false
  private var room = 0
  private let proxyExceptions: String
  private let largestBody: Int

  ///
  /// - `proxyExceptions`: hosts to reach without a proxy, as libcurl takes them.
  /// - `largestBody`: a longer body, decompressed, is refused.
  init?(certificates: CertificateStore?, proxyExceptions: String, largestBody: Int) {
    guard let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = handle
    self.proxyExceptions = proxyExceptions
    self.largestBody = largestBody
    unsafe headerList = nil
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_TCP_KEEPALIVE, 1)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_ACCEPT_ENCODING, "gzip")
    switch certificates {
    case .folder(let path):
      set(CURLOPT_CAPATH, path)
      set(CURLOPT_CAINFO, nil)
    case .file(let path):
      set(CURLOPT_CAINFO, path)
      set(CURLOPT_CAPATH, nil)
    case nil: break
    }
    unsafe swath_easy_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    unsafe swath_easy_set_pointer(handle, CURLOPT_PRIVATE, context)
    unsafe swath_easy_set_pointer(handle, CURLOPT_WRITEDATA, context)
    unsafe swath_easy_set_pointer(handle, CURLOPT_HEADERDATA, context)
    unsafe swath_easy_set_function(handle, CURLOPT_WRITEFUNCTION, onBody)
    unsafe swath_easy_set_function(handle, CURLOPT_HEADERFUNCTION, onHeader)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(headerList)
    unsafe errorText.deallocate()
  }

  /// The transfer that a handle belongs to.
  static func owner(of handle: UnsafeMutableRawPointer) -> CurlTransfer? {
    var context: UnsafeMutableRawPointer?
    unsafe swath_easy_get_pointer(handle, CURLINFO_PRIVATE, &context)
    return unsafe context.map { unsafe Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Loads the handle with an exchange's request.
  func load(_ exchange: Exchange, userAgent: String, timeout seconds: Double) {
    self.exchange = exchange
    (hasRefused, hasOverflown, room) = (false, false, largestBody)
    unsafe errorText[0] = 0
    let request = exchange.request
    var url = request.url
    if let secret = request.secretQuery { url += (url.contains("?") ? "&" : "?") + secret.reveal() }
    set(CURLOPT_URL, url)
    let isForced = request.needsHTTP2 && request.url.hasPrefix("http:")
    set(CURLOPT_HTTP_VERSION, Int(isForced ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE : CURL_HTTP_VERSION_2TLS))
    // libcurl 7.88 begins HTTP/2 anew on a connection that speaks it, which ends in an error of framing.
    set(CURLOPT_FORBID_REUSE, isForced ? 1 : 0)
    // Whether a plain connection can be shared is known only after its first answer, and it never can.
    set(CURLOPT_PIPEWAIT, request.url.hasPrefix("https:") ? 1 : 0)
    set(CURLOPT_TIMEOUT_MS, max(Int(seconds * 1000), 1))
    set(CURLOPT_CONNECTTIMEOUT_MS, Int(request.connectSeconds * 1000))
    set(CURLOPT_NOPROXY, request.isDirect ? "*" : proxyExceptions)
    for header in request.headers { addHeader("\(header.name): \(header.value)") }
    addHeader("Accept: application/json")
    addHeader("User-Agent: \(userAgent)")
    for secret in request.secretHeaders { addHeader("\(secret.name): \(secret.value.reveal())") }
    if let token = request.token { addHeader("Authorization: Bearer \(token.reveal())") }
    unsafe swath_easy_set_list(handle, CURLOPT_HTTPHEADER, headerList)
    switch request.method {
    case .get:
      set(CURLOPT_HTTPGET, 1)
    case .post:
      set(CURLOPT_POST, 1)
      unsafe swath_easy_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
      var body = request.body
      // libcurl copies the bytes before this call returns.
      unsafe body.withUnsafeMutableBytes { bytes in
        _ = unsafe swath_easy_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress)
      }
    }
  }

  /// Reads off how the transfer ended and gives its exchange back.
  func unload(_ result: CURLcode) -> Exchange? {
    defer {
      exchange = nil
      unsafe curl_slist_free_all(headerList)
      unsafe headerList = nil
    }
    guard let exchange else { return nil }
    exchange.response.status = status
    var received: curl_off_t = 0
    unsafe swath_easy_get_size(handle, CURLINFO_SIZE_DOWNLOAD_T, &received)
    exchange.response.receivedBytes = received
    if hasOverflown {
      exchange.failure = .tooLarge(limit: largestBody)
    } else if hasRefused {
      exchange.failure = .unreadable
    } else if result == CURLE_OPERATION_TIMEDOUT {
      exchange.failure = .timeout
    } else if result != CURLE_OK {
      let detail = unsafe String(cString: errorText)
      exchange.failure = .connection(
        ConnectionProblem.text(
          result, verification: verification,
          detail: unsafe detail.isEmpty ? String(cString: curl_easy_strerror(result)) : detail,
          host: exchange.request.host))
    }
    return exchange
  }

  fileprivate func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let exchange else { return false }
    if 200..<300 ~= status {
      room -= bytes.count
      hasOverflown = room < 0
      if hasOverflown { return false }
      let span = unsafe Span<UInt8>(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self))
      hasRefused = !exchange.receiver.receive(span)
      return !hasRefused
    }
    let room = HTTPResponse.errorBodyLimit - exchange.response.errorBody.count
    unsafe exchange.response.errorBody.append(contentsOf: bytes.prefix(room))
    return true
  }

  fileprivate func receiveHeader(_ line: UnsafeRawBufferPointer) {
    guard let exchange else { return }
    // A status line begins another answer: an interim one came before it.
    if unsafe line.starts(with: "HTTP/".utf8) { exchange.response.headers.removeAll() }
    guard let colon = unsafe line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = unsafe String(decoding: line[..<colon], as: UTF8.self).lowercased()
    guard HTTPResponse.isKept(name) else { return }
    let value = unsafe String(decoding: line[(colon + 1)...], as: UTF8.self)
    let blanks: Set<Character> = [" ", "\t", "\r", "\n", "\r\n"]
    let text = value.drop { blanks.contains($0) }
    let end = text.lastIndex { !blanks.contains($0) }.map { text.index(after: $0) } ?? text.startIndex
    let whole = text[..<end]
    // What is behind a question mark may be a secret, and nobody goes where a redirect leads.
    exchange.response.headers.append((name, String(name == "location" ? whole.prefix { $0 != "?" } : whole)))
  }

  private var status: Int {
    var status = 0
    unsafe swath_easy_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
    return status
  }

  /// What OpenSSL found of the server's certificate.
  private var verification: Int {
    var result = 0
    unsafe swath_easy_get_number(handle, CURLINFO_SSL_VERIFYRESULT, &result)
    return result
  }

  private func set(_ option: CURLoption, _ number: Int) { unsafe swath_easy_set_number(handle, option, number) }

  private func set(_ option: CURLoption, _ text: String?) { unsafe swath_easy_set_text(handle, option, text) }

  private func addHeader(_ line: String) {
    // A line break in a value would begin another header.
    guard !line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return }
    unsafe headerList = curl_slist_append(headerList, line)
  }
}

private func onBody(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
  return unsafe transfer.receive(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

private func onHeader(
  _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let bytes = unsafe bytes, let context = unsafe context else { return 0 }
  let transfer = unsafe Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
  unsafe transfer.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
  return size * count
}
