import LogitKernel
import Testing

@Suite struct NumberFormatParsingTests {
  @Test func `names of the catalogue and of other programs are read in either case`() throws {
    #expect(try NumberFormat(parsing: "binary16") == .binary16)
    #expect(try NumberFormat(parsing: " BF16 ") == .bfloat16)
    #expect(try NumberFormat(parsing: "float8_e4m3fn") == .e4m3)
    #expect(try NumberFormat(parsing: "double") == .binary64)
    #expect(try NumberFormat(parsing: "e5m2") == .e5m2)
  }

  @Test func `a format of one's own has the fields that its name says`() throws {
    let format = try NumberFormat(parsing: "e6m9")
    #expect(format.exponentBits == 6 && format.significandBits == 9 && format.name == "e6m9")
    #expect(format.greatestFinite == (2 - 0x1p-9) * 0x1p31)
  }

  @Test func `an impossible format is refused with the reason`() {
    #expect(throws: NumberFormatError.exponentBits(0)) { try NumberFormat(parsing: "e0m3") }
    #expect(throws: NumberFormatError.exponentBits(20)) { try NumberFormat(parsing: "e20m99") }
    #expect(throws: NumberFormatError.significandBits(99)) { try NumberFormat(parsing: "e8m99") }
    #expect(throws: NumberFormatError.significandBits(0)) { try NumberFormat(parsing: "e8m0") }
    for name in ["", "fp17", "e5", "m3", "e5m", "em3", "e5m2x", "e-5m2", "5m2"] {
      #expect(throws: NumberFormatError.unknownName(name)) { try NumberFormat(parsing: name) }
    }
  }
}
