import LogitExplorer
import TerminalCells
import Testing

/// The terminal writes the notation of a key, the explorer reads it.
@Suite struct KeyNotationTests {
  @Test func `every key that a terminal sends is one that the explorer knows`() throws {
    let codes: [Key.Code] =
      "jL<>- é日?1".map { .character($0) } + (1...24).map { .function($0) } + [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace,
        .tab, .enter, .escape,
      ]
    for code in codes {
      for bits in 0..<8 {
        let notation = Key(code, Key.Modifiers(rawValue: UInt8(bits))).notation
        #expect(try KeyName.parse(notation).map(\.notation) == [notation])
      }
    }
  }
}
