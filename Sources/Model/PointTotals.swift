/// What passes counted of points that did not come as they should, since the snapshot began.
package struct PointTotals: Sendable, Equatable {
  /// Points that first came after their bucket was final.
  package var late = 0
  /// Points whose value changed after it was delivered, as far as they were asked for again.
  package var revised = 0

  package init(late: Int = 0, revised: Int = 0) {
    self.late = late
    self.revised = revised
  }

  package static func + (one: Self, other: Self) -> Self {
    PointTotals(late: one.late + other.late, revised: one.revised + other.revised)
  }
}
