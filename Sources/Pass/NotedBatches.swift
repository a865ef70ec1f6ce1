internal import Configuration
package import Model
package import Planning

extension Ledger {
  /// Notes how many resources a batch had that Azure has answered, whatever it said: Promitor's batches are those of
  /// getBatch.
  mutating func noteBatch(_ request: PlannedRequest) {
    guard request.query.batch?.api == .dataPlane, let first = request.asks.first else { return }
    let type = plan.resources[Int(plan.targets[Int(first.target)].resource)].type
    var sizes: [Int: Int] = [:]
    for ask in request.asks { sizes[Int(plan.targets[Int(ask.target)].metric), default: 0] += 1 }
    for (metric, size) in sizes {
      let key = BatchSizes.Key(
        metric: plan.metrics[metric].declaration.name, resourceType: type, subscriptionID: request.query.subscriptionID)
      result.batchSizes.add(size, key)
    }
  }
}

extension PassResult {
  /// How large batches were up to the end of the pass, of the metrics that are still declared.
  package func batchSizes(after plan: Plan) -> BatchSizes {
    let declared = Set(plan.metrics.map(\.declaration.name))
    var sizes = batchSizes
    sizes.add(plan.batchSizes, of: declared)
    return sizes
  }
}
