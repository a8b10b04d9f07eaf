import LogitExplorer
import LogitKernel
import TerminalCells

extension NumericsPanel {
  /// The selected logit as the format stores it: fields, neighbours, and every decimal digit.
  func drawBits(in area: Rect, on grid: inout CellGrid) {
    guard let index = state.selectedClass, !area.isEmpty else { return }
    let logit = state.document.logits[index]
    let bits = format.bits(of: logit)
    let value = format.value(ofBits: bits)
    let titles = titles(index, logit, value)
    let title = titles.first { CellWidth.of($0) <= area.width } ?? titles[titles.count - 1]
    grid.write(title, row: area.row, column: area.column, maxWidth: area.width)
    let pattern = area.removingTop(1)
    drawPattern(bits, in: pattern, &grid)
    let rest = pattern.removingTop(1 + patternRows(width: area.width))
    for (offset, line) in details(value, width: area.width).prefix(rest.height).enumerated() {
      grid.write(line, row: rest.row + offset, column: area.column, maxWidth: area.width)
    }
  }

  /// The longest first.
  private func titles(_ index: Int, _ logit: Double, _ value: Double) -> [String] {
    let name = CellWidth.truncated(state.label(index), toWidth: 12)
    let (given, stored) = (DecimalText.shortest(logit), DecimalText.shortest(value, in: format))
    let isSame = logit == value || (logit.isNaN && value.isNaN)
    let hex = "0x" + hexBits(format.bits(of: logit))
    return [
      isSame
        ? "\(name) = \(given) in \(format.name): \(hex)"
        : "\(name) = \(given), which \(format.name) stores as \(stored): \(hex)",
      "\(name) in \(format.name): \(stored) = \(hex)", "\(stored) = \(hex)", hex,
    ]
  }

  private func hexBits(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: max(0, (format.width + 3) / 4 - digits.count)) + digits
  }

  /// Where a bit is below the heading, with a blank between the fields; the significand goes on
  /// below itself where the row ends.
  private func place(ofBit bit: Int, in area: Rect) -> Point {
    let place = format.width - 1 - bit
    let fraction = place - 1 - format.exponentBits
    guard fraction >= 0 else {
      return Point(row: area.row + 1, column: area.column + place + min(place, 1))
    }
    let length = significandRow(width: area.width)
    return Point(
      row: area.row + 1 + fraction / length,
      column: area.column + significandColumn + fraction % length)
  }

  private var significandColumn: Int { format.exponentBits + 3 }

  /// How many bits of the significand stand on a row: all, or else whole hexadecimal digits.
  private func significandRow(width: Int) -> Int {
    let free = width - significandColumn
    return free >= format.significandBits ? max(1, format.significandBits) : max(4, free / 4 * 4)
  }

  private func patternRows(width: Int) -> Int {
    let length = significandRow(width: width)
    return max(1, (format.significandBits + length - 1) / length)
  }

  /// The bit that is drawn there.
  func bit(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point) else { return nil }
    return (0..<format.width).first { place(ofBit: $0, in: area) == point }
  }

  private func drawPattern(_ bits: UInt64, in area: Rect, _ grid: inout CellGrid) {
    let cursor = min(state.display.numerics.bit, format.width - 1)
    grid.write("±", row: area.row, column: area.column, style: .heading)
    grid.write(
      heading(["exponent", "exp", "e"], width: format.exponentBits), row: area.row,
      column: area.column + 2, style: .heading)
    grid.write(
      heading(["significand", "fraction", "frac", "f"], width: format.significandBits),
      row: area.row, column: area.column + significandColumn, style: .heading)
    for bit in 0..<format.width {
      let isSet = bits >> UInt64(bit) & 1 == 1
      let style: Style = isSet ? .accent : .plain
      let place = place(ofBit: bit, in: area)
      guard area.contains(place) else { continue }
      grid.put(
        isSet ? "1" : "0", row: place.row, column: place.column,
        style: bit == cursor ? style.reversed : style)
    }
  }

  /// The longest of the words that fits.
  private func heading(_ words: [String], width: Int) -> String {
    words.first { $0.count <= width } ?? ""
  }

  private func details(_ value: Double, width: Int) -> [String] {
    guard value.isFinite else {
      return [value.isNaN ? "not a number" : "infinite: the exponent is all ones"]
    }
    let exponent = max(
      value == 0 ? format.leastExponent : Int(value.exponent), format.leastExponent)
    let significand = value == 0 ? 0 : value.magnitude / powerOfTwo(exponent)
    let sign = value.sign == .minus ? "−" : "+"
    let kind = value != 0 && value.magnitude < format.leastNormal ? ", subnormal" : ""
    var lines = Readout.wrap(
      [
        "\(sign)\(DecimalText.shortest(significand)) × 2^\(exponent)\(kind)", flip(value),
      ], width: width, atMost: 2)
    lines += Readout.wrap(
      [
        "below \(text(format.nextDown(value)))", "above \(text(format.nextUp(value)))",
        "ulp \(DecimalText.shortest(format.ulp(at: value)))",
      ], width: width, atMost: 2)
    lines += wrapped("exactly " + DecimalText.exact(value), width: width).prefix(3)
    return lines + ["{ } move; #\(hexBits(format.bits(of: value))) or 0b… types all bits"]
  }

  private func text(_ value: Double) -> String { DecimalText.shortest(value, in: format) }

  /// What flipping the bit under the cursor makes of the value.
  private func flip(_ value: Double) -> String {
    let bit = min(state.display.numerics.bit, format.width - 1)
    let flipped = format.value(ofBits: format.bits(of: value) ^ 1 << UInt64(bit))
    return "! flips bit \(bit): \(text(value)) → \(text(flipped))"
  }

  private func wrapped(_ text: String, width: Int) -> [String] {
    var (lines, rest) = ([String](), Substring(text))
    while !rest.isEmpty, width > 0 {
      lines.append(String(rest.prefix(width)))
      rest = rest.dropFirst(width)
    }
    guard lines.count > 3 else { return lines }
    lines[2] = String(lines[2].dropLast(1)) + "…"
    return lines
  }

  private func powerOfTwo(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
