import LogitExplorer
import TerminalCells
import TestSupport
import Testing

@testable import LogitViews

@Suite struct NumericsBitsTests {
  @Test
  func `on a narrow screen the significand goes on below itself, and every bit can be clicked`()
    throws
  {
    var state = ExplorerState(document: Document(name: "", logits: [99.3]), lens: .numerics)
    for (key, text) in [("format", "binary64"), ("algorithm", "naive")] {
      _ = state.reduce(state.setting(key, text))
    }
    _ = state.reduce(.numerics(.setPart(.bits)))
    for width in [60, 80] {
      let size = Size(width: width, height: 24)
      let layout = Layout(state, size: size)
      let grid = frame(state, layout, glyphs: .blocks).grid
      var pattern: [Int: Character] = [:]
      for row in 0..<size.height {
        for column in 0..<width {
          let point = Point(row: row, column: column)
          guard
            case .bit(let bit) = hit(at: point, state, Layout(state, size: size), glyphs: .blocks)
          else {
            continue
          }
          #expect(pattern[bit] == nil, "bit \(bit) stands twice")
          pattern[bit] = grid[row, column].glyph.character
        }
      }
      let bits = (0..<64).reversed().map { pattern[$0].map(String.init) ?? "?" }.joined()
      #expect(UInt64(bits, radix: 2) == (99.3).bitPattern, "\(width): \(bits)")
    }
  }
}
