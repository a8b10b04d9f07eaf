extension String {
  /// Goes through the scalars until one is not wanted any more.
  ///
  /// A frame measures and writes hundreds of texts. Reading their bytes where they lie takes a
  /// fraction of the time that the iterator of a generic string does.
  func forEachScalar(_ body: (Unicode.Scalar) -> Bool) {
    let isDone: Void? = utf8.withContiguousStorageIfAvailable { UTF8Bytes($0).forEachScalar(body) }
    guard isDone == nil else { return }
    for scalar in unicodeScalars where !body(scalar) { return }
  }
}

/// The bytes of a string, which are well-formed UTF-8.
private struct UTF8Bytes {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func forEachScalar(_ body: (Unicode.Scalar) -> Bool) {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      guard first >= 0x80 else {
        guard body(Unicode.Scalar(first)) else { return }
        index += 1
        continue
      }
      let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      // The lead byte keeps the bits below its mark.
      var value = UInt32(first & (0x7F >> UInt8(length)))
      for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
      guard let scalar = Unicode.Scalar(value), body(scalar) else { return }
      index += length
    }
  }
}
