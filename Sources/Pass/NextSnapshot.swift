internal import Configuration
internal import Model
package import Planning
package import Snapshot

extension SnapshotContent {
  /// What a pass leaves to the next one. What it did not attempt keeps its old state.
  ///
  /// - `pass`: its name.
  package init(after plan: Plan, result: PassResult, found: LookUpResult, pass: String, takenAt: Int, isFrozen: Bool) {
    self.init(takenAt: takenAt, isFrozen: isFrozen)
    self.pass = pass
    metrics = plan.metrics.map { metric in
      let attempt = metric.isDue ? plan.now : metric.lastAttempt ?? plan.now
      return MetricState(name: metric.declaration.name, fingerprint: metric.fingerprint, lastAttempt: attempt)
    }
    groups = found.groups
    places = found.places
    resources = plan.resources.map(\.key)
    rows = zip(plan.targets, result.states).map { target, state in
      TargetRow(metric: target.metric, resource: target.resource, state: state)
    }
    // Rows and targets have the same numbers, so the samples are the same table.
    samples = result.samples
  }
}
