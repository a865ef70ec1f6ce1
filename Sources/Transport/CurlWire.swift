internal import CCurl
internal import Glibc

/// The network: one libcurl multi handle, pooled connections, transfers multiplexed where HTTP/2 is offered.
@safe package final class CurlWire: Wire {
  package let needsSignIn = true
  private let multi: UnsafeMutableRawPointer
  private let userAgent: String
  private let certificates: () -> CertificateStore?
  private let wakeDescriptor: Int32
  private let proxyExceptions: String
  private let largestBody: Int
  /// Descriptors that end the next waits too once they are readable.
  var furtherDescriptors: [Int32] = []
  private var idle: [CurlTransfer] = []
  private var busy: [CurlTransfer] = []
  /// Exchanges that ended before they began.
  private var stillborn: [Exchange] = []
  private lazy var store = certificates()
  /// Whether the last wait was ended by pieces of answers alone.
  private var isPiecemeal = false
  /// How long pieces gather before the next look at them, in microseconds: answers come in many small ones, and each
  /// look costs two changes between tasks. It is short beside the way to any server.
  private static let gathering: UInt32 = 1000

  ///
  /// - `wakeDescriptor`: a descriptor that ends every wait once it is readable; -1 for none.
  /// - `certificates`: the store to trust, looked for when the first connection needs it.
  /// - `proxyExceptions`: hosts to reach without a proxy, as `ProxyExceptions` lists them.
  /// - `largestBody`: a longer body is refused. No answer that Azure gives to what is asked comes near the default.
  package init(
    userAgent: String, wakeDescriptor: Int32, proxyExceptions: String, largestBody: Int = 512 << 20,
    certificates: @escaping () -> CertificateStore?
  ) {
    curl_global_init(Int(CURL_GLOBAL_DEFAULT))
    guard let multi = unsafe curl_multi_init() else { preconditionFailure("no memory for libcurl") }
    unsafe self.multi = multi
    self.userAgent = userAgent
    self.wakeDescriptor = wakeDescriptor
    self.proxyExceptions = proxyExceptions
    self.largestBody = largestBody
    self.certificates = certificates
  }

  deinit {
    _ = cancelAll()
    idle = []
    unsafe curl_multi_cleanup(multi)
  }

  package func start(_ exchange: Exchange, timeout seconds: Double) {
    let new = { [self] in
      CurlTransfer(certificates: store, proxyExceptions: proxyExceptions, largestBody: largestBody)
    }
    guard let transfer = idle.popLast() ?? new() else {
      exchange.failure = .connection("no memory for a transfer")
      stillborn.append(exchange)
      return
    }
    transfer.load(exchange, userAgent: userAgent, timeout: seconds)
    transfer.place = busy.count
    busy.append(transfer)
    unsafe curl_multi_add_handle(multi, transfer.handle)
  }

  package func wait(_ seconds: Double) -> [Exchange] {
    var running: Int32 = 0
    unsafe curl_multi_perform(multi, &running)
    var ended = collect()
    if ended.isEmpty {
      let descriptors = (wakeDescriptor < 0 ? [] : [wakeDescriptor]) + furtherDescriptors
      var wakes = descriptors.map { curl_waitfd(fd: $0, events: Int16(CURL_WAIT_POLLIN), revents: 0) }
      if isPiecemeal { usleep(Self.gathering) }
      let milliseconds = Int32(min(seconds * 1000, 60_000).rounded(.up))
      unsafe curl_multi_poll(multi, &wakes, UInt32(wakes.count), milliseconds, nil)
      unsafe curl_multi_perform(multi, &running)
      ended = collect()
      isPiecemeal = ended.isEmpty
    }
    return ended
  }

  package func cancelAll() -> [Exchange] {
    let exchanges = busy.compactMap(\.exchange)
    for transfer in busy { unsafe curl_multi_remove_handle(multi, transfer.handle) }
    busy.removeAll()
    return exchanges
  }

  private func collect() -> [Exchange] {
    defer { stillborn = [] }
    var ended = stillborn
    var result = CURLE_OK
    while let handle = unsafe swath_multi_next_done(multi, &result) {
      unsafe curl_multi_remove_handle(multi, handle)
      guard let transfer = unsafe CurlTransfer.owner(of: handle) else { continue }
      busy.swapAt(transfer.place, busy.count - 1)
      busy[transfer.place].place = transfer.place
      busy.removeLast()
      if let exchange = transfer.unload(result) { ended.append(exchange) }
      idle.append(transfer)
    }
    return ended
  }
}
