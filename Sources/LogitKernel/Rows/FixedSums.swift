internal import BigInt

/// Σ e^−d and Σ e^−d·d′ over some classes, d and d′ being their distances in two rows, or both in one:
/// in fixed point, so that a class costs some dozen products of a few words.
///
/// A unit is the last place. A power is off by `FixedPowers.error` units, one more as it is shifted; its
/// product with d′/2ˢ < 1, which is off by 3, by six more. A term e^−d of less than about a unit is not
/// computed.
struct FixedSums {
  let weights: BigEnclosure
  let moments: BigEnclosure

  /// The sums over the classes with a finite logit below a threshold, a term of 1 known to at least
  /// `precision` bits.
  init(
    of terms: Distances, times factors: Distances, below threshold: Double = .infinity,
    precision: Int
  ) {
    noteOperations(terms.values.count)
    // The errors of a piece of 2¹⁰ classes take less than 32 bits.
    let count = (precision + 32 + 63) / 64
    let classes = FixedClasses(terms, factors, below: threshold, words: count)
    let pass = FixedPass(terms, factors, scale: -classes.scale, words: count)
    let sums =
      switch count {
      // Where the number of words is a constant, loops over them unroll.
      case 3: pass.sums(over: classes.computed, count: 3)
      case 6: pass.sums(over: classes.computed, count: 6)
      default: pass.sums(over: classes.computed, count: count)
      }
    let error = BigUInt(classes.computed.count * (pass.powers.error + 8))
    let skipped = BigUInt(classes.skipped)
    func enclosure(_ sum: BigUInt, _ error: BigUInt) -> BigEnclosure {
      let (value, error) = (
        BigFloat(.plus, sum, exponent: -64 * count), BigFloat(.plus, error, exponent: -64 * count)
      )
      return error.isZero
        ? BigEnclosure(value, precision: precision)
        : BigEnclosure(low: value - error, high: value + error, precision: precision)
    }
    weights = enclosure(
      sums.weights + BigUInt(classes.ties) << (64 * count), error + 2 * skipped)
    let moments = enclosure(sums.moments, error + skipped << classes.slack)
    let unit = BigEnclosure(BigFloat(powerOfTwo: classes.scale), precision: precision)
    self.moments = moments * unit * .logarithmOfTwo(precision: precision)
  }
}

/// What is to be done with each of some classes.
private struct FixedClasses {
  /// How many have no distance in either row.
  private(set) var ties = 0
  /// Where those are that are computed.
  private(set) var computed: [Int] = []
  /// How many terms are below 2 units.
  private(set) var skipped = 0
  /// The product of any of these with its factor is below 2^`slack` units.
  private(set) var slack = 0
  /// The factors of those that are computed are below 2^`scale`.
  private(set) var scale = 0

  init(_ terms: Distances, _ factors: Distances, below threshold: Double, words count: Int) {
    let limit = Double(64 * count)
    var (greatest, highest) = (Int.min, -Double.infinity)
    for offset in terms.values.indices {
      let logit = terms.logit(offset)
      guard logit < threshold, logit.isFinite else { continue }
      let (term, factor) = (terms.difference(offset), factors.difference(offset))
      let (bits, hasFactor) = (terms.bits(term), factor.value.high != 0)
      if term.value.high == 0 && !hasFactor {
        ties += 1
      } else if bits < limit {
        computed.append(offset)
        if hasFactor { greatest = max(greatest, factors.exponent(factor)) }
      } else {
        skipped += 1
        // Of a vast number of bits a relative error counts too.
        let exponent = hasFactor ? Double(factors.exponent(factor)) : 0
        highest = max(highest, limit - bits * (1 - 0x1p-45) + exponent)
      }
    }
    if greatest > .min { scale = greatest }
    slack = Int(max(0, highest - Double(scale))) + 2
  }
}

private struct FixedPass {
  let powers: FixedPowers
  private let (terms, factors): (Distances, Distances)
  private let (unit, factorUnit): (FixedFactor, FixedFactor)
  private let scale: Int

  init(_ terms: Distances, _ factors: Distances, scale: Int, words count: Int) {
    (self.terms, self.factors, self.scale) = (terms, factors, scale)
    powers = .of(words: count)
    unit = terms.factor(words: count)
    factorUnit = factors.divisor == terms.divisor ? unit : factors.factor(words: count)
  }

  /// The sums over some classes, in units.
  @inline(__always)
  func sums(over offsets: [Int], count: Int) -> (weights: BigUInt, moments: BigUInt) {
    withUnsafeTemporaryAllocation(of: UInt.self, capacity: 10 * (count + 2)) { memory in
      guard let memory = memory.baseAddress else { return (0, 0) }
      let numbers = Numbers(memory, count: count)
      powers.withTables { powers in
        unit.withMultiplier { unit in
          factorUnit.withMultiplier { factorUnit in
            let tools = Tools(powers: powers, unit: unit, factorUnit: factorUnit)
            for offset in offsets { add(offset, numbers, tools, count: count) }
          }
        }
      }
      return (numbers.weights.number(count: count + 1), numbers.moments.number(count: count + 1))
    }
  }

  @inline(__always)
  private func add(_ offset: Int, _ numbers: Numbers, _ tools: Tools, count: Int) {
    let (distance, power, factor) = (numbers.distance, numbers.power, numbers.factor)
    let (term, other) = (terms.difference(offset), factors.difference(offset))
    tools.factorUnit.write(
      other.value, scale: other.scale &+ scale, into: factor, count: count,
      scratch: numbers.product)
    if term.value.high == 0 {
      numbers.weights[count] &+= 1
      numbers.moments.add(factor, count: count &+ 1)
      return
    }
    tools.unit.write(
      term.value, scale: term.scale, into: distance, count: count, scratch: numbers.product)
    tools.powers.write(distance, into: power, count: count, numbers.scratch)
    factor.multiply(by: power, count: count, scratch: numbers.scratch.product)
    // A few more classes of the last unit make no distance overflow a word.
    let whole = Int(truncatingIfNeeded: distance[count])
    numbers.add(power, shiftedBy: whole, to: numbers.weights, count: count)
    numbers.add(factor, shiftedBy: whole, to: numbers.moments, count: count)
  }

  /// What is multiplied with, in memory.
  private struct Tools {
    let powers: FixedPowers.Tables
    let unit, factorUnit: Multiplier
  }

  /// The numbers that a pass changes.
  private struct Numbers {
    let weights, moments, distance, factor, power, product: Words
    let scratch: FixedPowers.Scratch

    init(_ memory: Words, count: Int) {
      let length = count + 2
      (weights, moments, distance) = (memory, memory + length, memory + 2 * length)
      (factor, power) = (memory + 3 * length, memory + 4 * length)
      product = memory + 5 * length
      scratch = FixedPowers.Scratch(memory + 6 * length, count: count)
      memory.clear(count: 10 * length)
    }

    @inline(__always)
    func add(_ number: Words, shiftedBy shift: Int, to sum: Words, count: Int) {
      UnsafePointer(number).shifted(by: shift, count: count, into: product, length: count)
      product[count] = 0
      sum.add(product, count: count &+ 1)
    }
  }
}

extension UnsafeMutablePointer<UInt> {
  fileprivate func number(count: Int) -> BigUInt {
    BigUInt(words: UnsafeBufferPointer(start: self, count: count))
  }
}
