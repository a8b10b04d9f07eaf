extension LogitTable {
  /// Reads a NumPy array file: floats or integers of any width, either byte order, C or Fortran
  /// order.
  ///
  /// Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", versions 1 to 3.
  ///
  /// - Parameter bytes: The file's bytes.
  /// - Throws: What is wrong with the file.
  package init(numpy bytes: [UInt8]) throws(FileProblem) {
    try self.init(numpy: StoredBytes(bytes[...]))
  }

  init(numpy bytes: StoredBytes) throws(FileProblem) {
    let file = try NumpyFile(bytes)
    self = try LogitTable(
      elements: file.data, file.element, shape: file.shape, isFortran: file.isFortran)
  }

  /// The rows of an array: the last dimension holds the classes; one column is one row.
  init(
    elements data: StoredBytes, _ element: ArrayElement, shape: [Int], isFortran: Bool
  ) throws(FileProblem) {
    guard !isFortran || shape.count <= 2 else { throw .fortranDimensions(shape.count) }
    guard (1...4).contains(shape.count) else { throw .dimensions(shape.count) }
    guard element.kind != "b" else {
      throw .unreadable("it holds true and false, and logits were expected; convert it to floats")
    }
    let isColumn = shape.count == 2 && shape[1] == 1 && shape[0] > 1
    let columns = isColumn ? shape[0] : shape[shape.count - 1]
    guard columns > 0, data.count > 0 else { throw .noLogits }
    try FileProblem.requireMemory(forClasses: columns)
    let count = data.count / element.size / columns
    self.init(
      StoredRows(
        data: data, element: element, count: count, columns: columns,
        stride: isFortran && shape.count == 2 && !isColumn ? count : 1))
    if isColumn { notices.append("One column is read as one row.") }
    if shape.count > 2 {
      let sizes = shape.map { String($0) }.joined(separator: "×")
      notices.append("The array is \(sizes); its last dimension holds the classes.")
    }
  }

  static let numpyMark = [0x93] + Array("NUMPY".utf8)
}

private struct NumpyFile {
  let data: StoredBytes
  let element: ArrayElement
  let shape: [Int]
  let isFortran: Bool

  init(_ bytes: StoredBytes) throws(FileProblem) {
    let (header, data) = try Self.parts(of: bytes)
    self.data = data
    let kind = try Self.field("descr", of: header)
    element = try ArrayElement(numpy: kind)
    isFortran = try Self.field("fortran_order", of: header).hasPrefix("True")
    shape = try Self.shape(Self.field("shape", of: header))
    let expected = try Self.size(shape, element.size)
    guard expected == data.count else {
      throw .numpyLength(expected: expected, found: data.count)
    }
  }

  private static func parts(
    of bytes: StoredBytes
  ) throws(FileProblem) -> (header: String, data: StoredBytes) {
    let head = try bytes.bytes(from: 0, atMost: 12)
    guard head.starts(with: LogitTable.numpyMark), head.count >= 10 else {
      throw .numpyHeader("is cut off")
    }
    let version = head[head.startIndex + 6]
    let sizeBytes = version == 1 ? 2 : 4
    let start = 8 + sizeBytes
    guard (1...3).contains(version), head.count >= start,
      let size = head.number(at: 8, bytes: sizeBytes)
    else {
      throw .numpyHeader("has version \(version), and versions 1 to 3 are read")
    }
    // NumPy's own limit is 10 000.
    guard size <= 1 << 20 else { throw .numpyHeader("has \(size) bytes, far too many") }
    guard size <= bytes.count - start,
      let data = bytes.part(from: start + size, count: bytes.count - start - size)
    else { throw .numpyHeader("is cut off") }
    return (try bytes.bytes(from: start, atMost: size).string, data)
  }

  /// The text after a key of the header's Python dictionary.
  private static func field(_ key: String, of header: String) throws(FileProblem) -> String {
    for quote in ["'", "\""] {
      let pieces = header.split(
        separator: "\(quote)\(key)\(quote)", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else { continue }
      return String(pieces[1].drop { $0 == ":" || $0 == " " })
    }
    throw .numpyHeader("has no “\(key)”")
  }

  private static func shape(_ text: String) throws(FileProblem) -> [Int] {
    guard text.first == "(", let end = text.firstIndex(of: ")") else {
      throw .numpyHeader("has a shape that is no tuple")
    }
    var shape: [Int] = []
    for field in text[..<end].dropFirst().split(separator: ",") {
      guard let size = Int(field.filter { $0 != " " && $0 != "L" }), size >= 0 else {
        throw .numpyHeader("has a shape that holds “\(field.prefix(20))”")
      }
      shape.append(size)
    }
    return shape
  }

  private static func size(_ shape: [Int], _ elementSize: Int) throws(FileProblem) -> Int {
    guard let size = product(shape + [elementSize]) else {
      throw .numpyHeader("has a shape that no memory holds")
    }
    return size
  }
}
