internal import System
internal import Transport

/// The transport alone: answers are fetched and dropped.
enum TransportBench {
  private final class Drop: BodyReceiver {
    var bytes = 0
    func restart() {}
    func receive(_ chunk: borrowing Span<UInt8>) -> Bool {
      bytes += chunk.count
      return true
    }
  }

  /// Fetches the URLs by turns, and prints wall and processor time in microseconds, good answers and bytes.
  static func fetch(_ urls: [String], times: Int, inFlight: Int) {
    let environment = EnvironmentVariables.all()
    let wire = CurlWire(
      userAgent: "swath-bench", wakeDescriptor: -1, proxyExceptions: ProxyExceptions.list(environment),
      certificates: { CertificateStore.chosen(environment) })
    let start = Instant.now
    let courier = Courier(
      wire: wire, maxInFlight: inFlight, deadline: start + 600, isStopped: { false },
      wallSeconds: { Clock.wallMicroseconds / 1_000_000 }, jitter: { 0 })
    let drop = Drop()
    for number in 0..<times {
      let request = HTTPRequest(.get, urls[number % urls.count], api: .storageQueue, quota: "bench")
      courier.submit(Exchange(request, number: number, receiver: drop))
    }
    var good = 0
    while let exchange = courier.next() {
      if exchange.failure == nil, exchange.response.isSuccess { good += 1 }
    }
    print(Int(Instant.now.seconds(since: start) * 1_000_000), Clock.processorMicroseconds, good, drop.bytes)
  }
}
