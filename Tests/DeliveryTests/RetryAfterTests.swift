import System
import Testing

@testable import Delivery
@testable import Transport

/// A wait is told by its length or by its end, which is a date in any of three forms.
@Test(
  arguments: [
    ("90", 90.0), ("Fri, 15 Jan 2027 08:01:30 GMT", 90), ("Friday, 15-Jan-27 08:01:30 GMT", 90),
    ("Fri Jan 15 08:01:30 2027", 90), ("Fri, 15 Jan 2027 07:00:00 GMT", 0), ("soon", nil), ("nan", nil), ("-5", nil),
  ] as [(String, Double?)])
func receiversAreLeftAloneForAsLongAsTheySay(header: String, wait: Double?) throws {
  let now = 1_800_000_000
  let receivers: [any HTTPReceiver] = [
    OTLPReceiver(address: "http://c", encoding: .json), OTLPReceiver(address: "http://c", encoding: .protobuf),
    StatuspageReceiver(address: "https://api", pageID: "p", key: Secret("k")),
  ]
  for receiver in receivers {
    let exchange = Exchange(try receiver.request(Array("{}".utf8)[...]), number: 1, receiver: BodyBuffer(limit: 9))
    exchange.response.status = 503
    exchange.response.headers = [("retry-after", header)]
    #expect(receiver.receipt(exchange, now: now) == .later(reason: "HTTP 503", wait: wait))
  }
  var row = UploadState.Row()
  row.fail("why", now: now, wait: wait)
  #expect(row.notBefore == now + Int(wait ?? 0))
}
