/// Names of Azure taken apart, to be put together as other spellings want them.
extension String {
  /// The words of a name in lower case: `Percentage CPU` and `percentageCPU` both have `percentage` and `cpu`.
  var identifierWords: [String] {
    var words: [String] = []
    let scalars = Array(Self.names.reduce(self) { $0.replacing($1.key, with: $1.value) }.unicodeScalars)
    var isInWord = false
    for (at, scalar) in scalars.enumerated() {
      guard scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        isInWord = false
        continue
      }
      // A capital begins a word behind a small letter, and before one: cpuCount, CPUCount.
      let follows = at > 0 ? scalars[at - 1] : scalar
      let isBeforeSmall = at + 1 < scalars.count && scalars[at + 1].properties.isLowercase
      let isBehindEnd = follows.properties.isLowercase || follows.properties.isUppercase && isBeforeSmall
      if !isInWord || scalar.properties.isUppercase && isBehindEnd { words.append("") }
      isInWord = true
      words[words.count - 1] += String(scalar).lowercased()
    }
    return words
  }

  /// Names of products that are one word whatever their capitals say.
  private static let names: [(key: String, value: String)] = [
    ("IoT", "Iot"), ("ioT", "iot"), ("MySql", "Mysql"), ("PostgreSql", "Postgresql"),
    ("PowerBi", "Powerbi"), ("DDoS", "Ddos"),
  ]
}
