extension LogitTable {
  /// Reads a file of binary arrays that its first bytes show, or refuses one that cannot be read; nil
  /// for any other file.
  init?(binary bytes: StoredBytes) throws(FileProblem) {
    let head = try bytes.bytes(from: 0, atMost: 16)
    if head.starts(with: LogitTable.numpyMark) {
      try self.init(numpy: bytes)
    } else if head.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      try self.init(zip: bytes)
    } else if let tensors = try SafeTensors(bytes) {
      self = try tensors.table()
    } else {
      for (mark, words) in LogitTable.refused where head.starts(with: mark) {
        throw .unreadable(words)
      }
      return nil
    }
  }

  private static let refused: [(mark: [UInt8], words: String)] = [
    ([0x80, 0x02], pickle), ([0x80, 0x03], pickle), ([0x80, 0x04], pickle), ([0x80, 0x05], pickle),
    ([0x89, 0x48, 0x44, 0x46], "this is an HDF5 file; save the logits with numpy.save"),
    ([0x1F, 0x8B], "this file is compressed with gzip; decompress it first"),
    (Array("MATLAB 5.0".utf8), "this is a MATLAB file; save the logits with writematrix"),
    (Array("PAR1".utf8), "this is a Parquet file; save the logits as CSV"),
    (Array("GGUF".utf8), "this is a GGUF model; it holds weights and no logits"),
  ]

  private static let pickle =
    "this is a Python pickle, as PyTorch saves; save the logits with numpy.save"
}

/// Sums and products of sizes that a file claims.
func product(_ sizes: [Int]) -> Int? {
  var product = 1
  for size in sizes {
    let (result, overflow) = product.multipliedReportingOverflow(by: size)
    guard size >= 0, !overflow else { return nil }
    product = result
  }
  return product
}

extension ArraySlice<UInt8> {
  /// The little-endian number of so many bytes at an offset; nil beyond the end.
  func number(at offset: Int, bytes size: Int) -> Int? {
    guard offset >= 0, offset <= count - size else { return nil }
    let start = startIndex + offset
    return self[start..<start + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
