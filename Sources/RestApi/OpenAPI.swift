internal import Formats

extension API {
  /// The description of all addresses (OpenAPI 3.0).
  func openAPI(_ call: Call) -> JSONValue {
    .object([
      "openapi": .string("3.0.3"),
      "info": .object([
        "title": .string("Swath"), "version": .string(source.version),
        "description": .string("The REST API of Promitor's agents, answered from the last pass's snapshot."),
      ]),
      "servers": .array([.object(["url": .string(server(call.request))])]),
      "paths": .object(call.routes.map { .init($0.path, .object(["get": Self.described($0)])) }),
    ])
  }

  /// Where this server is to be found, as proxies in front of it tell.
  private func server(_ request: APIRequest) -> String {
    func first(_ name: String) -> String? {
      request.header(name)?.split(separator: ",").first.map { $0.filter { !$0.isWhitespace } }
    }
    let prefix = first("x-forwarded-prefix").map { "/" + $0.split(separator: "/").joined(separator: "/") } ?? "/"
    guard let host = first("x-forwarded-host"), !host.isEmpty else { return prefix }
    return "\(first("x-forwarded-proto") == "https" ? "https" : "http")://\(host)\(prefix == "/" ? "" : prefix)"
  }

  private static func described(_ route: Route) -> JSONValue {
    var good = answer("As asked.", route.mediaType, route.schema)
    if !route.links.isEmpty, case .object(let members) = good {
      let links = route.links.map { link in
        JSONValue.Member(
          link.name,
          .object([
            "operationId": .string(operation(link.path)),
            "parameters": .object([.init(link.parameter, .string(link.value))]),
          ]))
      }
      good = .object(members + [.init("links", .object(links))])
    }
    var answers: [JSONValue.Member] = [.init("200", good)]
    if !route.parameters.isEmpty {
      answers.append(.init("400", answer("A parameter has no such value.", "application/problem+json", Route.problem)))
    }
    for other in route.others {
      answers.append(.init("\(other.status)", answer(other.meaning, other.mediaType, other.schema)))
    }
    answers.append(.init("default", answer("What is wrong.", "application/problem+json", Route.problem)))
    let parameters = route.parameters.map { parameter in
      JSONValue.object([
        "name": .string(parameter.name), "in": .string(parameter.isInPath ? "path" : "query"),
        "required": .boolean(parameter.isInPath), "description": .string(parameter.meaning),
        "schema": schema(parameter.schema),
      ])
    }
    return .object([
      "summary": .string(route.summary),
      "operationId": .string(operation(route.path)),
      "parameters": parameters.isEmpty ? nil : .array(parameters),
      "responses": .object(answers),
    ])
  }

  private static func operation(_ path: String) -> String {
    "get" + path.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "_" }.joined()
  }

  private static func answer(_ meaning: String, _ mediaType: String, _ text: String) -> JSONValue {
    .object([
      "description": .string(meaning),
      "content": .object([.init(mediaType, .object(["schema": schema(text)]))]),
    ])
  }

  private static func schema(_ text: String) -> JSONValue { (try? JSONValue(Array(text.utf8))) ?? .object([]) }
}
