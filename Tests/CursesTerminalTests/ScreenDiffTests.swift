import Glibc
import TerminalCells
import TestSupport
import Testing

@testable import CursesTerminal

@Suite struct ScreenDiffTests {
  private let palette = Palette(theme: .dark, depth: .full)

  private func difference(_ before: [String], _ after: [String], style: Style = .plain) -> String {
    func grid(_ rows: [String]) -> CellGrid {
      var grid = CellGrid(size: Size(width: 120, height: 5))
      for (row, text) in rows.enumerated() { grid.write(text, row: row, column: 0, style: style) }
      return grid
    }
    var diff = ScreenDiff(palette: palette)
    let bytes = diff.bytes(from: grid(before), to: grid(after))
    return String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "")
  }

  @Test func `only what differs is sent`() {
    #expect(difference(["the same"], ["the same"]) == "")
    #expect(difference(["p = 0.659"], ["p = 0.681"]) == "[1;8H81")
    #expect(difference(["", "", "x"], ["", "", "y"]) == "[3Hy")
    #expect(difference(["a1", "b2"], ["a3", "b4"]) == "[1;2H3\n[2G4")
    #expect(difference(["1a", "2"], ["3a", "4"]) == "[1H3\n\r4")
    #expect(difference(["a1", "  2"], ["a3", "  4"]) == "[1;2H3\n[3G4")
    #expect(difference(["a1", "", "", "", "b2"], ["a3", "", "", "", "b4"]) == "[1;2H3[5;2H4")
  }

  @Test func `what lies between is passed over the shortest way`() {
    #expect(difference(["1 = 2"], ["3 = 4"]) == "[1H3 = 4")
    #expect(difference(["1 = + + 2"], ["3 = + + 4"]) == "[1H3[7C4")
    #expect(
      difference(
        ["1" + String(repeating: ".", count: 18) + "2"],
        ["3" + String(repeating: ".", count: 18) + "4"]) == "[1H3[20G4")
  }

  @Test func `the way back is the shortest too`() {
    for (columns, way) in [(2, "\u{8}\u{8}"), (7, "[7D"), (12, "[8G")] {
      let size = Size(width: 40, height: 1)
      var new = CellGrid(size: size)
      new.write("x", row: 0, column: 6 + columns)
      new.write("y", row: 0, column: 7, style: .dim)
      var diff = ScreenDiff(palette: palette)
      let bytes = diff.bytes(from: CellGrid(size: size), to: new)
      let text = String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "")
      #expect(text == "[1;\(7 + columns)Hx\(way)[38;5;245my[m")
    }
  }

  @Test func `the rest of a row is erased in one`() {
    #expect(difference(["a long row"], ["a l"]) == "[1;4H[K")
    #expect(difference(["ab"], ["a"]) == "[1;2H ")
  }

  @Test func `a colour is set once for letters, and blanks between are passed over or plain`() {
    #expect(difference([""], ["abc"], style: .dim) == "[1H[38;5;245mabc[m")
    #expect(difference([""], ["ab  c"], style: .dim) == "[1H[38;5;245mab[2Cc[m")
    #expect(difference(["xxxxx"], ["a b"], style: .dim) == "[1;2H [C  \r[38;5;245ma[Cb[m")
    #expect(difference(["ab  c"], ["     "], style: .dim) == "[1H[K")
  }

  @Test func `a colour is set once for all rows, plain text comes first`() {
    let size = Size(width: 20, height: 2)
    var new = CellGrid(size: size)
    for row in 0..<2 {
      new.write("x", row: row, column: 0, style: .dim)
      new.write("y", row: row, column: 5)
    }
    var diff = ScreenDiff(palette: palette)
    let bytes = diff.bytes(from: CellGrid(size: size), to: new)
    let text = String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "")
    #expect(text == "[1;6Hy\n[6Gy[1H[38;5;245mx\n\rx[m")
  }

  @Test func `the last column leaves the cursor nowhere`() {
    var (old, new) = (
      CellGrid(size: Size(width: 5, height: 2)), CellGrid(size: Size(width: 5, height: 2))
    )
    old.write("aaaaa", row: 0, column: 0)
    new.write("aaaab", row: 0, column: 0)
    new.write("c", row: 1, column: 0)
    var diff = ScreenDiff(palette: palette)
    let bytes = diff.bytes(from: old, to: new)
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}[1;5Hb\u{1B}[2Hc")
  }

  @Test(arguments: 0..<60)
  func `one frame after the other is shown as it is`(seed: Int) {
    setlocale(LC_CTYPE, "C.UTF-8")
    var random = SeededBits(state: UInt64(seed))
    let size = Size(width: 30, height: 6)
    var diff = ScreenDiff(palette: palette)
    var terminal = Emulator(size: size)
    var shown = CellGrid(size: size)
    for _ in 0..<12 {
      var next = seed % 3 == 0 ? CellGrid(size: size) : shown
      for _ in 0..<random.below(12) { RandomFrame.draw(&random, on: &next) }
      terminal.feed(diff.bytes(from: shown, to: next))
      shown = next
      let wrong = Rect(size).rows.flatMap { row in
        Rect(size).columns.map { Point(row: row, column: $0) }
      }.first { terminal[$0] != expected(next, $0) }
      #expect(
        wrong == nil, "\(String(describing: wrong.map { (terminal[$0], expected(next, $0)) }))")
      #expect(terminal.rendition.isEmpty)
    }
  }

  private func expected(_ grid: CellGrid, _ place: Point) -> Emulator.Shown {
    let cell = grid[place.row, place.column]
    let look = palette.appearance(of: cell.style)
    var rendition: Set<String> = []
    if look.isBold { rendition.insert("1") }
    if look.isUnderlined { rendition.insert("4") }
    if look.isReversed { rendition.insert("7") }
    if let color = look.foreground { rendition.insert("38;5;\(color)") }
    return Emulator.Shown(cell.isContinuation ? "" : cell.glyph.text, rendition)
  }
}

/// Texts, bars, wide glyphs and blanks in all styles.
private enum RandomFrame {
  static func draw(_ random: inout SeededBits, on grid: inout CellGrid) {
    let texts = ["a", "0.659001", "     ", "██▌", "日本", "e\u{301}", "⠒⠤", "                    "]
    var style = Style(Role.allCases[random.below(Role.allCases.count)])
    if random.below(3) == 0 {
      style = [.plain, .plain.reversed, .plain.underlined][random.below(3)]
    }
    grid.write(
      texts[random.below(texts.count)], row: random.below(6), column: random.below(34) - 2,
      style: style)
  }
}

extension SeededBits {
  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
