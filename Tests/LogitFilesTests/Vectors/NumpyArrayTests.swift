import LogitFiles
import Testing

@Suite struct NumpyArrayTests {
  func file(
    _ kind: String, shape: String, fortran: Bool = false, version: UInt8 = 1, _ data: [UInt8]
  ) -> [UInt8] {
    BinaryFile.numpy(kind, shape: shape, fortran: fortran, version: version, data)
  }

  func bytes<T: FixedWidthInteger>(_ values: [T]) -> [UInt8] {
    values.flatMap { value in withUnsafeBytes(of: value) { Array($0) } }
  }

  @Test func `floats of every width are read`() throws {
    let halves: [UInt16] = [0x3C00, 0xC000, 0x0001, 0x7C00, 0xFC00, 0x7BFF, 0x3555]
    #expect(
      try LogitTable(numpy: file("<f2", shape: "(7,)", bytes(halves))).row(0).logits == [
        1, -2, 0x1p-24, .infinity, -.infinity, 65504, 0.333251953125,
      ])
    let singles = [Float(0.1), -2].map { $0.bitPattern.littleEndian }
    #expect(
      try LogitTable(numpy: file("<f4", shape: "(2,)", bytes(singles))).row(0).logits == [
        Double(Float(0.1)), -2,
      ])
    let doubles = [0.1, 1e308].map { $0.bitPattern.bigEndian }
    #expect(
      try LogitTable(numpy: file(">f8", shape: "(2,)", version: 2, bytes(doubles))).row(0).logits
        == [0.1, 1e308])
  }

  @Test func `integers of every width are read with their sign`() throws {
    #expect(try LogitTable(numpy: file("|i1", shape: "(2,)", [0xFF, 2])).row(0).logits == [-1, 2])
    #expect(
      try LogitTable(numpy: file("|u1", shape: "(2,)", [0xFF, 2])).row(0).logits == [255, 2])
    let wide: [Int64] = [.min, -3]
    #expect(
      try LogitTable(numpy: file("<i8", shape: "(2,)", bytes(wide.map(\.littleEndian)))).row(0)
        .logits
        == [-0x1p63, -3])
    let big: [Int16] = [-300, 7]
    #expect(
      try LogitTable(numpy: file(">i2", shape: "(2,)", bytes(big.map(\.bigEndian)))).row(0).logits
        == [-300, 7])
  }

  @Test func `a row of a table is read in either order`() throws {
    let data: [UInt8] = [1, 2, 3, 4, 5, 6]
    let rows = file("|u1", shape: "(2, 3)", data)
    #expect(try LogitTable(numpy: rows).row(0).logits == [1, 2, 3])
    #expect(try LogitTable(numpy: rows).row(1).logits == [4, 5, 6])
    let columns = file("|u1", shape: "(2, 3)", fortran: true, data)
    #expect(try LogitTable(numpy: columns).row(1).logits == [2, 4, 6])
    #expect(
      try LogitTable(numpy: file("|u1", shape: "(1, 2, 3)", data)).row(1).logits == [4, 5, 6])
  }

  @Test func `how an array becomes rows is said where there is a choice`() throws {
    let column = try LogitTable(numpy: file("|u1", shape: "(2, 1)", [1, 2]))
    #expect(try column.row(0).logits == [1, 2])
    #expect(column.notices == ["One column is read as one row."])
    let cube = try LogitTable(numpy: file("|u1", shape: "(2, 1, 2)", [1, 2, 3, 4]))
    #expect(try cube.row(1).logits == [3, 4])
    #expect(cube.notices == ["The array is 2×1×2; its last dimension holds the classes."])
    #expect(try LogitTable(numpy: file("|u1", shape: "(2,)", [1, 2])).notices == [])
  }

  @Test func `what cannot be read gets a sentence`() {
    let cases: [([UInt8], String)] = [
      (file("<f8", shape: "(2,)", [1, 2, 3]), "should hold 16 bytes of data, and it holds 3."),
      (file("<c8", shape: "(1,)", []), "elements of type “<c8”"),
      (file("|O", shape: "(1,)", []), "elements of type “|O”"),
      (file("|b1", shape: "(2,)", [1, 0]), "it holds true and false"),
      (file("<f4", shape: "(0,)", []), "no logits were found"),
      (file("|u1", shape: "()", [9]), "the array is a single number without dimensions"),
      (file("|u1", shape: "(1, 1, 1, 1, 2)", [1, 2]), "has 5 dimensions, and at most 4 are read."),
      (file("<f4", shape: "(0, 3)", []), "no logits were found"),
      ([], "the header of the .npy file is cut off"),
      (file("<f4", shape: "(x,)", []), "a shape that holds “x”."),
      (file("<f4", shape: "(4611686018427387904, 4)", []), "a shape that no memory holds."),
      (file("|u1", shape: "(1, 1, 2)", fortran: true, [1, 2]), "3 dimensions in Fortran order"),
      ([0x93] + Array("NUMPY".utf8) + [1, 0, 255, 255, 0x7B], "is cut off."),
      (Array(file("|u1", shape: "(1,)", [1]).prefix(9)), "is cut off."),
      ([0x93] + Array("NUMPY".utf8) + [9, 0, 0, 0, 0, 0, 0], "version 9"),
    ]
    for (bytes, expected) in cases {
      let found = sentence { () throws(FileProblem) in _ = try LogitTable(numpy: bytes).row(0) }
      #expect(found?.contains(expected) == true, "\(found ?? "it was read") for \(expected)")
    }
    let table = file("|u1", shape: "(2, 2)", [1, 2, 3, 4])
    #expect(
      sentence { () throws(FileProblem) in _ = try LogitTable(numpy: table).row(2) }
        == "x: “row” is 2; it must be between 0 and 1.")
  }
}
