import LogitKernel
import Testing

@testable import LogitExplorer

@Suite struct ArithmeticTests {
  @Test func `a document is exact unless it says otherwise`() {
    #expect(Document.flowers.arithmetic == .exact)
    #expect(Arithmetic.exact.isExact && Arithmetic.exact.isPlain)
    #expect(Arithmetic.exact.algorithmName == "exact" && Arithmetic.exact.summary == "exact")
  }

  @Test func `the words name the format, the algorithm and the accumulator`() {
    var arithmetic = Arithmetic(.naive, in: .binary16, accumulator: .binary32)
    #expect(arithmetic.summary == "binary16 naive, sums in binary32")
    arithmetic.settings.accumulator = .binary16
    #expect(arithmetic.summary == "binary16 naive")
    arithmetic.settings.sumOrder = .kahan
    #expect(arithmetic.summary == "binary16 naive *")
    arithmetic.isExact = true
    #expect(arithmetic.summary == "exact, rounded to binary16" && !arithmetic.isPlain)
  }

  @Test func `exact stands before the algorithms`() {
    #expect(Arithmetic.algorithmNames == ["exact"] + Algorithm.all.map(\.name))
  }
}
