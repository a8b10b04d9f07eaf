/// A binary floating-point format: what it can represent, and how it rounds.
///
/// Every value of every format here is a `Double`, so results are returned as `Double`.
/// A format is data: adding one is one row in the catalogue.
public struct NumberFormat: Hashable, Sendable {
  /// What the greatest exponent field means.
  public enum Specials: Hashable, Sendable {
    /// Reserved for infinities and NaN, as in IEEE 754.
    case ieee754
    /// Ordinary numbers, except the last significand, which is NaN; no infinities (OCP "fn").
    case finiteWithNaN
  }

  /// The name a user types, such as `binary16`.
  public let name: String

  /// The width of the exponent field, 2…11.
  public let exponentBits: Int

  /// The width of the explicit fraction field, 1…52.
  public let significandBits: Int

  /// What the greatest exponent field means.
  public let specials: Specials

  // Stored, because every rounding asks for these.

  /// The exponent *e* of the least normal value, 2ᵉ.
  public let leastExponent: Int

  /// The exponent *e* of the greatest finite value, which lies in [2ᵉ, 2ᵉ⁺¹).
  public let greatestExponent: Int

  /// The greatest finite value.
  public let greatestFinite: Double

  /// The least positive value with a full significand.
  public let leastNormal: Double

  /// Whether results beyond the greatest finite value become that value, with their sign.
  public var saturates = false

  /// Whether subnormal results become zero.
  public var flushesSubnormals = false

  /// A format with the given fields.
  ///
  /// - Precondition: 2 ≤ `exponentBits` ≤ 11 and 1 ≤ `significandBits` ≤ 52, so that every value
  ///   is a `Double`; with `finiteWithNaN`, `exponentBits` ≤ 10.
  /// - Complexity: O(1).
  public init(
    name: String, exponentBits: Int, significandBits: Int, specials: Specials = .ieee754,
    saturates: Bool = false, flushesSubnormals: Bool = false
  ) {
    let widest = specials == .ieee754 ? 11 : 10
    precondition((2...widest).contains(exponentBits), "an exponent needs 2 to \(widest) bits")
    precondition((1...52).contains(significandBits), "a significand needs 1 to 52 bits")
    self.name = name
    self.exponentBits = exponentBits
    self.significandBits = significandBits
    self.specials = specials
    self.saturates = saturates
    self.flushesSubnormals = flushesSubnormals
    leastExponent = 2 - (1 << (exponentBits - 1))
    greatestExponent = (1 << (exponentBits - 1)) - (specials == .ieee754 ? 1 : 0)
    let steps = specials == .ieee754 ? 1.0 : 2.0
    greatestFinite = (2 - steps * powerOfTwo(-significandBits)) * powerOfTwo(greatestExponent)
    leastNormal = powerOfTwo(leastExponent)
  }

  /// The number of significant bits, the implicit one included.
  public var precision: Int { significandBits + 1 }

  /// The least positive value, subnormal.
  public var leastNonzero: Double { powerOfTwo(leastExponent - significandBits) }

  /// What a result becomes that is greater than every finite value.
  ///
  /// The greatest finite value when the format saturates; otherwise infinity, or NaN where the
  /// format has none.
  public var overflow: Double {
    if saturates { return greatestFinite }
    return specials == .ieee754 ? .infinity : .nan
  }

  /// Whether `value` is a value of this format; NaN always is, infinities only where they exist.
  ///
  /// - Complexity: O(1).
  public func contains(_ value: Double) -> Bool {
    if value.isNaN { return true }
    if value.isInfinite { return specials == .ieee754 }
    var format = self
    format.saturates = false
    format.flushesSubnormals = false
    return format.round(value) == value
  }
}

/// 2 to the power `exponent`, exactly.
///
/// - Precondition: −1074 ≤ `exponent` ≤ 1023.
func powerOfTwo(_ exponent: Int) -> Double {
  if exponent >= -1022 {
    return Double(bitPattern: UInt64(exponent + 1023) << 52)
  }
  return Double(bitPattern: 1 << UInt64(exponent + 1074))
}
