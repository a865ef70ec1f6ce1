internal import Configuration
internal import Model
internal import Pass
internal import Planning

/// What `promitor_batch_size` tells: a histogram for each metric that is read in batches, type and subscription.
enum BatchSizeRows {
  static func write(_ plan: Plan, _ result: PassResult, to writer: inout ExpositionWriter) throws {
    let numbers = result.batchSizes(after: plan).numbers
    guard !numbers.isEmpty else { return }
    let metric = SelfMetric.batchSize
    try writer.family(metric.name, help: metric.help, type: metric.type)
    let openings = ExpositionWriter.openings(metric.labels + ["le"])
    for text in numbers.keys.sorted() {
      let key = BatchSizes.Key(text: text)
      let tenant = plan.metrics.first { $0.declaration.name == key.metric }?.tenantID ?? ""
      let labels = [tenant, key.subscriptionID, key.resourceType, key.metric, "1"]
      func write(_ suffix: String, _ labels: [String], _ value: Int) throws {
        writer.sample(Array((metric.name + suffix).utf8))
        for (opening, value) in zip(openings, labels) { writer.label(opening, value) }
        try writer.value(Double(value), hasLabels: true)
      }
      let row = numbers[text] ?? [0]
      var count = 0
      for (place, number) in row.dropFirst().enumerated() {
        count += number
        let bound = place < BatchSizes.bounds.count ? "\(BatchSizes.bounds[place])" : "+Inf"
        try write("_bucket", labels + [bound], count)
      }
      try write("_sum", labels, row[0])
      try write("_count", labels, count)
    }
  }
}
