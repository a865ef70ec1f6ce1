import Testing

@testable import AzureEmulator

/// The properties that make the emulated values an oracle.
@Suite struct SeriesValuesTests {
  private static let now = Emulated.noon
  private static let cases: [(EmulatedResource, MetricRow)] = Estate.demo.resources.prefix(8).flatMap { resource in
    resource.metrics.map { (resource, $0) }
  }

  private func sum(_ parts: [SeriesValues.Bucket]) -> SeriesValues.Bucket {
    var sum = SeriesValues.Bucket()
    for part in parts {
      sum.total += part.total
      sum.count += part.count
      sum.minimum = min(sum.minimum, part.minimum)
      sum.maximum = max(sum.maximum, part.maximum)
    }
    return sum
  }

  @Test func longerBucketsAreTheSumsOfTheirMinutes() {
    let values = SeriesValues(longestDelay: 150)
    for (resource, metric) in Self.cases {
      let all = SeriesValues.combinations(resource, metric)
      for grain in [300, 900, 3600] {
        for asOf in [nil, Self.now, Self.now - 200] {
          let start = Self.now - grain - 7 * 60
          let minutes = stride(from: start, to: start + grain, by: 60).map {
            values.bucket(resource, metric, all, start: $0, grain: 60, asOf: asOf)
          }
          #expect(values.bucket(resource, metric, all, start: start, grain: grain, asOf: asOf) == sum(minutes))
        }
      }
    }
  }

  @Test func wholeSeriesIsTheSumOfItsParts() {
    let values = SeriesValues(longestDelay: 150)
    for (resource, metric) in Self.cases where !metric.dimensions.isEmpty {
      let all = SeriesValues.combinations(resource, metric)
      #expect(all.count == metric.dimensions.map { resource.values(of: $0).count }.reduce(1, *))
      let parts = all.map { values.bucket(resource, metric, [$0], start: Self.now - 600, grain: 600, asOf: nil) }
      #expect(values.bucket(resource, metric, all, start: Self.now - 600, grain: 600, asOf: nil) == sum(parts))
    }
  }

  @Test func samplesOnlyEverArriveAndAllHaveAfterTheDelay() {
    let values = SeriesValues(longestDelay: 150)
    var differences = 0
    for (resource, metric) in Self.cases {
      let all = SeriesValues.combinations(resource, metric)
      let start = Self.now - 300
      let final = values.bucket(resource, metric, all, start: start, grain: 300, asOf: nil)
      var last = SeriesValues.Bucket()
      for asOf in stride(from: start, through: Self.now + 150, by: 30) {
        let partial = values.bucket(resource, metric, all, start: start, grain: 300, asOf: asOf)
        #expect(last.count <= partial.count && last.total <= partial.total)
        #expect(partial.count <= final.count && partial.total <= final.total)
        #expect(partial.minimum >= final.minimum && partial.maximum <= final.maximum)
        if partial != final { differences += 1 }
        last = partial
      }
      #expect(last == final)
      #expect(values.bucket(resource, metric, all, start: start, grain: 300, asOf: start).count == 0)
    }
    #expect(differences > 100)
  }

  @Test func valuesAreTheSameEveryTimeAndOthersForOtherSeries() {
    let values = SeriesValues(longestDelay: 150)
    var seen: Set<Double> = []
    for (resource, metric) in Self.cases {
      let all = SeriesValues.combinations(resource, metric)
      let one = values.bucket(resource, metric, all, start: Self.now, grain: 3600, asOf: nil)
      #expect(
        one == SeriesValues(longestDelay: 0).bucket(resource, metric, all, start: Self.now, grain: 3600, asOf: nil))
      seen.insert(one.total)
    }
    #expect(seen.count == Self.cases.count)
    // A fixed number, so that no machine and no release gives another.
    let (resource, metric) = Self.cases[0]
    let bucket = values.bucket(
      resource, metric, SeriesValues.combinations(resource, metric), start: Self.now, grain: 3600, asOf: nil)
    #expect(bucket.total == 971_148.25)
  }

  @Test func aggregationsAgree() {
    let values = SeriesValues(longestDelay: 150)
    var without = 0
    var zeros = 0
    for (resource, metric) in Self.cases {
      for start in stride(from: Self.now, to: Self.now + 3600, by: 60) {
        let combination = SeriesValues.combinations(resource, metric)[0]
        let bucket = values.bucket(resource, metric, [combination], start: start, grain: 60, asOf: nil)
        guard let average = bucket.value("average") else {
          without += 1
          #expect(["minimum", "maximum", "total", "count"].allSatisfy { bucket.value($0) == nil })
          continue
        }
        if bucket.total == 0 { zeros += 1 }
        #expect(average * Double(bucket.count) == bucket.total)
        #expect(bucket.minimum <= average && average <= bucket.maximum)
        #expect(bucket.value("none") == nil)
      }
    }
    #expect(without > 50 && zeros > 50)
  }

  @Test func valuesInPartsChangeUntilTheyAreWhole() {
    let (whole, parted) = (SeriesValues(longestDelay: 150), SeriesValues(longestDelay: 150, partShare: 0.5))
    var (changed, minutes) = (0, 0)
    for (resource, metric) in Self.cases {
      let all = SeriesValues.combinations(resource, metric)
      for start in stride(from: Self.now - 600, to: Self.now, by: 60) {
        func bucket(_ values: SeriesValues, _ asOf: Int?) -> SeriesValues.Bucket {
          values.bucket(resource, metric, [all[0]], start: start, grain: 60, asOf: asOf)
        }
        let final = bucket(whole, nil)
        #expect(bucket(parted, nil) == final && bucket(parted, start + 210) == final)
        guard final.count > 1 else { continue }
        minutes += 1
        let seen = stride(from: start + 60, through: start + 210, by: 5).map { bucket(parted, $0).count }
        #expect(Set(seen).isSubset(of: [0, 1, final.count]) && seen == seen.sorted())
        if seen.contains(1) { changed += 1 }
      }
    }
    #expect(minutes > 100 && abs(Double(changed) / Double(minutes) - 0.5) < 0.15, "\(changed) of \(minutes)")
  }
}
