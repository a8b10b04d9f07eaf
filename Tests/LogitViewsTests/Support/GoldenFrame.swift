import Foundation
import TerminalCells

/// A frame as text: glyph lines, `---`, then each line's styles as runs of role letters.
///
/// `12.3s` are twelve plain cells and three selected ones; a reversed, bold or underlined run has
/// its attribute digit in front: `/2s`.
enum GoldenFrame {
  static func text(_ grid: CellGrid) -> String {
    let styles = (0..<grid.size.height).map { row in
      runs(
        grid.row(row).map { cell in
          let letter = cell.style.attributeLetter
          return (letter == "." ? "" : "/\(letter)") + String(cell.style.role.rawValue)
        })
    }
    return grid.text + "\n---\n" + styles.joined(separator: "\n")
  }

  private static func runs(_ letters: [String]) -> String {
    var text = ""
    var index = 0
    while index < letters.count {
      let end = letters[index...].firstIndex { $0 != letters[index] } ?? letters.count
      text += (end - index == 1 ? "" : "\(end - index)") + letters[index]
      index = end
    }
    return text
  }

  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_FRAMES"] == "1"

  private static func url(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Frames/\(name).txt")
  }

  /// The recorded text; `nil` where there is none.
  static func recorded(_ name: String) -> String? {
    try? String(contentsOf: url(name), encoding: .utf8)
  }

  static func record(_ text: String, as name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url(name), atomically: true, encoding: .utf8)
  }
}
