extension CellGrid {
  /// The glyphs of every row, blanks at the right included; a wide glyph is one character.
  package var textRows: [String] {
    (0..<size.height).map { index in
      var scalars = String.UnicodeScalarView()
      for cell in row(index) where !cell.isContinuation {
        scalars.append(contentsOf: cell.glyph.scalars)
      }
      return String(scalars)
    }
  }

  /// The role letter of every cell, row by row.
  package var styleRows: [String] {
    (0..<size.height).map { String(row($0).map(\.style.role.rawValue)) }
  }

  /// The attributes of every cell, row by row: see `Style.attributeLetter`.
  package var attributeRows: [String] {
    (0..<size.height).map { String(row($0).map(\.style.attributeLetter)) }
  }

  /// The whole grid as lines without trailing blanks.
  package var text: String {
    textRows.map { row in
      var row = Substring(row)
      while row.last == " " { row.removeLast() }
      return String(row)
    }.joined(separator: "\n")
  }
}

extension CellGrid: CustomStringConvertible {
  package var description: String { text }
}
