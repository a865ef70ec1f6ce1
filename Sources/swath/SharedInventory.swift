internal import Formats
internal import Glibc
internal import Logging
internal import Snapshot
internal import System

/// The file by which the first shard tells the others what it found, so that one alone asks for it.
struct SharedInventory {
  private let path: String
  private let log: Logger

  init(_ path: String, _ log: Logger) {
    self.path = path
    self.log = log
  }

  /// Waits for an inventory that is good enough, as the first shard may be about to write it; takes what there is when
  /// the time is over, or when the pass is told to end.
  ///
  /// - `made`: what is made of an inventory, or of none.
  func awaited<Made>(
    until deadline: Instant, isStopped: () -> Bool, _ made: (InventoryFile?) -> Made, isGood: (Made) -> Bool
  ) -> Made {
    var pause = 0.1
    while true {
      let result = made(content)
      if isGood(result) || isStopped() || deadline < Instant.now + pause { return result }
      // A signal ends the sleep too.
      usleep(UInt32(pause * 1_000_000))
      pause = min(pause * 2, 1)
    }
  }

  /// What the file holds; nil where it is not there, or is none.
  private var content: InventoryFile? {
    do {
      return try Files.readIfPresent(path).map { try InventoryFile($0) }
    } catch {
      log.warning("the inventory \(path): \(error)")
      return nil
    }
  }

  /// Writes it, unless it is there as it is. Without it the others look for themselves.
  func publish(_ inventory: InventoryFile) {
    if content == inventory { return }
    do {
      let draft = Draft(try WholeFile(replacing: path))
      try inventory.write(to: OutputBuffer { bytes in try draft.write(bytes) })
      _ = try draft.commit()
    } catch {
      log.error("the inventory \(path): \(error)")
    }
  }
}
