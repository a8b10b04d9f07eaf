internal import BigInt

/// What 2^−y takes in fixed point: tables for the first bytes of the fraction of y, and a series for
/// what they leave.
///
/// ```
/// 2^−y = 2^−⌊y⌋ · 2^−(b₁/2⁸) · 2^−(b₂/2¹⁶) ⋯ · (1 − r(c₁ − r(c₂ − …))),   cₙ = (ln 2)ⁿ/n!
/// ```
/// A number is `count` words of fraction; a unit is the last place of these. A term of the series is
/// formed of as many words as it has above that place.
final class FixedPowers: Sendable {
  let count: Int
  /// How many bytes the tables take, and how many terms the series has.
  private let (levels, terms): (Int, Int)
  private let (powers, coefficients): ([UInt], [UInt])

  /// By how many units a power is off at most, if y is off by less than 3.
  ///
  /// Three for y, two for each table entry and for each product; for each term of the series one for
  /// its coefficient, two for its product and one for the words that this leaves out; one for the terms
  /// left out.
  var error: Int { 4 * (levels + terms) + 8 }

  private static let kept = Memo<Int, FixedPowers>(limit: 4)

  static func of(words count: Int) -> FixedPowers {
    kept.value(for: count) { FixedPowers(words: count) }
  }

  private init(words count: Int) {
    self.count = count
    // About as many table entries to multiply as half the terms that they save.
    levels = Int(4 * Double(count).squareRoot()) / 2
    let bits = 64 * (count + 1)
    let ln2 = FixedPoint.logarithmOfTwo(bits: bits)
    powers = (1...levels).flatMap { FixedPowers.table(level: $0, words: count) }
    var (coefficient, coefficients, terms) = (ln2, [UInt](), 1)
    repeat {
      coefficients += (coefficient >> 64).fraction(words: count)
      terms += 1
      coefficient = ((coefficient * ln2) >> bits) / BigUInt(terms)
    } while coefficient.bitWidth > 64 + 8 * levels * terms
    (self.coefficients, self.terms) = (coefficients, terms - 1)
  }

  /// 2^(−j/256^level) for j in 0..<256, off by less than 2 units: 1 is a unit too small.
  private static func table(level: Int, words count: Int) -> [UInt] {
    let bits = 64 * (count + 1)
    let step = BigEnclosure(BigFloat(powerOfTwo: -8 * level), precision: bits + 64)
    let root = (-(step * .logarithmOfTwo(precision: bits + 64))).exponential().low
    let factor = root.magnitude >> (-root.exponent - bits)
    var power = (BigUInt(1) << bits) - 1
    var table: [UInt] = []
    for _ in 0..<256 {
      table += (power >> 64).fraction(words: count)
      power = (power * factor) >> bits
    }
    return table
  }

  func withTables(_ body: (Tables) -> Void) {
    powers.withUnsafeBufferPointer { powers in
      coefficients.withUnsafeBufferPointer { coefficients in
        guard let powers = powers.baseAddress, let coefficients = coefficients.baseAddress else {
          return
        }
        body(Tables(powers, coefficients, levels: levels, terms: terms))
      }
    }
  }
}

extension FixedPowers {
  /// Where intermediate results go.
  struct Scratch {
    let rest: Words
    let series: Words
    let product: Words

    /// In four times `count` words.
    init(_ memory: Words, count: Int) {
      (rest, series, product) = (memory, memory + count, memory + 2 * count)
    }
  }

  /// The same in memory; `count` is that of the object, perhaps as a constant.
  struct Tables {
    private let (powers, coefficients): (UnsafePointer<UInt>, UnsafePointer<UInt>)
    private let (levels, terms): (Int, Int)

    fileprivate init(
      _ powers: UnsafePointer<UInt>, _ coefficients: UnsafePointer<UInt>, levels: Int, terms: Int
    ) {
      (self.powers, self.coefficients) = (powers, coefficients)
      (self.levels, self.terms) = (levels, terms)
    }

    /// Writes 2^−y for a fraction y.
    @inline(__always)
    func write(_ y: UnsafePointer<UInt>, into result: Words, count: Int, _ scratch: Scratch) {
      scratch.rest.copy(y, count: count)
      multiplyPowers(into: result, count: count, scratch)
      sumSeries(count: count, scratch)
      // Without the series' 1, which has no place in a fraction: t·(1 − s) = t − t·s.
      scratch.series.multiply(by: result, count: count, scratch: scratch.product)
      result.subtract(scratch.series, count: count)
    }

    /// Writes the product of the table entries, and takes their bytes out of the rest.
    @inline(__always)
    private func multiplyPowers(into result: Words, count: Int, _ scratch: Scratch) {
      var level = 0
      while level < levels {
        let word = count &- 1 &- level &>> 3
        let shift = UInt(truncatingIfNeeded: 56 &- (level & 7) &<< 3)
        let byte = scratch.rest[word] &>> shift & 255
        scratch.rest[word] ^= byte &<< shift
        let entry = powers + (level &<< 8 | Int(truncatingIfNeeded: byte)) &* count
        if level == 0 {
          result.copy(entry, count: count)
        } else {
          result.multiply(by: entry, count: count, scratch: scratch.product)
        }
        level &+= 1
      }
    }

    /// Writes r(c₁ − r(c₂ − …)), from the last term on, which has the fewest words.
    @inline(__always)
    private func sumSeries(count: Int, _ scratch: Scratch) {
      scratch.series.clear(count: count)
      var term = terms
      while term > 0 {
        // rⁿ is below 2^(−8·levels·n), so that many bits fewer do.
        let unused = min(levels &* term &>> 3, count &- 1)
        let coefficient = coefficients + (term &- 1) &* count + unused
        // Constants again, so that the loops over words unroll.
        switch count &- unused {
        case 1: addTerm(coefficient, to: scratch, from: unused, count: 1)
        case 2: addTerm(coefficient, to: scratch, from: unused, count: 2)
        case 3: addTerm(coefficient, to: scratch, from: unused, count: 3)
        default: addTerm(coefficient, to: scratch, from: unused, count: count &- unused)
        }
        term &-= 1
      }
      scratch.series.multiply(by: scratch.rest, count: count, scratch: scratch.product)
    }

    /// Replaces the series s by c − r·s, all without their last words.
    @inline(__always)
    private func addTerm(
      _ coefficient: UnsafePointer<UInt>, to scratch: Scratch, from unused: Int, count: Int
    ) {
      let sum = scratch.series + unused
      sum.multiply(by: scratch.rest + unused, count: count, scratch: scratch.product)
      coefficient.difference(less: sum, into: sum, count: count)
    }
  }
}

extension BigUInt {
  /// So many words, the least first.
  fileprivate func fraction(words count: Int) -> [UInt] {
    var words = Array(self.words.prefix(count))
    words += repeatElement(0, count: count - words.count)
    return words
  }
}
