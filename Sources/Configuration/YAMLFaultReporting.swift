import Formats

extension Diagnostics {
  /// Reads the YAML of a file and reports its faults; nil where it is none at all.
  mutating func document(_ text: [UInt8], file: String) -> YAMLDocument? {
    add(source: text, of: file)
    do {
      let document = try YAMLDocument.read(text)
      for fault in document.faults { report(fault, file: file) }
      return document
    } catch {
      report(error, file: file)
      return nil
    }
  }

  private mutating func report(_ fault: YAMLFault, file: String) {
    let rule: Rule =
      switch fault.kind {
      case .malformed: .malformed
      case .excessive: .excessive
      case .duplicateKey: .duplicateKey
      case .keyIsNoText: .keyIsNoText
      case .moreDocuments: .moreDocuments
      }
    report(rule, at: Origin(file: file).position(fault.mark), fault.message, help: fault.remedy)
  }
}
