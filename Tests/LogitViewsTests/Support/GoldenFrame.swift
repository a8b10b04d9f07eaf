import Foundation
import LogitExplorer
import LogitViews
import TerminalCells
import Testing

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

  /// The state on the usual screen, and on a small one in ASCII.
  ///
  /// Two, so that a person reads what changed; FrameSweepTests and WideFrameTests see the other
  /// sizes.
  static func screens(_ state: ExplorerState) -> String {
    let screens: [(Size, GlyphLevel)] = [
      (Size(width: 80, height: 24), .blocks), (Size(width: 40, height: 12), .ascii),
    ]
    return screens.map { size, glyphs in
      var state = state
      state.adopt(Layout(state, size: size))
      let grid = frame(state, size: size, glyphs: glyphs).grid
      return "== \(size.width)x\(size.height) \(glyphs)\n\(text(grid))\n"
    }.joined()
  }

  /// Compares with the record, or renews it and fails.
  static func expect(_ text: String, recordedAs name: String) {
    if isUpdating {
      #expect(throws: Never.self) { try record(text, as: name) }
      Issue.record("recorded \(name)")
    } else if text != recorded(name) {
      Issue.record("\(name) differs from its record: \(difference(text, name))")
    }
  }

  private static func difference(_ text: String, _ name: String) -> String {
    guard let recorded = recorded(name) else { return "there is none" }
    let pairs = zip(text.split(separator: "\n"), recorded.split(separator: "\n"))
    guard let (now, before) = pairs.first(where: { $0 != $1 }) else { return "lengths differ" }
    return "\n\(before)\n\(now)"
  }
}
