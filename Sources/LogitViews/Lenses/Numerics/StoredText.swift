import LogitExplorer
import LogitKernel
import TerminalCells

extension ShownNumber {
  var isStored: Bool {
    if case .stored = self { true } else { false }
  }
}

/// Numbers that a computation has made: whole where they are short, since their ends tell of the
/// format, else rounded to the digits of the display.
extension ExplorerState {
  func storedText(_ value: Double, width: Int = 24) -> String {
    if display.isHex { return hexText(value, trimmed: true) }
    let shortest = DecimalText.shortest(value)
    let decimals = shortest.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    if shortest.utf8.count <= width, decimals <= display.digits, !shortest.contains("e") {
      return shortest
    }
    let text = displayText(value, digits: display.digits, width: width)
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The texts of a column of such numbers: points aligned, marks after them.
  func storedTexts(_ contents: [ShownNumber], width: Int) -> [String] {
    let hasWords = width >= StoredText.wordWidth + 10
    let marked = contents.contains(where: \.hasMark)
    let tail = !marked ? 0 : hasWords ? StoredText.wordWidth : 1
    let numbers = aligned(
      contents.map { content in
        switch content {
        case .word, .missing, .power, .covered: plainText(content)
        case .number(let value, let complement): text(value, complement: complement)
        case .stored(let value, _, _): storedText(value, width: width - tail)
        }
      }, width: width - tail, pointingIntegers: false)
    return zip(numbers, contents).map { number, content in
      number + content.markText(isWord: hasWords).padding(to: tail)
    }
  }
}

/// How events are marked after a number.
enum StoredText {
  /// The longest word and the blank before it.
  static let wordWidth = 1 + (TraceEvent.allCases.map(\.word.count).max() ?? 0)
}

extension TraceEvent {
  /// One character of ASCII, explained in a legend wherever it appears.
  package var mark: Character {
    switch self {
    case .overflow: "^"
    case .underflow: "v"
    case .subnormal: "s"
    case .flushed: "f"
    case .absorbed: "="
    case .cancelled: "~"
    case .pole: "/"
    case .invalid: "!"
    }
  }
}

extension ShownNumber {
  fileprivate var hasMark: Bool {
    if case .stored(_, let event, _) = self { event != nil } else { false }
  }

  fileprivate func markText(isWord: Bool) -> String {
    guard case .stored(_, let event?, _) = self else { return "" }
    return isWord ? " " + event.word : String(event.mark)
  }
}

extension String {
  /// The text padded with blanks.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
