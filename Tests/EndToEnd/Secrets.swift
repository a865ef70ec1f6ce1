import Foundation
import Testing

/// Every secret and token of the emulator has a mark, which must be nowhere but in what the test itself wrote.
enum Secrets {
  /// Parts of secrets, of tokens, of the signature of queues, and of requests that hold a secret.
  private static let marks = [
    "emulated-", "emulated.workload", "client_assertion", "client_secret", "Bearer ", "PRIVATE KEY", "ZW11bGF0ZWQ",
  ]

  static func areIn(_ text: String) -> Bool { marks.contains(where: text.contains) }

  /// The files of a run with a mark, and stderr where it has one.
  static func leaks(of swath: SwathProcess, _ stderr: String) -> [String] {
    var leaks = areIn(stderr) ? ["stderr: \(stderr)"] : []
    let files = FileManager.default.enumerator(atPath: swath.folder.path)
    var count = 0
    while let name = files?.nextObject() as? String {
      guard !name.hasPrefix("config"), !name.hasPrefix("bin"),
        let bytes = FileManager.default.contents(atPath: swath.folder.appending(path: name).path)
      else { continue }
      count += 1
      if name.contains("emulated-") || areIn(String(decoding: bytes, as: UTF8.self)) { leaks.append(name) }
    }
    #expect(count > 4, "outputs, a snapshot and recordings")
    return leaks
  }
}
