internal import NIOCore
internal import NIOHTTP1

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
      method: head.method.rawValue, uri: head.uri, headers: headers, body: String(buffer: body))
    let fault = state.begin(request)
    request.fault = fault?.kind
    let delay = state.configuration.latencyMilliseconds + (fault?.delayMilliseconds ?? 0)
    if delay == 0 { return send(request, head, fault, context) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    let delayed = request
    context.eventLoop.scheduleTask(in: .milliseconds(Int64(delay))) {
      let (handler, context) = bound.value
      handler.send(delayed, head, fault, context)
    }
  }

  private func send(
    _ request: EmulatedRequest, _ head: HTTPRequestHead, _ fault: Fault?, _ context: ChannelHandlerContext
  ) {
    if fault?.kind == .reset {
      state.end(EmulatedAnswer(0, api: "fault"))
      return context.close(promise: nil)
    }
    let own = "http://127.0.0.1:\(context.localAddress?.port ?? 0)"
    var answer =
      fault?.answer(request.path) ?? state.answer(request, base: state.configuration.publicEndpoint ?? own)
    if let wait = fault?.retryAfter { answer.headers.append(("Retry-After", wait)) }
    if fault?.kind == .wrapped {
      // azure-apis 4: rarely the whole answer is a string that holds the document.
      answer.body = ByteBuffer(string: String(buffer: answer.body).json)
    }
    if let fault, fault.kind == .oversized { answer.body = Self.blown(answer.body, megabytes: fault.megabytes) }
    if request.headers["accept-encoding"]?.contains("gzip") == true {  // azure-apis 0.2
      answer.body = Gzip.stored(answer.body)
      answer.headers.append(("Content-Encoding", "gzip"))
    }
    state.end(answer)
    var headers = HTTPHeaders(answer.headers)
    headers.add(name: "Content-Length", value: String(answer.body.readableBytes))
    let isKeptAlive = head.isKeepAlive && fault?.kind != .truncate
    if !isKeptAlive { headers.add(name: "Connection", value: "close") }
    let response = HTTPResponseHead(
      version: head.version, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    if fault?.kind == .truncate {
      let half = answer.body.getSlice(at: answer.body.readerIndex, length: answer.body.readableBytes / 2)
      let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(half ?? ByteBuffer())))).whenComplete { _ in
        bound.value.close(promise: nil)
      }
      return
    }
    if let fault, fault.kind == .trickle {
      context.flush()
      return trickle(answer.body, every: max(fault.delayMilliseconds, 1), context)
    }
    context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if !isKeptAlive { context.close(promise: nil) }
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

  /// A document with blanks before its last bracket.
  private static func blown(_ body: ByteBuffer, megabytes: Int) -> ByteBuffer {
    var (body, blown) = (body, ByteBuffer())
    guard let head = body.readSlice(length: max(body.readableBytes - 1, 0)) else { return body }
    blown.writeImmutableBuffer(head)
    blown.writeRepeatingByte(UInt8(ascii: " "), count: megabytes << 20)
    blown.writeBuffer(&body)
    return blown
  }
}
