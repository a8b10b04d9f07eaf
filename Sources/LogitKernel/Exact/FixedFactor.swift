internal import BigInt

/// A positive number by which differences of `Double`s are multiplied in fixed point, as those of
/// `FixedPowers`.
struct FixedFactor: Sendable {
  /// How many words of fraction the products have.
  let count: Int
  /// One word more than the fraction, the first bit set.
  private let words: [UInt]
  private let exponent: Int

  /// That of a value known to 64·(`count` + 1) bits.
  init(_ value: BigEnclosure, words count: Int) {
    let excess = value.low.magnitude.bitWidth - 64 * (count + 1)
    let magnitude = excess > 0 ? value.low.magnitude >> excess : value.low.magnitude << -excess
    (self.count, words) = (count, Array(magnitude.words))
    exponent = value.low.exponent + excess
  }

  func withMultiplier(_ body: (Multiplier) -> Void) {
    words.withUnsafeBufferPointer { words in
      guard let words = words.baseAddress else { return }
      body(Multiplier(words: words, exponent: exponent + 64 * count))
    }
  }
}

/// The same in memory.
struct Multiplier {
  fileprivate let words: UnsafePointer<UInt>
  /// That of the last place of the words, in units.
  fileprivate let exponent: Int

  /// Writes the product with a sum of two numbers times 2^`scale`, the integer part as one more word.
  ///
  /// It is off by less than 3 units: each of the two is cut once, and the factor is off by far less. The
  /// sum must not be negative, and the product must fit; `scratch` has `count` + 2 words.
  @inline(__always)
  func write(
    _ difference: DoubleDouble, scale: Int, into result: Words, count: Int, scratch: Words
  ) {
    result.clear(count: count &+ 1)
    formProduct(difference.high, scale, into: scratch, count: count)
    result.add(scratch, count: count &+ 1)
    guard difference.low != 0 else { return }
    formProduct(difference.low, scale, into: scratch, count: count)
    if difference.low < 0 {
      result.subtract(scratch, count: count &+ 1)
    } else {
      result.add(scratch, count: count &+ 1)
    }
  }

  /// The product with a number's magnitude.
  @inline(__always)
  private func formProduct(_ number: Double, _ scale: Int, into product: Words, count: Int) {
    let (significand, place) = number.integerSignificand
    var (carry, index) = (UInt(0), 0)
    while index <= count {
      let (high, low) = words[index].multipliedFullWidth(by: UInt(significand))
      let (sum, overflow) = low.addingReportingOverflow(carry)
      product[index] = sum
      carry = high &+ (overflow ? 1 : 0)
      index &+= 1
    }
    product[index] = carry
    UnsafePointer(product).shifted(
      by: -(place &+ exponent &+ scale), count: count &+ 2, into: product,
      length: count &+ 1)
  }
}
