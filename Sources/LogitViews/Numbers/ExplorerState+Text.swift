import LogitExplorer
import LogitKernel
import TerminalCells

extension ExplorerState {
  /// A number with the digits, or as the hex float, that the display is set to.
  func text(_ value: Double, complement: Double? = nil) -> String {
    display.isHex
      ? hexText(value, trimmed: true)
      : displayText(value, digits: display.digits, complement: complement)
  }

  /// Cells that any number takes in a column at the present display.
  var numberWidth: Int { display.isHex ? 22 : max(8, display.digits + 4) }

  /// The texts of a column, to be written up to its right edge, their points in line.
  func columnTexts(_ contents: [ShownNumber], width: Int) -> [String] {
    if contents.contains(where: \.isCovered) { return coveredTexts(contents, width: width) }
    if contents.contains(where: \.isStored) { return storedTexts(contents, width: width) }
    let values = contents.map { content in
      if case .number(let value, _) = content { value } else { Double.nan }
    }
    let digits = commonFractionDigits(values, atMost: display.digits, width: width)
    let texts = contents.map { content in
      switch content {
      case .word(let text): text
      case .missing: "–"
      case .power(let exponent, let before, let other):
        ShownNumber.powerText(exponent, before: before, otherwise: other, width: width)
      case .stored(let value, _, _): storedText(value, width: width)
      case .covered: ""
      case .number(let value, let complement):
        display.isHex
          ? hexText(value, trimmed: true)
          : displayText(value, digits: digits, complement: complement, width: width)
      }
    }
    // A column of bare zeros and ones has no decimals to leave room for.
    let unused =
      texts.map { $0.utf8.reversed().prefix { $0 == UInt8(ascii: " ") }.count }.min() ?? 0
    return unused == 0 ? texts : texts.map { String($0.dropLast(unused)) }
  }

  /// A cell's text outside of a column.
  func plainText(_ number: ShownNumber) -> String {
    switch number {
    case .word(let text): text
    case .missing: "–"
    case .power(let exponent, let before, let other):
      ShownNumber.powerText(exponent, before: before, otherwise: other)
    case .stored(let value, _, _): storedText(value)
    case .number(let value, let complement): text(value, complement: complement)
    case .covered(let number): Cover.over(plainText(number))
    }
  }

  /// All of one width: a long number is a small one, and that would be half of the answer.
  private func coveredTexts(_ contents: [ShownNumber], width: Int) -> [String] {
    let usual = display.isHex ? numberWidth : display.digits + 2
    return contents.map { $0.isCovered ? Cover.over(width: min(usual, width)) : plainText($0) }
  }

  /// How far the best class is ahead, in its logit or z; `nil` where that says nothing.
  func leadText(of name: String, fit: (String) -> String = { $0 }) -> String? {
    switch numbers.present.lead {
    case .by(let number): "best \(name) leads by \(fit(plainText(number)))"
    case .oneIsLeft: "only one class is left"
    case .nobodyIsLeft: "no class is left"
    case nil: nil
    }
  }

  /// A document's own number: as it was typed where that fits.
  func inputText(_ value: Double, width: Int = 24) -> String {
    if display.isHex { return hexText(value, trimmed: true) }
    let shortest = DecimalText.shortest(value)
    return shortest.utf8.count <= width
      ? shortest : displayText(value, digits: display.digits, width: width)
  }

  /// A logit in an equation: as in its column, where 2 is 2.0, so that a nudge moves nothing else.
  func equationText(_ value: Double, width: Int = 24) -> String {
    let padded = inputText(value, width: width)
    let text = padded.utf8.contains(UInt8(ascii: " ")) ? padded.filter { $0 != " " } : padded
    return !display.isHex && isInteger(text) ? text + ".0" : text
  }

  /// Logits as they were typed where the column has room, their points in line.
  func logitTexts(_ values: [Double], width: Int) -> [String] {
    aligned(values.map { inputText($0, width: width) }, width: width)
  }

  /// Texts with their points in line where the column has room.
  func aligned(_ texts: [String], width: Int, pointingIntegers: Bool = true) -> [String] {
    guard !display.isHex else { return texts }
    let tails = texts.map { tailLength(of: $0) }
    var (head, tail) = (0, pointingIntegers ? 2 : 0)
    for (text, length) in zip(texts, tails) where length > 0 {
      head = max(head, text.utf8.count - length)
      tail = max(tail, length)
    }
    tail = min(tail, max(0, width - head))
    var aligned: [String] = []
    for (text, length) in zip(texts, tails) {
      let isWhole = length == 0 && isInteger(text)
      guard isWhole || length > 0 else {
        aligned.append(text)
        continue
      }
      let isPointed = pointingIntegers && isWhole && tail >= 2
      let padded = isPointed ? text + ".0" : text
      let missing = tail - (isPointed ? 2 : length)
      aligned.append(padded + spaces(min(missing, width - padded.utf8.count)))
    }
    return aligned
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// Characters from the point on of a number in plain decimals; 0 for all else.
  private func tailLength(of text: String) -> Int {
    let bytes = text.utf8
    guard !bytes.contains(UInt8(ascii: "e")) else { return 0 }
    return bytes.drop { $0 != UInt8(ascii: ".") }.count
  }

  private func isInteger(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  /// The document's name, but in a lesson no name that could tell an answer: its title stands over
  /// its words.
  var shownName: String { lesson == nil ? document.name : "lesson" }

  /// The class' label, never empty.
  func label(_ index: Int) -> String {
    document.labels[index].isEmpty ? "\(index + 1)" : document.labels[index]
  }

  /// The class's letter on its row and in every plot, in its colour `Style.series`.
  ///
  /// Letters and colours go by the document's order, so that no change of a logit gives a class
  /// another. There are 52 letters and 7 colours, which begin again after the last: both together
  /// are one class's own up to 364 classes, and without colour a letter is up to 52.
  func mark(_ index: Int) -> Unicode.Scalar {
    let place = UInt8(index % 52)
    return Unicode.Scalar(place < 26 ? UInt8(ascii: "a") + place : UInt8(ascii: "A") + place - 26)
  }

  /// The selected class; `nil` in an empty document.
  var selectedClass: Int? { document.logits.indices.contains(selection) ? selection : nil }
}
