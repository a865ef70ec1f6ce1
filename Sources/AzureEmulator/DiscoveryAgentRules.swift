/// Promitor's Resource Discovery agent, beside the emulated Azure: `GET /api/v2/resources/groups/{group}/discover`
/// (rest-api, "Resource discovery"). Its groups are those that the emulator's discovery declarations have: `all-TYPE`.
enum DiscoveryAgentRules {
  static let api = "discoveryAgent"
  private static let start = "/api/v2/resources/groups/"

  /// nil for a request of another kind.
  static func answer(_ request: EmulatedRequest, _ resources: [EmulatedResource]) -> EmulatedAnswer? {
    let parts = request.path.dropFirst(start.count).split(separator: "/")
    guard request.path.lowercased().hasPrefix(start), request.method == "GET", parts.count == 2,
      parts[1].lowercased() == "discover"
    else { return nil }
    let type = parts[0].lowercased().dropFirst("all-".count)
    let own = resources.filter { $0.type.name.lowercased() == type }
    guard parts[0].lowercased().hasPrefix("all-"), EmulatedType.all.contains(where: { $0.name.lowercased() == type })
    else {
      return EmulatedAnswer(
        404, json: "{\"information\":\("No resource discovery group has the name \(parts[0])".json)}", api: api)
    }
    guard let page = Int(request.query["currentpage"] ?? "1"), let size = Int(request.query["pagesize"] ?? "1000"),
      page >= 1, 1...1000 ~= size
    else {
      return EmulatedAnswer(400, json: "{\"status\":400,\"detail\":\"The page is out of range.\"}", api: api)
    }
    let rows = own.dropFirst((page - 1) * size).prefix(size).map(row)
    return EmulatedAnswer(
      json: """
        {"$type":"Promitor.Core.Contracts.PagedPayload","Result":[\(rows.joined(separator: ","))],\
        "PageInformation":{"PageSize":\(size),"CurrentPage":\(page),"TotalRecords":\(own.count)},\
        "HasMore":\(own.count - page * size > 0)}
        """, api: api)
  }

  /// The keys of its declaration with a capital first letter.
  private static func row(_ resource: EmulatedResource) -> String {
    let fields = zip(resource.type.keys, resource.fields).filter { !$1.isEmpty }.map { key, value in
      "\((key.prefix(1).uppercased() + key.dropFirst()).json):\(value.json)"
    }
    let type = resource.type.name
    return """
      {"$type":"Promitor.Core.Contracts.ResourceTypes.\(type)ResourceDefinition, Promitor.Core.Contracts",\
      \(fields.joined(separator: ",")),"ResourceType":\(type.json),"SubscriptionId":\(resource.subscriptionID.json),\
      "ResourceGroupName":\(resource.resourceGroup.json)}
      """
  }
}
