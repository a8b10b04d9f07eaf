/// Rows in the bytes of a file, each converted when it is asked for.
struct StoredRows: Equatable, Sendable {
  let data: StoredBytes
  let element: ArrayElement
  let count: Int
  let columns: Int
  /// From one number of a row to the next, in elements.
  let stride: Int

  /// The numbers of a row.
  func row(_ row: Int) throws(FileProblem) -> [Double] {
    if stride == 1, element.isDouble { return try doubles(row) }
    var numbers = [Double](repeating: 0, count: columns)
    let step = stride * element.size
    // Numbers that lie far apart are read one by one, others many at a time.
    let atOnce = max(1, (1 << 18) / step)
    for start in Swift.stride(from: 0, to: columns, by: atOnce) {
      let end = min(start + atOnce, columns)
      let place = (stride == 1 ? row * columns + start : row + start * stride) * element.size
      let raw = try data.bytes(from: place, atMost: (end - start - 1) * step + element.size)
      numbers.withUnsafeMutableBufferPointer { numbers in
        raw.withUnsafeBytes { raw in
          element.convert(
            raw, step: step, to: UnsafeMutableBufferPointer(rebasing: numbers[start..<end]))
        }
      }
    }
    return numbers
  }

  /// Several rows: of columns that lie apart, each is read once for all of them.
  func rows(_ range: Range<Int>) throws(FileProblem) -> [[Double]] {
    var rows: [[Double]] = []
    guard stride != 1 else {
      for index in range { rows.append(try row(index)) }
      return rows
    }
    rows = Array(repeating: Array(repeating: 0, count: columns), count: range.count)
    var column = [Double](repeating: 0, count: range.count)
    for index in 0..<columns {
      let place = (range.lowerBound + index * stride) * element.size
      let raw = try data.bytes(from: place, atMost: range.count * element.size)
      column.withUnsafeMutableBufferPointer { column in
        raw.withUnsafeBytes { element.convert($0, step: element.size, to: column) }
      }
      for row in rows.indices { rows[row][index] = column[row] }
    }
    return rows
  }

  /// Numbers that lie in the file as they do in memory.
  private func doubles(_ row: Int) throws(FileProblem) -> [Double] {
    var problem: FileProblem?
    let numbers = [Double](unsafeUninitializedCapacity: columns) { target, count in
      let size = columns * element.size
      do throws(FileProblem) {
        try data.read(
          from: row * size,
          into: UnsafeMutableRawBufferPointer(start: target.baseAddress, count: size))
        count = columns
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return numbers
  }
}

/// The type of an array's elements.
struct ArrayElement: Equatable, Sendable {
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
      "I32": ("i", 4), "I16": ("i", 2), "I8": ("i", 1), "U8": ("u", 1), "U16": ("u", 2),
      "U32": ("u", 4), "U64": ("u", 8),
    ]
    return kinds[name].map { ArrayElement(kind: $0.0, size: $0.1) }
  }

  /// Whether memory holds it just so.
  var isDouble: Bool { kind == "f" && size == 8 && isBigEndian == (1.bigEndian == 1) }

  var isInteger: Bool { kind == "i" || kind == "u" }
}

extension ArrayElement {
  /// The values of elements that are so many bytes from each other.
  func convert(
    _ raw: UnsafeRawBufferPointer, step: Int, to numbers: UnsafeMutableBufferPointer<Double>
  ) {
    switch (kind, size) {
    case ("f", 2): fill(numbers, raw, step) { (bits: UInt16) in binary16(bits) }
    case ("B", _):
      fill(numbers, raw, step) { (bits: UInt16) in Double(Float(bitPattern: UInt32(bits) << 16)) }
    case ("f", 4): fill(numbers, raw, step) { (bits: UInt32) in Double(Float(bitPattern: bits)) }
    case ("f", _): fill(numbers, raw, step) { (bits: UInt64) in Double(bitPattern: bits) }
    case ("i", 1): fill(numbers, raw, step) { (bits: Int8) in Double(bits) }
    case ("i", 2): fill(numbers, raw, step) { (bits: Int16) in Double(bits) }
    case ("i", 4): fill(numbers, raw, step) { (bits: Int32) in Double(bits) }
    case ("i", _): fill(numbers, raw, step) { (bits: Int64) in Double(bits) }
    case (_, 1): fill(numbers, raw, step) { (bits: UInt8) in Double(bits) }
    case (_, 2): fill(numbers, raw, step) { (bits: UInt16) in Double(bits) }
    case (_, 4): fill(numbers, raw, step) { (bits: UInt32) in Double(bits) }
    default: fill(numbers, raw, step) { (bits: UInt64) in Double(bits) }
    }
  }

  /// Inlined, so that the loop holds no call.
  @inline(__always)
  private func fill<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: UnsafeMutableBufferPointer<Double>, _ raw: UnsafeRawBufferPointer, _ step: Int,
    _ value: (Bits) -> Double
  ) {
    guard let last = numbers.indices.last else { return }
    precondition(last * step + MemoryLayout<Bits>.size <= raw.count)
    for index in numbers.indices {
      let bits = raw.loadUnaligned(fromByteOffset: index &* step, as: Bits.self)
      numbers[index] = value(isBigEndian ? Bits(bigEndian: bits) : Bits(littleEndian: bits))
    }
  }
}

/// The value of a binary16 pattern; not every platform has the type.
@inline(__always)
private func binary16(_ bits: UInt16) -> Double {
  // The exponent of binary32 is biased by 112 more.
  let magnitude = Float(bitPattern: UInt32(bits & 0x7FFF) << 13) * 0x1p112
  let isSpecial = magnitude >= 0x1p16
  let value = isSpecial ? (bits & 0x3FF == 0 ? Float.infinity : .nan) : magnitude
  return Double(bits >> 15 == 1 ? -value : value)
}
