internal import Configuration
internal import Delivery
internal import Formats
internal import Model
internal import RestApi
internal import Snapshot
internal import System

/// What answers are made of, fetched from the files when an answer needs it.
struct APISource {
  private let api: Result<API, API.Unavailable>
  private let version = Swath.version

  init(_ command: APICommand, _ environment: [String: String]) throws {
    let files = ConfigurationPlaces(command.configuration, environment: environment)
    let places = try Places(
      command.snapshot, output: command.outputs.output, textfile: command.outputs.textfile, environment: environment)
    do {
      let settings = try Self.inputs(files, [.runtime], environment).settings
      var source = API.Source(
        settings: settings, now: (command.snapshot.at ?? Clock.wallMicroseconds) / 1_000_000, version: version,
        zone: TimeZoneOffset { Clock.localOffset(at: $0) })
      source.shard = places.shard
      source.runtime = {
        RuntimeSettings.document(try Files.readIfPresent(files.runtime), environment: environment)
      }
      source.declarations = { try Self.inputs(files, [.runtime, .declaration], environment).declarations }
      source.discovery = { try Self.inputs(files, [.discovery], environment).discovery }
      source.head = {
        guard Files.exists(places.snapshot) else { return nil }
        return try Self.usable {
          let parts = try SnapshotParts(places.snapshot)
          return API.Head(content: parts.head, targets: parts.targets, groupSizes: parts.groupSizes)
        }
      }
      source.found = { group, range in
        try Self.usable { try SnapshotParts(places.snapshot).found(group: group, range) }
      }
      source.snapshot = {
        guard let bytes = try Files.readIfPresent(places.snapshot) else { return nil }
        return try Self.usable { try SnapshotFile.content(bytes) }
      }
      source.uploads = {
        try Outbox(places.outbox).backlog().map {
          API.Upload(output: $0.output.rawValue, files: $0.files, oldest: $0.oldest, reason: $0.reason)
        }
      }
      let folder = places.textfileFolder(settings)
      source.metrics = { try Exposition("\(folder)/swath\(places.shard.suffix).prom") }
      source.selfMetrics = { try Exposition("\(folder)/swath-self\(places.shard.suffix).prom") }
      api = .success(API(command.agent, source))
    } catch let unavailable as API.Unavailable {
      api = .failure(unavailable)
    }
  }

  /// The answer to a request.
  ///
  /// - `id`: what names the transaction, where the request does not.
  func answer(_ request: APIRequest, id: String) -> APIAnswer {
    switch api {
    case .success(let api): api.answer(request, id: id)
    case .failure(let unavailable): .problem(500, unavailable.text)
    }
  }

  /// Some of the files; what is missing is as good as empty.
  private static func inputs(
    _ files: ConfigurationPlaces, _ kinds: Set<FileKind>, _ environment: [String: String]
  ) throws -> Inputs {
    let inputs: Inputs
    do {
      inputs = try Inputs(
        files, kinds: kinds, mustDeclare: false, environment: environment, diagnostics: Diagnostics())
    } catch let refusal as Refusal {
      throw API.Unavailable(refusal.message)
    }
    if inputs.diagnostics.hasErrors {
      throw API.Unavailable("the configuration has errors; swath validate tells them")
    }
    return inputs
  }

  /// What is wrong with a snapshot, in words.
  private static func usable<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch SnapshotParts.Fault.damaged(let reason) {
      throw API.Unavailable("the snapshot cannot be read: \(reason)")
    } catch SnapshotParts.Fault.newer(let version) {
      throw API.Unavailable("the snapshot has version \(version), of a newer Swath")
    }
  }
}

/// A text for Prometheus as the last pass wrote it.
private struct Exposition: StoredText {
  private let file: StoredFile

  /// nil where there is none.
  init?(_ path: String) throws {
    guard let file = try StoredFile(path) else { return nil }
    self.file = file
  }

  var count: Int { file.count }

  func send() throws { try StandardOutput.write(file) }
}
