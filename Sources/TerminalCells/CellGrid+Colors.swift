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
      let marks: Appearance.Attributes = [.reversed, .underlined]
      return cell.glyph != .space
        || !palette.appearance(of: cell.style).attributes.isDisjoint(with: marks)
    }
    return last.map { $0 - row.startIndex + 1 } ?? 0
  }
}

extension Appearance {
  /// Sets this appearance, whatever was set before.
  func sequence(depth: ColorDepth) -> String {
    var codes = "0"
    if attributes.contains(.bold) { codes += ";1" }
    if attributes.contains(.dim) { codes += ";2" }
    if attributes.contains(.underlined) { codes += ";4" }
    if attributes.contains(.reversed) { codes += ";7" }
    if let color = foreground {
      switch color {
      case _ where depth == .indexed256: codes += ";38;5;\(color)"
      case 0..<8: codes += ";\(30 + color)"
      default: codes += ";\(82 + color)"
      }
    }
    return "\u{1B}[\(codes)m"
  }
}
