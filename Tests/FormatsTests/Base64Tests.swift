import Formats
import Foundation
import Testing

@Test(arguments: 0..<64) func base64IsThatOfFoundation(count: Int) {
  let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count &* 89) }
  let standard = Data(bytes).base64EncodedString()
  #expect(Base64.encoded(bytes) == standard)
  #expect(Base64.decoded(standard) == bytes)
  #expect(Base64.decoded(" \(standard.prefix(5))\r\n\(standard.dropFirst(5))\n") == bytes)
  let url = standard.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  #expect(Base64.urlEncoded(bytes) == url)
}

@Test(arguments: ["a-b", "a=b", "ü", "a\u{0}"]) func whatIsNoBase64IsNotRead(text: String) {
  #expect(Base64.decoded(text) == nil)
}
