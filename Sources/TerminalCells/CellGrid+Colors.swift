extension CellGrid {
  /// The grid as lines with SGR sequences (ECMA-48) for its colours and attributes.
  ///
  /// Each line ends with plain attributes and without blanks that nobody sees.
  package func coloredText(_ palette: Palette) -> String {
    (0..<size.height).map { coloredLine(row($0), palette) }.joined(separator: "\n")
  }

  private func coloredLine(_ row: ArraySlice<Cell>, _ palette: Palette) -> String {
    var (line, current) = ("", Appearance())
    for cell in row.prefix(visibleCount(row, palette)) where !cell.isContinuation {
      let appearance = palette.appearance(of: cell.style)
      if appearance != current {
        line += appearance.sequence(depth: palette.depth)
        current = appearance
      }
      line.unicodeScalars.append(contentsOf: cell.glyph.scalars)
    }
    return current == Appearance() ? line : line + "\u{1B}[0m"
  }

  private func visibleCount(_ row: ArraySlice<Cell>, _ palette: Palette) -> Int {
    let last = row.lastIndex { cell in
      let look = palette.appearance(of: cell.style)
      return cell.glyph != .space || look.isReversed || look.isUnderlined || look.background != nil
    }
    return last.map { $0 - row.startIndex + 1 } ?? 0
  }
}
