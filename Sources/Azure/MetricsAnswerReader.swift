package import Formats
package import Model
internal import Transport

/// Reads the answer to a metrics query as it comes, keeping only what the query asked for. Memory does not grow with
/// the answer. One reader serves one exchange after the other.
package final class MetricsAnswerReader: BodyReceiver {
  private var unwrapper = JSONUnwrapper(JSONTokenizer(MetricsAnswerHandler()))
  private var error: JSONError?

  package init() {}

  /// Makes it ready for the answer to a query.
  package func prepare(for query: MetricsQuery) {
    unwrapper.tokenizer.handler.query(query)
    restart()
  }

  package func restart() {
    unwrapper.reset()
    unwrapper.tokenizer.handler.restart()
    error = nil
  }

  package func receive(_ bytes: borrowing Span<UInt8>) -> Bool {
    do {
      try unwrapper.feed(bytes)
      return true
    } catch {
      self.error = error
      return false
    }
  }

  /// The answer, once all of it has come.
  /// - Throws: `JSONError` where it is not whole, or no answer about metrics.
  package func finish() throws(JSONError) -> MetricsAnswer {
    if let error { throw error }
    try unwrapper.finish()
    return try unwrapper.tokenizer.handler.finish()
  }

  /// What is wrong with an answer that was refused.
  package var complaint: String { error?.description ?? "the answer cannot be read" }
}
