/// CSI sequences of ECMA-48.
enum ControlSequence {
  /// Appends one with up to two parameters.
  static func append(
    _ final: Unicode.Scalar, _ first: Int? = nil, _ second: Int? = nil, to bytes: inout [UInt8]
  ) {
    bytes.append(0x1B)
    bytes.append(UInt8(ascii: "["))
    if let first { append(first, to: &bytes) }
    if let second {
      bytes.append(UInt8(ascii: ";"))
      append(second, to: &bytes)
    }
    bytes.append(UInt8(ascii: final))
  }

  /// A number of no more than five digits.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var unit = 10_000
    while unit > number, unit > 1 { unit /= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  static func digits(of number: Int) -> Int {
    number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : number < 10_000 ? 4 : 5
  }
}
