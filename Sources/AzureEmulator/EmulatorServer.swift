internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// An Azure on the loopback interface.
package final class EmulatorServer: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let state: EmulatorState
  package let port: Int

  private init(
    _ group: MultiThreadedEventLoopGroup, _ channel: any Channel, _ state: EmulatorState, port: Int
  ) {
    self.group = group
    self.channel = channel
    self.state = state
    self.port = port
  }

  /// Listens on 127.0.0.1.
  /// - Throws: where the port is taken.
  package static func start(_ configuration: EmulatorConfiguration) async throws -> EmulatorServer {
    let state = EmulatorState(configuration)
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(EmulatorHandler(state))
        }
      }
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
    do {
      let channel = try await bootstrap.bind(host: "127.0.0.1", port: configuration.port).get()
      return EmulatorServer(group, channel, state, port: channel.localAddress?.port ?? 0)
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// Its address: that of the authority, of the resource manager, and the audience of its tokens.
  package var endpoint: String { "http://127.0.0.1:\(port)" }
  package var statistics: EmulatorStatistics { state.statistics }
  /// The bodies that a receiver of uploads has accepted, in order: `otlp` or `statuspage`.
  package func bodies(of receiver: String) -> [String] {
    state.bodies(of: receiver)
  }
  /// Seconds since 1970 UTC.
  package var now: Int { state.now }

  package func set(now: Int) { state.set(now: now) }
  /// Replaces the faults.
  package func set(faults: [Fault]) { state.set(faults: faults) }
  /// A token of the application for an audience, as if it had signed in somewhere else.
  package func issueToken(audience: String) -> String { state.issueToken(audience: audience) }
  package func revokeTokens() { state.revokeTokens() }
  /// Replaces the subscriptions in which the application has no role.
  package func set(unreadable: [String]) { state.set(unreadable: unreadable) }
  /// Replaces the ids of the resources that have vanished.
  package func set(removed: [String]) { state.set(removed: removed) }
  package func resetStatistics() { state.resetStatistics() }

  /// Waits until the server is stopped.
  package func wait() async throws { try await channel.closeFuture.get() }

  package func stop() async throws {
    try await channel.close()
    try await group.shutdownGracefully()
  }
}
