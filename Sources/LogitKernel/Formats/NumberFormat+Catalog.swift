extension NumberFormat {
  /// IEEE 754 double precision.
  public static let binary64 = NumberFormat(
    name: "binary64", exponentBits: 11, significandBits: 52)

  /// IEEE 754 single precision.
  public static let binary32 = NumberFormat(name: "binary32", exponentBits: 8, significandBits: 23)

  /// The 19 bits that tensor cores multiply: the range of binary32, the precision of binary16.
  public static let tensorFloat32 = NumberFormat(
    name: "tf32", exponentBits: 8, significandBits: 10)

  /// The upper half of binary32.
  public static let bfloat16 = NumberFormat(name: "bfloat16", exponentBits: 8, significandBits: 7)

  /// IEEE 754 half precision.
  public static let binary16 = NumberFormat(name: "binary16", exponentBits: 5, significandBits: 10)

  /// OCP 8-bit floating point with two fraction bits and infinities.
  public static let e5m2 = NumberFormat(name: "e5m2", exponentBits: 5, significandBits: 2)

  /// OCP 8-bit floating point with three fraction bits: greatest 448, no infinities ("fn").
  public static let e4m3 = NumberFormat(
    name: "e4m3", exponentBits: 4, significandBits: 3, specials: .finiteWithNaN)

  /// Every named format, widest first.
  public static let all = [
    binary64, binary32, tensorFloat32, bfloat16, binary16, e5m2, e4m3,
  ]

  /// The format of the catalogue with this name, or the custom one that `e‹n›m‹n›` describes.
  ///
  /// A custom format has 2…11 exponent bits, 1…52 fraction bits and the specials of IEEE 754.
  ///
  /// - Returns: nil when there is no such format.
  /// - Complexity: O(*m*) for a name of *m* characters.
  public static func named(_ name: String) -> NumberFormat? {
    let name = name.lowercased()
    if let format = all.first(where: { $0.name == name }) { return format }
    let fields = name.dropFirst().split(separator: "m", omittingEmptySubsequences: false)
    guard name.first == "e", fields.count == 2,
      let exponent = Int(fields[0]), let significand = Int(fields[1]),
      (2...11).contains(exponent), (1...52).contains(significand),
      name == "e\(exponent)m\(significand)"
    else { return nil }
    return NumberFormat(name: name, exponentBits: exponent, significandBits: significand)
  }
}
