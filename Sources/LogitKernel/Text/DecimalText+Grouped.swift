extension DecimalText {
  /// A count in groups of three digits: "262 114".
  package static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude).utf8
    var text: [UInt8] = count < 0 ? [UInt8(ascii: "-")] : []
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(UInt8(ascii: " ")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
