import Foundation
import LogitExplorer
import LogitFiles
import TestSupport
import Testing

@Suite struct StoredRowsTests {
  private func rows(_ bytes: [UInt8], _ count: Int) throws -> [[Double]] {
    try BinaryFile.with(bytes) { path in
      let table = try LogitTable(path: path)
      #expect(table.count == count)
      return try (0..<count).map { try table.row($0).logits }
    }
  }

  @Test func `a file gives the rows that its bytes in memory give`() throws {
    var bits = SeededBits(state: 8)
    for (kind, size) in [
      ("<f8", 8), (">f8", 8), ("<f4", 4), (">f4", 4), ("<f2", 2), (">f2", 2), ("<i8", 8),
      (">i4", 4), ("<i2", 2), ("|i1", 1), ("<u8", 8), ("<u4", 4), (">u2", 2), ("|u1", 1),
    ] {
      let data = (0..<12 * size).map { _ in UInt8(truncatingIfNeeded: bits.next()) }
      for isFortran in [false, true] {
        let bytes = BinaryFile.numpy(kind, shape: "(3, 4)", fortran: isFortran, data)
        let memory = try LogitTable(numpy: bytes)
        for (row, found) in try rows(bytes, 3).enumerated() {
          #expect(haveSameBits(found, try memory.row(row).logits), "\(kind)")
        }
      }
    }
  }

  @Test func `every binary16 pattern has its value`() throws {
    let patterns = (0...UInt16.max).map { $0 }
    let bytes = BinaryFile.numpy("<f2", shape: "(65536,)", BinaryFile.bytes(patterns))
    let values = try LogitTable(numpy: bytes).row(0).logits
    for (pattern, value) in zip(patterns, values) {
      let (exponent, fraction) = (Int(pattern >> 10) & 31, Double(pattern & 1023))
      let magnitude =
        exponent == 0
        ? fraction * 0x1p-24
        : Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
      switch (exponent, fraction) {
      case (31, 0): #expect(value == (pattern >> 15 == 1 ? -.infinity : .infinity))
      case (31, _): #expect(value.isNaN)
      default: #expect(value.bitPattern == (pattern >> 15 == 1 ? -magnitude : magnitude).bitPattern)
      }
    }
  }

  @Test func `rows of a long column lie far apart`() throws {
    let values = (0..<600_000).map { UInt8($0 % 251) }
    let bytes = BinaryFile.numpy("|u1", shape: "(300000, 2)", fortran: true, values)
    try BinaryFile.with(bytes) { path in
      let table = try LogitTable(path: path)
      let last = 299_999
      let expected = [Double(values[last]), Double(values[599_999])]
      #expect(try table.row(last).logits == expected)
      #expect(try table.logits(ofRowsFrom: last, before: 300_000) == [expected])
      #expect(try table.logits(ofRowsFrom: 7, before: 9)[1] == table.row(8).logits)
    }
  }

  @Test func `a file that becomes shorter is refused in a sentence`() throws {
    let bytes = BinaryFile.numpy("<f8", shape: "(2, 2)", BinaryFile.bytes([UInt64](1...4)))
    try BinaryFile.with(bytes) { path in
      let table = try LogitTable(path: path)
      #expect(truncate(path, bytes.count - 8) == 0)
      #expect(try table.row(0).logits.count == 2)
      #expect(
        sentence { () throws(FileProblem) in _ = try table.row(1) }
          == "x: it has become shorter while it was read.")
    }
  }

  @Test func `the file stays open and is held once`() throws {
    let bytes = BinaryFile.numpy("|u1", shape: "(1, 2)", [1, 2])
    let table = try BinaryFile.with(bytes) { try LogitTable(path: $0) }
    #expect(try table.row(0).logits == [1, 2])
    #expect(try table.document().name == table.name)
  }
}
