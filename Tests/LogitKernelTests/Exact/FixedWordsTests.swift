import BigInt
import TestSupport
import Testing

@testable import LogitKernel

@Suite struct FixedWordsTests {
  private func integer(_ x: FixedWords) -> BigUInt { BigUInt(words: x.words) }

  @Test func `the four operations are those of long integers`() {
    var bits = SeededBits(state: 8)
    for _ in 0..<300 {
      let fraction = 1 + Int(bits.next() % 6)
      let a = FixedWords((0..<fraction).map { _ in UInt(bits.next()) }, fraction: fraction)
      let b = FixedWords((0..<fraction).map { _ in UInt(bits.next()) }, fraction: fraction)
      var sum = a
      sum += b
      #expect(integer(sum) == integer(a) + integer(b))
      var difference = sum
      difference -= b
      #expect(integer(difference) == integer(a))
      var quotient = a
      quotient.divide(by: 12_345)
      #expect(integer(quotient) == integer(a) / 12_345)
      var (product, scratch) = (a, [UInt]())
      product.multiply(by: b, scratch: &scratch)
      let exact = (integer(a) * integer(b)) >> (64 * fraction)
      #expect(exact >= integer(product) && exact - integer(product) <= 2)
    }
  }

  @Test func `one is one, and short digits are filled up`() {
    #expect(integer(FixedWords(oneWithFraction: 3)) == BigUInt(1) << 192)
    #expect(FixedWords([], fraction: 4).isZero)
    #expect(integer(FixedWords([5], fraction: 4)) == 5)
  }
}
