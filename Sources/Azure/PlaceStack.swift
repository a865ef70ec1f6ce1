/// The places of the values that are open around one. An answer has fewer levels than this holds; what lies deeper is
/// outside of all that anybody reads.
struct PlaceStack {
  /// The innermost; outside where there is none.
  private(set) var last = MetricsAnswerHandler.Place.outside
  /// Those around it, a byte each.
  private var outer: UInt128 = 0
  private var depth = 0
  static let deepest = 16

  @inline(__always) mutating func push(_ place: MetricsAnswerHandler.Place) {
    depth += 1
    // The first that is too deep sets the last that is not aside; those after it have nothing to keep.
    guard depth <= Self.deepest + 1 else { return }
    outer = outer &<< 8 | UInt128(last.rawValue)
    last = depth <= Self.deepest ? place : .outside
  }

  @inline(__always) mutating func pop() -> MetricsAnswerHandler.Place {
    let place = last
    depth -= 1
    if depth <= Self.deepest {
      last = MetricsAnswerHandler.Place(rawValue: UInt8(truncatingIfNeeded: outer)) ?? .outside
      outer &>>= 8
    }
    return place
  }
}
