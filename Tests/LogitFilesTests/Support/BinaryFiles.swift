import Foundation

/// Files of arrays, built by hand.
enum BinaryFile {
  static func numpy(
    _ kind: String, shape: String, fortran: Bool = false, version: UInt8 = 1, _ data: [UInt8]
  ) -> [UInt8] {
    let order = fortran ? "True" : "False"
    let header = "{'descr': '\(kind)', 'fortran_order': \(order), 'shape': \(shape), }\n"
    let size = number(header.utf8.count, version == 1 ? 2 : 4)
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + size + Array(header.utf8) + data
  }

  static func safeTensors(_ header: String, _ data: [UInt8]) -> [UInt8] {
    number(header.utf8.count, 8) + Array(header.utf8) + data
  }

  /// An archive of one file that is stored as it is.
  static func zip(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let sizes = number(0, 4) + number(data.count, 4) + number(data.count, 4)
    let names = number(name.utf8.count, 2) + number(0, 2)
    let local = Array("PK\u{3}\u{4}".utf8) + number(20, 2) + number(0, 8) + sizes + names
    let central =
      Array("PK\u{1}\u{2}".utf8) + number(20, 2) + number(20, 2) + number(0, 8) + sizes + names
      + [UInt8](repeating: 0, count: 10) + number(0, 4) + Array(name.utf8)
    let start = local.count + name.utf8.count + data.count
    let end =
      Array("PK\u{5}\u{6}".utf8) + number(0, 4) + number(1, 2) + number(1, 2)
      + number(central.count, 4) + number(start, 4) + number(0, 2)
    return local + Array(name.utf8) + data + central + end
  }

  /// The bytes of numbers, the least significant first.
  static func bytes<T: FixedWidthInteger>(_ values: [T]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value.littleEndian) { Array($0) } }
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A file of these bytes while `body` runs.
  static func with<Result>(
    _ bytes: [UInt8], ending: String = "npy", _ body: (String) throws -> Result
  ) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(
      path: "\(UUID().uuidString).\(ending)")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(bytes).write(to: url)
    return try body(url.path)
  }
}
