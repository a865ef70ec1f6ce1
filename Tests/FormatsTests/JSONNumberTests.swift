import Formats
import Glibc
import Testing

private func double(_ text: String) -> Double { JSONNumber.double(Array(text.utf8).span) }

private let rounds = unsafe getenv("SWATH_LONG_TESTS") == nil ? 400 : 100_000

@Test(arguments: 0..<10) func doublesReadAsStrtodReadsThem(seed: Int) {
  var random = Seeded(seed)
  for _ in 0..<rounds {
    let pattern = Double(bitPattern: random.next())
    guard pattern.isFinite else { continue }
    // The shortest text of any bits, more digits of them, and numbers in the shape of metrics.
    let digits = random.next() >> UInt64.random(in: 0..<64, using: &random)
    let exponent = Int.random(in: -30...30, using: &random)
    for text in [
      "\(pattern)", "\(digits)", "-\(digits)e\(exponent)", "\(digits)E+\(abs(exponent))",
      "\(digits >> 20).\(random.next() >> UInt64.random(in: 0..<60, using: &random))", "0.\(digits)e\(exponent * 12)",
    ] {
      let isSame = unsafe double(text).bitPattern == strtod(text, nil).bitPattern && double(text) == Double(text)
      #expect(isSame, "\(text): \(double(text))")
    }
  }
}

@Test(
  arguments: [
    ("0", 0), ("-0", -0.0), ("1.50", 1.5), ("1e5", 100_000), ("9007199254740992", 0x1p53), ("9007199254740993", 0x1p53),
    ("1e22", 1e22), ("1e23", 1e23), ("100000000000000000000000000000", 1e29),
    ("0.000000000000000000000000000001", 1e-30), ("5e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("1e0000", 1),
    ("0e999999", 0), ("18446744073709551616", 0x1p64), ("36893488147419103233", 0x1p65),
    ("1.8446744073709551617", 1.8446744073709551617),
    ("1e400", .infinity), ("-1e400", -.infinity), ("3.1704730617608408", 3.1704730617608408),
  ] as [(String, Double)])
func numbersAtTheEdges(text: String, value: Double) {
  #expect(double(text).bitPattern == value.bitPattern)
}
