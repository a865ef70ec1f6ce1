/// How an emulator is set up.
package struct EmulatorConfiguration: Sendable {
  package var estate = Estate.demo
  /// 0 takes a free one.
  package var port = 0
  /// The address that clients know it by, where something stands in front of it; nil for its own.
  package var publicEndpoint: String?
  package var tenantID = Estate.defaultTenantID
  package var clientID = "00000000-0000-0000-0000-0000000000bb"
  package var clientSecret = "emulated-secret"
  package var identities = EmulatedIdentities()
  /// The shared access signature that opens every storage queue (azure-apis 6).
  package var sasToken = "sv=2021-08-06&ss=q&srt=sco&sp=r&se=2099-12-31T00:00:00Z&sig=ZW11bGF0ZWQ%3D"
  /// The longest that samples may be on their way, in seconds.
  package var longestDelay = 150
  /// The share of minutes whose samples come only `lateDelay` seconds after their end.
  package var lateShare = 0.0
  package var lateDelay = 1800
  /// The share of minutes whose samples come in two parts, so that their values change until the second is there. Those
  /// that come only `lateDelay` seconds after their end come whole.
  package var partShare = 0.0
  /// Reads that a subscription may make at once (azure-apis 0.4).
  package var readQuota = 250
  /// Queries of Resource Graph in each five seconds (azure-apis 2.2).
  package var graphQuota = 15
  /// Reads of definitions of a subscription in each five minutes (azure-apis 0.4).
  package var definitionsQuota = 400
  /// Batches in a region in each hour; nobody publishes the number (azure-apis 4).
  package var batchQuota = 360_000
  /// Queries of Log Analytics in each thirty seconds (azure-apis 5).
  package var logQuota = 200
  /// Whether answers tell the reads that are left by the header of a provider that has a limit of its own
  /// (azure-apis 0.4 and 9.7).
  package var hasProviderQuota = false
  /// Subscriptions in which the application has no role.
  package var unreadableSubscriptions: [String] = []
  /// A clock that stands at this time (seconds since 1970 UTC) until it is moved; nil for the machine's.
  package var fixedNow: Int?
  /// Milliseconds that every answer takes.
  package var latencyMilliseconds = 0

  package init() {}
}
