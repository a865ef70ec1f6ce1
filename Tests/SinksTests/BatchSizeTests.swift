import Formats
import Model
import OutputReaders
import Pass
import Planning
import Testing

@testable import Configuration
@testable import Sinks

@Test func howLargeBatchesWereIsAHistogram() throws {
  var fixture = Fixture()
  try fixture.add("cpu", resources: [resource("a")], values: [(1, [])])
  for metric in ["cpu", "undeclared"] {
    for size in [1, 2, 3, 50, 50, 65] {
      fixture.plan.batchSizes.add(size, .init(metric: metric, resourceType: "SqlDatabase", subscriptionID: "S"))
    }
  }
  let collector = Collector()
  var writer = ExpositionWriter(OutputBuffer { collector.add($0) }, shard: 1)
  try BatchSizeRows.write(fixture.plan, PassResult(targets: 1), to: &writer)
  try writer.finish()
  let text = try PrometheusText(String(decoding: collector.bytes, as: UTF8.self))
  #expect(text.types == ["promitor_batch_size": "histogram"])
  let labels = [
    "metric_name": "cpu", "resource_type": "SqlDatabase", "subscription_id": "S", "tenant_id": "T", "is_batch": "1",
    "shard": "1",
  ]
  let buckets = [("1", 1), ("2", 2), ("4", 3), ("8", 3), ("16", 3), ("32", 3), ("64", 5), ("+Inf", 6)]
  var expected = buckets.map { bound, count in
    PrometheusText.Sample(
      name: "promitor_batch_size_bucket", labels: labels.merging(["le": bound]) { $1 }, value: Double(count))
  }
  expected.append(.init(name: "promitor_batch_size_sum", labels: labels, value: 171))
  expected.append(.init(name: "promitor_batch_size_count", labels: labels, value: 6))
  #expect(text.samples == expected)
}

@Test func sizesOfBatchesAddUpAndReadBack() {
  let key = BatchSizes.Key(metric: "a\nb", resourceType: "t", subscriptionID: "")
  #expect(BatchSizes.Key(text: key.text).metric == "a\nb" && BatchSizes.Key(text: "").metric.isEmpty)
  var (one, other) = (BatchSizes(), BatchSizes())
  one.add(8, key)
  other.add(9, key)
  other.add(100, key)
  other.add(100, .init(metric: "gone", resourceType: "t", subscriptionID: ""))
  one.add(other, of: ["a\nb", "never asked"])
  #expect(one.numbers == [key.text: [117, 0, 0, 0, 1, 1, 0, 0, 1]] && BatchSizes(numbers: one.numbers) == one)
  for row in [[], [1], [0, 0, 0, 0, 1, 1, 0, 0, -1], [.max, 0, 0, 0, 0, 0, 0, 0, 0]] {
    #expect(BatchSizes(numbers: ["x": row]).numbers.isEmpty)
  }
}
