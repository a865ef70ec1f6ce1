/// What libFuzzer calls: the first byte chooses the reader, the rest is the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
  if let first = input.first { FuzzedReader(first).read(Array(input.dropFirst())) }
  return 0
}
