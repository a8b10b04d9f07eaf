extension DecimalText {
  /// A count in groups of three digits: "262 114".
  package static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      String(digits[max(0, end - 3)..<end])
    }
    return (count < 0 ? "-" : "") + groups.reversed().joined(separator: " ")
  }
}
