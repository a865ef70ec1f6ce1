/// The queries of Log Analytics that a configuration declares. Each ends as Promitor wants it, and gives one row.
struct LogQuery: Sendable {
  let name, text: String

  static let all = [
    LogQuery(name: "Heartbeats", text: "Heartbeat | summarize result = count() | project result"),
    LogQuery(
      name: "BillableQuantity",
      text: "Usage | where IsBillable == true | summarize result = sum(Quantity) | project result"),
    LogQuery(
      name: "FailedRequests",
      text: "AppRequests | where Success == false | summarize result = count() | project result"),
  ]
}
