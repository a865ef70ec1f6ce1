/// One block of a PEM file (RFC 7468): `-----BEGIN LABEL-----` to `-----END LABEL-----`.
struct PEMBlock {
  let label: String
  /// What stands between its two lines.
  let content: Substring
  /// The block as it stands in the file.
  let text: String

  /// The blocks of a text, in their order; what stands around them is a comment.
  static func all(in text: String) -> [PEMBlock] {
    var blocks: [PEMBlock] = []
    var rest = text[...]
    while let begin = rest.firstRange(of: "-----BEGIN "),
      let endOfLabel = rest[begin.upperBound...].firstRange(of: "-----")
    {
      let label = String(rest[begin.upperBound..<endOfLabel.lowerBound])
      guard let end = rest[endOfLabel.upperBound...].firstRange(of: "-----END \(label)-----") else { break }
      blocks.append(
        PEMBlock(
          label: label, content: rest[endOfLabel.upperBound..<end.lowerBound],
          text: String(rest[begin.lowerBound..<end.upperBound])))
      rest = rest[end.upperBound...]
    }
    return blocks
  }
}
