import Testing

@testable import LogitKernel

@Suite struct SumOrderTests {
  private let half = Machine(.binary16)

  private func total(_ terms: [Double], _ order: SumOrder) -> Double {
    half.sum(terms, in: order).total.value
  }

  @Test func `the sum of nothing is 0, and of one term the term`() {
    for order in SumOrder.allCases {
      #expect(total([], order) == 0 && half.sum([], in: order).partial.isEmpty)
      #expect(total([1.5], order) == 1.5)
    }
  }

  @Test func `left to right stalls where pairwise and Kahan go on`() {
    let ones = [Double](repeating: 1, count: 4096)
    #expect(total(ones, .leftToRight) == 2048)
    #expect(total(ones, .pairwise) == 4096)
    #expect(total(ones, .kahan) == 4096)
  }

  @Test func `pairwise splits after the first half, rounded down`() {
    // 2048 + (1 + 1) is 2050; (2048 + 1) + 1 would be 2048.
    #expect(total([2048, 1, 1], .pairwise) == 2050)
    #expect(total([1, 1, 2048], .pairwise) == 2048)
    #expect(total([1, 1, 1, 2048, 1], .pairwise) == 2050)
  }

  @Test func `there is a partial sum for every term, the last the total`() {
    for order in SumOrder.allCases {
      for count in 1...9 {
        let terms = (0..<count).map { Double($0) }
        let (partial, total) = half.sum(terms, in: order)
        #expect(partial.count == count && total.value == Double(count * (count - 1) / 2))
        if order != .pairwise { #expect(partial.last == total) }
      }
    }
  }

  @Test func `what Kahan's correction saves is not called absorbed`() {
    let (partial, _) = half.sum([2048, 1, 1], in: .kahan)
    #expect(partial.allSatisfy { $0.event == nil })
    #expect(half.sum([2048, 1], in: .leftToRight).partial[1].event == .absorbed)
  }

  @Test func `terms of a wider format are rounded by the first addition`() {
    #expect(total([2049], .leftToRight) == 2048)
    #expect(total([2049, 0], .pairwise) == 2048)
  }

  @Test func `settings sum in their accumulator`() {
    var settings = EmulationSettings(storage: .binary16)
    let ones = [Double](repeating: 1, count: 3000)
    #expect(settings.sum(ones) == 2048)
    settings.accumulator = .binary32
    #expect(settings.sum(ones) == 3000)
  }

  @Test func `orders have names that people read`() {
    #expect(SumOrder.allCases.map(\.name) == ["left to right", "pairwise", "Kahan"])
  }
}
