import LogitExplorer
import TerminalCells

/// One line above the footer: the latest message, else a notice, else a rule.
enum MessageLine {
  static func draw(_ state: ExplorerState, _ layout: Layout, on grid: inout CellGrid) {
    let area = layout.message
    guard !area.isEmpty else { return }
    guard let (text, severity) = shown(state) else {
      if !layout.isNarrow {
        grid.fill(area, with: grid.glyphs.horizontalLine, style: .frame)
      }
      return
    }
    let word = severity == .note ? "" : "\(severity.rawValue): "
    let shown = CellWidth.truncated(word + text, toWidth: area.width - 2, level: grid.glyphs)
    grid.write(
      shown, row: area.row, column: area.column + 1, maxWidth: area.width - 2,
      style: style(of: severity))
  }

  /// A refusal of the text being typed comes first: it is about the key just pressed.
  private static func shown(_ state: ExplorerState) -> (text: String, severity: Message.Severity)? {
    switch state.mode {
    case .entry(let entry):
      if let refusal = entry.refusal { return (refusal, .warning) }
    case .palette(let palette):
      if let refusal = palette.refusal { return (refusal, .warning) }
    default: break
    }
    return state.message.map { ($0.text, $0.severity) }
  }

  static func style(of severity: Message.Severity) -> Style {
    switch severity {
    case .note: .accent
    case .warning: .warning
    case .error: .error
    }
  }
}
