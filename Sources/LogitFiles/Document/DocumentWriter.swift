package import LogitExplorer
internal import LogitKernel

extension Document {
  /// The document as TOML that reads back as the same document to the bit.
  ///
  /// What has its usual value is left out. A NUL in a text is written as its symbol, ␀: the parser's
  /// strings would end there. Where nobody wants it any more it has not all elements.
  package var toml: String {
    var lines = ["name = \(quoted(name))"]
    if !note.isEmpty { lines.append("note = \(quoted(note))") }
    lines.append(row("labels", texts("labels", labels.array, quoted)))
    lines.append(row("logits", texts("logits", logits.array, tomlNumber)))
    let masked = isMasked.indices.filter { isMasked[$0] }
    if !masked.isEmpty { lines.append(row("masked", masked.map { String($0) })) }
    if temperature != 1 { lines.append("temperature = \(tomlNumber(temperature))") }
    switch target {
    case .none: break
    case .index(let index): lines.append("target = \(index)")
    case .weights(let weights):
      lines.append(row("target_probabilities", weights.map(tomlNumber)))
    }
    if labelSmoothing.bitPattern != 0 {
      lines.append("label_smoothing = \(tomlNumber(labelSmoothing))")
    }
    if loss != .crossEntropy { lines.append("loss = \(quoted(loss.rawValue))") }
    for option in ArithmeticOption.catalog where option.text(arithmetic) != option.text(.exact) {
      lines.append("\(option.key) = \(scalar(option.text(arithmetic)))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func texts<Element>(
    _ key: String, _ elements: [Element], _ text: (Element) -> String
  ) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(elements.count)
    var pace = Pace("writing the \(key)", of: elements.count)
    for element in elements {
      guard pace.goesOn(at: texts.count) else { break }
      texts.append(text(element))
    }
    return texts
  }

  /// An array on one line where it fits, on lines of its own where it does not.
  private func row(_ key: String, _ elements: [String]) -> String {
    // So many do not fit, however short they are.
    if elements.count < 50 {
      let line = "\(key) = [\(elements.joined(separator: ", "))]"
      guard line.utf8.count > 100 else { return line }
    }
    var (lines, current) = (["\(key) = ["], " ")
    var (pace, done) = (Pace("arranging the \(key)", of: elements.count), 0)
    for element in elements {
      guard pace.goesOn(at: done) else { break }
      done += 1
      if current.utf8.count + element.utf8.count > 98, current != " " {
        lines.append(current)
        current = " "
      }
      current += " \(element),"
    }
    return (lines + [current, "]"]).joined(separator: "\n")
  }
}

/// A setting: bare where it is a number or true or false.
private func scalar(_ text: String) -> String {
  if text == "true" || text == "false" || Int(text) != nil { return text }
  return parseNumber(text).map(tomlNumber) ?? quoted(text)
}

/// A number as TOML reads it: an integer loses the sign of a zero.
private func tomlNumber(_ value: Double) -> String {
  value == 0 && value.sign == .minus ? "-0.0" : DecimalText.shortest(value)
}

/// A TOML basic string.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\0": result += "␀"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where needsEscape(scalar):
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Controls, line separators and marks that change the direction of text: an editor would show the
/// file wrongly.
///
/// The escape has four digits, so only what lies below U+10000 is escaped.
private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .format: scalar.value < 0x10000
  default: false
  }
}
