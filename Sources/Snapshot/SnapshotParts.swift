internal import Formats
package import Model
internal import System

/// The parts of a snapshot that can be read without the rest, so that the time for it does not grow with the series.
package struct SnapshotParts: ~Copyable {
  private let file: FileParts
  /// All but the resources, the rows and what was found.
  package let head: SnapshotContent
  /// How many targets it tells of.
  package let targets: Int
  /// How many resources were found, by group.
  package let groupSizes: [String: Int]

  package enum Fault: Error {
    case damaged(String)
    case newer(version: Int)

    init(_ fault: SnapshotReader.Fault) {
      switch fault {
      case .damaged(let reason): self = .damaged(reason)
      case .newer(let version): self = .newer(version: version)
      }
    }
  }

  private static let chunk = 256 << 10

  /// Opens a snapshot and reads its head.
  /// - Throws: `Fault` for what cannot be used, else `SystemError`.
  package init(_ path: String) throws {
    let opened = try FileParts(path)
    let read = try Self.head(of: opened)
    file = opened
    head = read.content
    targets = read.rows
    groupSizes = Dictionary(zip(read.content.groups.map(\.name), read.groupSizes)) { first, _ in first }
  }

  private static func head(of file: borrowing FileParts) throws -> SnapshotReader.Head {
    let line = try headLine(file)
    do {
      return try SnapshotReader.head(line, mostRows: file.size)
    } catch {
      throw Fault(error)
    }
  }

  /// The head as a document, without the list of resources where that comes last.
  private static func headLine(_ file: borrowing FileParts) throws -> [UInt8] {
    // A quotation mark inside of a text has a backslash before it, so this is no text's.
    let mark = Array(",\"resources\":[".utf8)
    var line: [UInt8] = []
    var isWhole = false
    while !isWhole {
      let more = try file.bytes(at: line.count, count: Self.chunk)
      guard !more.isEmpty else { throw Fault.damaged("it has no head") }
      let from = max(0, line.count - mark.count)
      line += more
      if let end = line[from...].firstIndex(of: UInt8(ascii: "\n")) {
        line.removeSubrange(end...)
        isWhole = true
      }
      guard let place = Self.place(of: mark, in: line, from: from) else { continue }
      // Before it came last, the groups followed; then the whole line is needed.
      let groups = Array("\"groups\":[".utf8)
      if Self.place(of: groups, in: Array(line[..<place]), from: 0) != nil {
        return line[..<place] + Array(",\"resources\":[]}}".utf8)
      }
    }
    guard line.last == UInt8(ascii: ",") else { throw Fault.damaged("it has no head") }
    line[line.count - 1] = UInt8(ascii: "}")
    return line
  }

  private static func place(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while let next = bytes[at...].firstIndex(of: mark[0]), next + mark.count <= bytes.count {
      if bytes[next..<next + mark.count].elementsEqual(mark) { return next }
      at = next + 1
    }
    return nil
  }

  /// Resources that were found for a group, by id: those of the places in `range`.
  package func found(group name: String, _ range: Range<Int>) throws -> [FoundResource] {
    guard let group = head.groups.firstIndex(where: { $0.name == name }) else { return [] }
    let prefix = Array("[\(group),".utf8)
    var (text, number) = ([UInt8](), 0)
    if let (start, index) = try foundIndex(), group < index.places.count {
      let places = index.places[group]
      let first = range.lowerBound / FoundIndex.step
      let last = min((range.upperBound + FoundIndex.step - 1) / FoundIndex.step, places.count - 1)
      guard first < last else { return [] }
      text = try file.bytes(at: start + places[first], count: places[last] - places[first])
      number = first * FoundIndex.step
    } else {
      text = try foundText()
    }
    var resources: [FoundResource] = []
    for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: prefix) {
      defer { number += 1 }
      if number >= range.upperBound { break }
      guard number >= range.lowerBound else { continue }
      let row = line.last == UInt8(ascii: ",") ? line.dropLast() : line
      guard let parts = try? JSONValue(Array(row)).array, parts.count >= 4, let id = parts[1].string,
        let resourceGroup = parts[2].string, let region = parts[3].string
      else { throw Fault.damaged("a resource of group \(name) cannot be read") }
      resources.append(
        FoundResource(
          id: id, resourceGroup: resourceGroup, region: region, details: parts.dropFirst(4).compactMap(\.string)))
    }
    return resources
  }

  /// Where the rows of what was found begin, and which of them stand where; nil in a snapshot from before that was kept.
  private func foundIndex() throws -> (start: Int, index: FoundIndex)? {
    let start = max(0, file.size - Self.chunk)
    let text = try file.bytes(at: start, count: Self.chunk)
    let mark = Array(FoundIndex.mark.utf8)
    guard let place = Self.place(of: mark, in: text, from: 0),
      // Behind it are a brace and a line break.
      let index = FoundIndex(text[(place + mark.count)...].dropLast(2)), index.length <= start + place
    else { return nil }
    return (start + place - index.length, index)
  }

  /// The lines of all that was found: they stand last, so they are looked for from the end.
  private func foundText() throws -> [UInt8] {
    let mark = Array("\n\"found\":[\n".utf8)
    var (start, chunk) = (file.size, Self.chunk)
    while start > 0 {
      start = max(0, file.size - chunk)
      let text = try file.bytes(at: start, count: file.size - start)
      if let place = Self.place(of: mark, in: text, from: 0) { return Array(text[(place + mark.count)...]) }
      chunk *= 4
    }
    return []
  }
}
