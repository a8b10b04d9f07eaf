/// A non-negative fixed-point number: words of fraction, least first, and one word of integer part.
///
/// The series in `FixedPoint` run on these instead of `BigUInt`, whose every operation allocates
/// and normalises.
struct FixedWords: Sendable {
  private(set) var words: [UInt]

  /// `value` modulo 2⁶⁴, with `fraction` words of fraction, from words of any number.
  init(_ digits: some Sequence<UInt>, fraction: Int) {
    words = Array(digits.prefix(fraction + 1))
    words.append(contentsOf: repeatElement(0, count: fraction + 1 - words.count))
  }

  /// 1.
  init(oneWithFraction fraction: Int) {
    words = Array(repeating: 0, count: fraction)
    words.append(1)
  }

  var isZero: Bool { words.allSatisfy { $0 == 0 } }

  static func += (x: inout FixedWords, y: FixedWords) {
    var carry: UInt = 0
    for index in x.words.indices {
      let (partial, first) = x.words[index].addingReportingOverflow(y.words[index])
      let (sum, second) = partial.addingReportingOverflow(carry)
      x.words[index] = sum
      carry = first || second ? 1 : 0
    }
  }

  static func -= (x: inout FixedWords, y: FixedWords) {
    var borrow: UInt = 0
    for index in x.words.indices {
      let (partial, first) = x.words[index].subtractingReportingOverflow(y.words[index])
      let (difference, second) = partial.subtractingReportingOverflow(borrow)
      x.words[index] = difference
      borrow = first || second ? 1 : 0
    }
  }

  /// Divides by a word, dropping what follows the last place.
  mutating func divide(by divisor: UInt) {
    var rest: UInt = 0
    for index in words.indices.reversed() {
      (words[index], rest) = divisor.dividingFullWidth((rest, words[index]))
    }
  }

  /// Multiplies by another number of as many words, using `scratch` for the double length.
  ///
  /// Partial products more than one word below the last place are left out, which with the words
  /// dropped at the end loses less than 2 units.
  mutating func multiply(by other: FixedWords, scratch: inout [UInt]) {
    let count = words.count
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: repeatElement(0, count: 2 * count))
    scratch.withUnsafeMutableBufferPointer { product in
      words.withUnsafeBufferPointer { x in
        other.words.withUnsafeBufferPointer { y in
          FixedWords.accumulate(x, y, into: product, from: max(0, count - 3))
        }
      }
    }
    for index in words.indices { words[index] = scratch[index + count - 1] }
  }

  /// Adds all products xᵢyⱼ with i + j ≥ `floor`.
  @inline(__always)
  private static func accumulate(
    _ x: UnsafeBufferPointer<UInt>, _ y: UnsafeBufferPointer<UInt>,
    into product: UnsafeMutableBufferPointer<UInt>, from floor: Int
  ) {
    for i in 0..<x.count where x[i] != 0 {
      var carry: UInt = 0
      for j in max(0, floor - i)..<y.count {
        let (high, low) = x[i].multipliedFullWidth(by: y[j])
        let (first, a) = product[i + j].addingReportingOverflow(low)
        let (second, b) = first.addingReportingOverflow(carry)
        product[i + j] = second
        carry = high &+ (a ? 1 : 0) &+ (b ? 1 : 0)
      }
      product[i + y.count] = carry
    }
  }
}
