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
    x.change(with: y) { $0.add($1, count: $2) }
  }

  static func -= (x: inout FixedWords, y: FixedWords) {
    x.change(with: y) { $0.subtract($1, count: $2) }
  }

  @inline(__always)
  private mutating func change(
    with other: FixedWords, _ body: (Words, UnsafePointer<UInt>, _ count: Int) -> Void
  ) {
    words.withUnsafeMutableBufferPointer { words in
      other.words.withUnsafeBufferPointer { other in
        guard let mine = words.baseAddress, let theirs = other.baseAddress else { return }
        body(mine, theirs, words.count)
      }
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
      guard let product = product.baseAddress else { return }
      change(with: other) { words, other, count in
        product.addProduct(words, other, count: count, from: count - 3)
        // The integer part is one word.
        words.copy(product + count - 1, count: count)
      }
    }
  }
}
