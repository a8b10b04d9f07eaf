/// Why a text names no number format.
public enum NumberFormatError: Error, Equatable, Sendable {
  /// Neither a name of the catalogue nor of the shape `e‹n›m‹n›`.
  case unknownName(String)
  /// The exponent field has a width that is not offered.
  case exponentBits(Int)
  /// The significand field has a width that is not offered.
  case significandBits(Int)
}

extension NumberFormat {
  /// The format of the catalogue with this name, or one of the user's own such as `e5m7`.
  ///
  /// A format of one's own has the specials of IEEE 754. Its name may be written with other names
  /// in use: `fp16`, `half`, `bf16`, `fp32`, `float`, `double`, `float8_e4m3fn`.
  ///
  /// - Parameter text: A name in either case, spaces around it allowed.
  /// - Throws: ``NumberFormatError``, which says what is wrong.
  /// - Complexity: O(*m*) for a text of *m* characters.
  public init(parsing text: some StringProtocol) throws(NumberFormatError) {
    let name = String(text.filter { !$0.isWhitespace }).lowercased()
    if let format = NumberFormat.named(Self.otherNames[name] ?? name) {
      self = format
      return
    }
    guard let (exponent, significand) = Self.fields(of: name) else {
      throw .unknownName(String(text))
    }
    throw (2...11).contains(exponent) ? .significandBits(significand) : .exponentBits(exponent)
  }

  private static let otherNames = [
    "fp64": "binary64", "float64": "binary64", "double": "binary64", "f64": "binary64",
    "fp32": "binary32", "float32": "binary32", "float": "binary32", "f32": "binary32",
    "fp16": "binary16", "float16": "binary16", "half": "binary16", "f16": "binary16",
    "bf16": "bfloat16", "float8_e4m3fn": "e4m3", "float8_e5m2": "e5m2", "tensorfloat32": "tf32",
  ]

  /// The two widths in `e‹n›m‹n›`, whatever they are.
  private static func fields(of name: String) -> (Int, Int)? {
    let parts = name.dropFirst().split(separator: "m", omittingEmptySubsequences: false)
    guard name.first == "e", parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      parts.joined().allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return (Int(parts[0]) ?? .max, Int(parts[1]) ?? .max)
  }
}
