internal import Model
package import Snapshot

/// What earlier passes left for people to read.
package struct PassHistory: Sendable {
  let passes: [PassFigures]
  let digest: PassDigest
  /// By name.
  let metrics: [String: MetricFigures]

  /// - `snapshot`: nil before the first pass.
  package init(_ snapshot: SnapshotContent? = nil) {
    passes = snapshot?.passes ?? []
    digest = snapshot?.digest ?? PassDigest()
    metrics = Dictionary((snapshot?.metrics ?? []).map { ($0.name, $0.figures) }) { first, _ in first }
  }
}
