internal import CGNU

/// What the process holds of the machine's memory.
package enum ProcessMemory {
  /// Gives back what was freed and lies between what was not: without it the allocator keeps it for pieces of the same
  /// size, and none may come.
  package static func giveBack() { malloc_trim(0) }
}
