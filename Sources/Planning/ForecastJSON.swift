package import Formats

// A forecast for programs. Members are only added.
extension Forecast {
  /// The document that `swath plan --format json` prints.
  package var json: JSONValue {
    .object([
      .init("at", .string(Timestamp.text(now))),
      .init(
        "pass",
        .object([
          .init("callsForValues", .number(Double(callsForValues))), .init("lookUps", .number(Double(lookUpCalls))),
          .init("largestPass", .number(Double(largestPass))), .init("series", .number(Double(series))),
          .init("isCounted", .boolean(isCounted)),
        ])),
      .init("unknown", .array(unknown.map(JSONValue.string))),
      .init(
        "calls",
        .array(
          calls.map { row in
            .object([
              .init("api", .string(row.api.name)), .init("subscription", .string(row.subscription)),
              .init("region", .string(row.region)), .init("calls", .number(Double(row.count))),
              .init("callsPerDay", .number(row.perDay.rounded())), .init("billed", .boolean(row.api.isBilled)),
              .init("quotaShare", row.quotaShare.map(JSONValue.number) ?? .null),
            ])
          })),
      .init(
        "cost",
        .object([
          .init("currency", .string("USD")), .init("pricePerThousandCalls", .number(price)),
          .init("perPass", .number(costPerPass)), .init("perDay", .number(costPerDay)),
          .init("perMonth", .number(costPerMonth)),
        ])),
      .init(
        "otherShapes",
        .array(
          otherShapes.map { other in
            .object([
              .init("queryShape", .string(other.shape)), .init("callsPerDay", .number(other.callsPerDay.rounded())),
              .init("costPerMonth", .number(cost(other.billedPerDay) * 30)),
            ])
          })),
      .init(
        "metrics",
        .array(
          metrics.map { metric in
            .object([
              .init("name", .string(metric.name)), .init("resources", .number(Double(metric.resources))),
              .init("asked", .number(Double(metric.asked))), .init("series", .number(Double(metric.series))),
              .init("isCounted", .boolean(metric.isCounted)), .init("reason", .string(metric.reason)),
            ])
          })),
      .init(
        "shared",
        .array(
          shared.map { group in
            .object([
              .init("metrics", .array(group.metrics.map(JSONValue.string))),
              .init("calls", .number(Double(group.calls))),
            ])
          })),
    ])
  }
}
