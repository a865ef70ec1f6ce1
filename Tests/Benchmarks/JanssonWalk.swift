internal import CJansson
internal import Formats

/// What a program does that reads answers with libjansson: the whole body as a tree, then a walk over it that takes
/// the same as the product's reader: starts, values, and values of dimensions.
enum JanssonWalk {
  static func total(_ body: [UInt8]) throws -> MetricsBody.Total {
    let root = unsafe body.withUnsafeBytes { unsafe json_loadb($0.baseAddress, $0.count, 0, nil) }
    guard let root = unsafe root else { throw WrongResult(description: "libjansson cannot read the body") }
    defer { unsafe json_decref(root) }
    var total = MetricsBody.Total()
    unsafe forEach(json_object_get(root, "value")) { metric in
      unsafe forEach(json_object_get(metric, "timeseries")) { series in
        unsafe forEach(json_object_get(series, "metadatavalues")) { dimension in
          unsafe total.dimensionBytes += json_string_length(json_object_get(dimension, "value"))
        }
        unsafe forEach(json_object_get(series, "data")) { point in
          guard let value = unsafe json_object_get(point, "average") else { return }
          total.points += 1
          unsafe total.starts += seconds(json_object_get(point, "timeStamp"))
          unsafe total.values += json_number_value(value)
        }
      }
    }
    return total
  }

  private static func seconds(_ text: UnsafeMutablePointer<json_t>?) -> Int {
    guard let start = unsafe json_string_value(text) else { return 0 }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: json_string_length(text))
    return (unsafe Timestamp.microseconds(Span<UInt8>(_bytes: bytes.bytes)) ?? 0) / 1_000_000
  }

  private static func forEach(
    _ array: UnsafeMutablePointer<json_t>?, _ body: (UnsafeMutablePointer<json_t>) -> Void
  ) {
    for index in unsafe 0..<json_array_size(array) {
      if let element = unsafe json_array_get(array, index) { unsafe body(element) }
    }
  }
}
