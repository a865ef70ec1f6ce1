internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Turns the parts of a request into a whole one, and its answer into parts.
final class EmulatorHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let state: EmulatorState
  private var head: HTTPRequestHead?
  private var body = ByteBuffer()

  init(_ state: EmulatorState) {
    self.state = state
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body.clear()
    case .body(var part): body.writeBuffer(&part)
    case .end:
      guard let head else { return }
      respond(to: head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func respond(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
    var request = EmulatedRequest(
      method: head.method.rawValue, uri: head.uri, headers: headers,
      // receivers 2.1: a body may be compressed. One that is not what it says is empty.
      body: headers["content-encoding"] == "gzip"
        ? String(decoding: Inflate.gunzip(Array(buffer: body)) ?? [], as: UTF8.self) : String(buffer: body))
    let own = state.configuration.publicEndpoint ?? "http://127.0.0.1:\(context.localAddress?.port ?? 0)"
    let fault = state.begin(request, base: own)
    request.fault = fault?.kind
    let delay = state.configuration.latencyMilliseconds + (fault?.delayMilliseconds ?? 0)
    if delay == 0 { return send(request, head, fault, base: own, context) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let delayed = request
    context.eventLoop.scheduleTask(in: .milliseconds(Int64(delay))) {
      let (handler, context) = bound.value
      handler.send(delayed, head, fault, base: own, context)
    }
  }

  private func send(
    _ request: EmulatedRequest, _ head: HTTPRequestHead, _ fault: Fault?, base: String, _ context: ChannelHandlerContext
  ) {
    if fault?.kind == .reset {
      state.end(EmulatedAnswer(0, api: "fault"))
      return context.close(promise: nil)
    }
    var answer = fault?.answer(request.path) ?? state.answer(request, base: base)
    fault?.bend(&answer)
    if request.headers["accept-encoding"]?.contains("gzip") == true, answer.body.readableBytes > 0 {  // azure-apis 0.2
      answer.body = Gzip.stored(answer.body)
      answer.headers.append(("Content-Encoding", "gzip"))
    }
    state.end(answer)
    var headers = HTTPHeaders(answer.headers)
    let length = answer.body.readableBytes
    headers.add(name: "Content-Length", value: String(fault?.kind == .shortened ? length / 2 : length))
    let isCut = fault.map { [.truncate, .resetInBody, .shortened].contains($0.kind) } ?? false
    let isKeptAlive = head.isKeepAlive && !isCut
    if !isKeptAlive { headers.add(name: "Connection", value: "close") }
    let response = HTTPResponseHead(
      version: head.version, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    if let fault, isCut { return cut(answer.body, fault.kind, context) }
    if let fault, fault.kind == .trickle {
      context.flush()
      return trickle(answer.body, every: max(fault.delayMilliseconds, 1), context)
    }
    context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if !isKeptAlive { context.close(promise: nil) }
  }

  /// Sends a body that does not end as it was said to, and ends the connection.
  private func cut(_ body: ByteBuffer, _ kind: Fault.Kind, _ context: ChannelHandlerContext) {
    let length = kind == .shortened ? body.readableBytes : body.readableBytes / 2
    let part = body.getSlice(at: body.readerIndex, length: length) ?? ByteBuffer()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(part)))).whenComplete { _ in
      let context = bound.value
      // What lingers for no time is thrown away: the other end hears of a reset.
      if kind == .resetInBody, let socket = context.channel as? any SocketOptionProvider {
        socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in bound.value.close(promise: nil) }
      } else {
        context.close(promise: nil)
      }
    }
  }

  /// The number of pieces in which a body trickles.
  private static let pieces = 8

  /// Sends what is left of a body, a piece each time.
  private func trickle(_ body: ByteBuffer, every milliseconds: Int, _ context: ChannelHandlerContext) {
    var body = body
    let size = max(body.readableBytes / Self.pieces, 1)
    guard let piece = body.readSlice(length: min(size, body.readableBytes)), piece.readableBytes > 0 else {
      return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(piece))), promise: nil)
    let (bound, rest) = (NIOLoopBound((self, context), eventLoop: context.eventLoop), body)
    context.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) {
      let (handler, context) = bound.value
      handler.trickle(rest, every: milliseconds, context)
    }
  }
}
