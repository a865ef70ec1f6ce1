import Foundation

/// A value of JSON that can be walked without asking at every step whether it is there.
struct JSON: Equatable {
  private let value: Any

  init(_ value: Any) {
    self.value = value
  }

  static func == (one: JSON, other: JSON) -> Bool { one.sorted == other.sorted }

  /// The document with the members of its objects in order.
  private var sorted: Data? {
    try? JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
  }

  subscript(key: String) -> JSON { JSON((value as? [String: Any])?[key] ?? NSNull()) }
  subscript(index: Int) -> JSON { array.indices.contains(index) ? array[index] : JSON(NSNull()) }
  var array: [JSON] { (value as? [Any] ?? []).map { JSON($0) } }
  var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
  var text: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var isNull: Bool { value is NSNull }
}
