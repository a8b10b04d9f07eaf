extension String {
  /// The text with U+2212 for each hyphen that is the minus of a number.
  ///
  /// Numbers are text in ASCII wherever they may be copied, saved or typed again; only what is
  /// written on a grid goes through here. A minus begins a number (`-1.5`, `(-inf`, `e^-2`), or its
  /// exponent (`1e-5`, `0x1p-3`), or takes a little from 1 (`1-e^-40`, `1-3e-20`). Hyphens within
  /// words and ranges (`log-odds`, `0-9`, `page-1`) stay.
  var withMinusSigns: String {
    guard hasHyphen else { return self }
    let bytes = Array(utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "-"), isMinus(bytes, index) {
        text += [0xE2, 0x88, 0x92]
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// Asked of every text that is written on a grid: `contains` would be a generic call.
  private var hasHyphen: Bool {
    var hasHyphen = false
    forEachScalar { scalar in
      hasHyphen = scalar == "-"
      return !hasHyphen
    }
    return hasHyphen
  }
}

private func isMinus(_ bytes: [UInt8], _ index: Int) -> Bool {
  let next = bytes[(index + 1)...]
  if next.first == UInt8(ascii: "e"), next.starts(with: "e^".utf8) { return true }
  if next.first == UInt8(ascii: "i"), next.starts(with: "inf".utf8) {
    return !(next.dropFirst(3).first?.isAlphanumeric ?? false)
      && !(bytes[..<index].last?.isWord ?? false)
  }
  let isPoint = next.first == UInt8(ascii: ".")
  guard next.dropFirst(isPoint ? 1 : 0).first?.isDigit ?? false else { return false }
  guard let last = bytes[..<index].last, last.isWord else { return true }
  let before = bytes[..<(index - 1)]
  switch last | 0x20 {
  case UInt8(ascii: "1"):
    let rest = next.drop { $0.isDigit || $0 == UInt8(ascii: ".") }
    return rest.starts(with: "e-".utf8) && !(before.last?.isWord ?? false)
  case UInt8(ascii: "e"): return before.last.map { $0.isDigit || $0 == UInt8(ascii: ".") } ?? false
  case UInt8(ascii: "p"):
    let digits = before.reversed().prefix { $0.isHexDigit || $0 == UInt8(ascii: ".") }
    return before.dropLast(digits.count).suffix(2).elementsEqual("0x".utf8)
  default: return false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isHexDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }

  fileprivate var isAlphanumeric: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }

  /// Whether a hyphen after it joins words: letters in any script, digits, and closing marks.
  fileprivate var isWord: Bool { isAlphanumeric || self >= 0x80 || "-_.)]'".utf8.contains(self) }
}
