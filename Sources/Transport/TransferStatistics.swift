/// What a pass sent and received.
package struct TransferStatistics: Sendable {
  /// Tries by API and by class of answer.
  package private(set) var tries: [Key: Int] = [:]
  package var retries = 0
  package private(set) var receivedBytes = 0
  package var largestInFlight = 0

  package init() {}

  package struct Key: Hashable, Sendable {
    package var api: HTTPRequest.API
    package var result: Result

    package init(api: HTTPRequest.API, result: Result) {
      self.api = api
      self.result = result
    }
  }

  /// The class of an answer, as self metrics name it.
  package enum Result: String, CaseIterable, Sendable {
    case ok, throttled, refused, failed
  }

  /// Adds what another courier counted.
  package mutating func add(_ other: TransferStatistics) {
    tries.merge(other.tries, uniquingKeysWith: +)
    retries += other.retries
    receivedBytes += other.receivedBytes
    largestInFlight = max(largestInFlight, other.largestInFlight)
  }

  mutating func count(_ exchange: Exchange) {
    let status = exchange.response.status
    let result: Result =
      switch status {
      case _ where exchange.failure != nil: .failed
      case 200..<300: .ok
      case 429, 529: .throttled
      case 400..<500: .refused
      default: .failed
      }
    tries[Key(api: exchange.request.api, result: result), default: 0] += 1
    receivedBytes += exchange.response.receivedBytes
  }
}
