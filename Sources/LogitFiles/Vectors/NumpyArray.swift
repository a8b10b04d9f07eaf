extension LogitTable {
  /// Reads a NumPy array file: floats or integers of any width, either byte order, C or Fortran
  /// order.
  ///
  /// Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays", versions 1 to 3.
  ///
  /// - Parameter bytes: The file's bytes.
  /// - Throws: What is wrong with the file.
  package init(numpy bytes: [UInt8]) throws(FileProblem) {
    let file = try NumpyFile(bytes)
    self = try LogitTable(
      elements: file.data, file.element, shape: file.shape, isFortran: file.isFortran)
  }

  /// The rows of an array: the last dimension holds the classes; one column is one row.
  init(
    elements data: Bytes, _ element: ArrayElement, shape: [Int], isFortran: Bool
  ) throws(FileProblem) {
    guard !isFortran || shape.count <= 2 else { throw .fortranDimensions(shape.count) }
    guard element.kind != "b" else {
      throw .unreadable("it holds true and false, and logits were expected; convert it to floats")
    }
    let isColumn = shape.count == 2 && shape[1] == 1 && shape[0] > 1
    let columns = isColumn ? shape[0] : shape.last ?? 1
    guard columns > 0 else { throw .noLogits }
    guard columns <= FileProblem.classLimit else { throw .tooManyClasses(columns) }
    let count = data.count / element.size / columns
    self.init(
      StoredRows(
        data: data, element: element, count: count, columns: columns,
        stride: isFortran && shape.count == 2 && !isColumn ? count : 1))
    if isColumn { notices.append("One column is read as one row.") }
    if shape.isEmpty {
      notices.append("A single number, without dimensions, is read as one logit.")
    }
    if shape.count > 2 {
      let sizes = shape.map { String($0) }.joined(separator: "×")
      notices.append("The array is \(sizes); its last dimension holds the classes.")
    }
  }

  static let numpyMark = [0x93] + Array("NUMPY".utf8)
}

/// Rows in the bytes of a file, each read when it is asked for.
struct StoredRows: Equatable {
  let data: Bytes
  let element: ArrayElement
  let count: Int
  let columns: Int
  /// From one number of a row to the next.
  let stride: Int

  subscript(row: Int) -> LogitVector {
    let first = stride == 1 ? row * columns : row
    return LogitVector(
      logits: (0..<columns).map { element.value(in: data, at: first + $0 * stride) })
  }
}

private struct NumpyFile {
  let data: Bytes
  let element: ArrayElement
  let shape: [Int]
  let isFortran: Bool

  init(_ bytes: [UInt8]) throws(FileProblem) {
    guard bytes.starts(with: LogitTable.numpyMark), bytes.count >= 10 else {
      throw .numpyHeader("is cut off")
    }
    let sizeBytes = bytes[6] == 1 ? 2 : 4
    let start = 8 + sizeBytes
    guard (1...3).contains(bytes[6]), bytes.count >= start else {
      throw .numpyHeader("has version \(bytes[6]), and versions 1 to 3 are read")
    }
    let size = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard size <= bytes.count - start else { throw .numpyHeader("is cut off") }
    let header = String(decoding: bytes[start..<start + size], as: UTF8.self)
    data = bytes[(start + size)...]
    let kind = try Self.field("descr", of: header)
    element = try ArrayElement(numpy: kind)
    isFortran = try Self.field("fortran_order", of: header).hasPrefix("True")
    shape = try Self.shape(Self.field("shape", of: header))
    let expected = try Self.size(shape, element.size)
    guard expected == data.count else {
      throw .numpyLength(expected: expected, found: data.count)
    }
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
    var size = elementSize
    for dimension in shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      guard !overflow else { throw .numpyHeader("has a shape that no memory holds") }
      size = product
    }
    return size
  }
}

/// The type of an array's elements.
struct ArrayElement: Equatable {
  let kind: Character
  let size: Int
  let isBigEndian: Bool

  /// Reads a type such as `<f4`, in quotes.
  init(numpy text: String) throws(FileProblem) {
    let name = text.drop { $0 == "'" || $0 == "\"" }.prefix { $0 != "'" && $0 != "\"" }
    let order = name.first ?? " "
    kind = name.dropFirst().first ?? " "
    size = Int(name.dropFirst(2)) ?? 0
    isBigEndian = order == ">"
    let sizes: [Int] =
      switch kind {
      case "f": [2, 4, 8]
      case "i", "u": [1, 2, 4, 8]
      case "b": [1]
      default: []
      }
    guard "<>|=".contains(order), sizes.contains(size) else {
      throw .numpyKind(String(name.prefix(20)))
    }
  }

  private init(kind: Character, size: Int) {
    (self.kind, self.size, isBigEndian) = (kind, size, false)
  }

  /// The type that a `.safetensors` file calls so; nil for one that holds no numbers read here.
  static func safeTensors(_ name: String) -> ArrayElement? {
    let kinds: [String: (Character, Int)] = [
      "F64": ("f", 8), "F32": ("f", 4), "F16": ("f", 2), "BF16": ("B", 2), "I64": ("i", 8),
      "I32": ("i", 4), "I16": ("i", 2), "I8": ("i", 1), "U8": ("u", 1),
    ]
    return kinds[name].map { ArrayElement(kind: $0.0, size: $0.1) }
  }

  func value(in data: Bytes, at index: Int) -> Double {
    let start = data.startIndex + index * size
    let field = data[start..<start + size]
    let bits =
      isBigEndian
      ? field.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      : field.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch (kind, size) {
    case ("f", 2): return binary16(UInt16(bits))
    case ("B", _): return Double(Float(bitPattern: UInt32(bits) << 16))
    case ("f", 4): return Double(Float(bitPattern: UInt32(bits)))
    case ("f", _): return Double(bitPattern: bits)
    case ("i", _):
      let unused = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: bits << unused) >> Int64(unused))
    default: return Double(bits)
    }
  }

  /// The value of a binary16 pattern; not every platform has the type.
  private func binary16(_ bits: UInt16) -> Double {
    let exponent = Int(bits >> 10) & 31
    let fraction = Double(bits & 1023)
    let magnitude: Double =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      }
    return bits >> 15 == 1 ? -magnitude : magnitude
  }
}
