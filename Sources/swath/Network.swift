internal import Azure
internal import Configuration
internal import Logging
internal import Planning
internal import System
internal import Transport

/// The way to Azure, or to recordings of it, and the time that there is for it.
struct Network {
  let wire: any Wire
  private let means: Means
  private let settings: RuntimeSettings
  private let environment: [String: String]
  /// When the invocation began.
  private let begun: Instant

  /// What a command was told of it.
  struct Means {
    /// Seconds; nil for the runtime file's, or the usual ones.
    var deadline: Int?
    var maxInFlight: Int?
    var quotaShare: Double?
    var replay: String?
    var record: String?
    var anonymise = false

    init(deadline: Int) {
      self.deadline = deadline
    }

    init(_ options: NetworkOptions) {
      (deadline, maxInFlight) = (options.deadline, options.maxInFlight)
      quotaShare = options.quotaShare
      (replay, record, anonymise) = (options.replay, options.record, options.anonymise)
    }
  }

  /// The part of the time in which look-ups may be made.
  var lookUpShare: Double { settings.discoveryShare }

  /// - `wakeDescriptor`: ends waiting once it is readable.
  /// - Throws: `Refusal` where recordings cannot be read or written, or a certificate is missing.
  init(
    _ means: Means, _ settings: RuntimeSettings, environment: [String: String], begun: Instant, wakeDescriptor: Int32
  ) throws {
    self.means = means
    self.settings = settings
    self.environment = environment
    self.begun = begun
    wire = try Self.wire(means, settings, environment, wakeDescriptor)
  }

  var isReplayed: Bool { means.replay != nil }

  /// The most requests under way at a time.
  var maxInFlight: Int { means.maxInFlight ?? settings.maxInFlight ?? 16 }

  /// Sends over the wire until a share of the time for the network is over.
  func courier(share: Double) -> Courier {
    Courier(
      wire: wire, maxInFlight: maxInFlight, deadline: deadline(share: share),
      quotaShare: means.quotaShare ?? settings.quotaShare ?? 1, isStopped: { StopSignal.isRaised },
      wallSeconds: { Clock.wallMicroseconds / 1_000_000 }, jitter: { Double.random(in: 0...1) })
  }

  /// When a share of the time for the network is over.
  func deadline(share: Double) -> Instant { begun + deadline.seconds(since: begun) * share }

  /// When the last answer must be there: a tenth of the time, and at least two seconds, is kept for writing.
  private var deadline: Instant {
    let seconds = Double(means.deadline ?? settings.deadline ?? 50)
    return begun + (seconds - min(max(seconds / 10, 2), seconds / 2))
  }

  /// A credential for each account; nil where the wire needs none.
  func credentials(_ accounts: [Account], _ authentication: RuntimeSettings.Authentication) throws -> [Credential?] {
    wire.needsSignIn && !accounts.isEmpty
      ? try Credentials.all(accounts, authentication, environment: environment) : accounts.map { _ in nil }
  }

  /// Recordings that could not be written cost the pass nothing.
  func finishRecording(_ log: Logger) {
    do {
      try (wire as? RecordingWire)?.finish()
    } catch {
      log.error("the recordings: \(error)")
    }
  }

  private static func wire(
    _ means: Means, _ settings: RuntimeSettings, _ environment: [String: String], _ wakeDescriptor: Int32
  ) throws -> any Wire {
    if let folder = means.replay {
      do {
        return try ReplayWire(folder)
      } catch {
        throw Refusal(.inputMissing, "the recordings: \(error)")
      }
    }
    let authority = settings.certificateAuthority.map { ($0, CertificateStore(path: $0)) }
    if let (path, store) = authority, store == nil {
      throw Refusal(
        .configurationInvalid,
        "transport.certificateAuthority: there is no certificate at \(path): name a file in PEM, or a folder that "
          + "`openssl rehash` has gone over")
    }
    let curl = CurlWire(
      userAgent: "swath/\(Swath.version)", wakeDescriptor: wakeDescriptor,
      proxyExceptions: ProxyExceptions.list(environment),
      certificates: { CertificateStore.chosen(environment, named: authority?.1) })
    let wire = CommandWire(curl)
    guard let folder = means.record else { return wire }
    do {
      return try RecordingWire(wire, into: folder, isAnonymised: means.anonymise)
    } catch {
      throw Refusal(.outputFailed, "the recordings: \(error)")
    }
  }
}
