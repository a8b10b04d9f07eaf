import Testing

@testable import LogitKernel

@Suite struct RowShapeTests {
  @Test func `the kinds of rows`() {
    func kind(_ logits: [Double], _ temperature: Double = 1) -> RowShape.Kind {
      RowShape(logits, temperature: temperature).kind
    }
    let inf = Double.infinity
    #expect(kind([]) == .empty)
    #expect(kind([1, .nan]) == .poisoned)
    #expect(kind([1], .nan) == .poisoned)
    #expect(kind([-inf, -inf]) == .masked)
    #expect(kind([-inf]) == .crowned)
    #expect(kind([inf, 0]) == .crowned)
    #expect(kind([inf, inf]) == .contested)
    #expect(kind([inf, inf], -1) == .masked)
    #expect(kind([-inf, 0], -1) == .crowned)
    #expect(kind([1, 2]) == .weighed)
    #expect(kind([1, 2], 0) == .frozen)
    #expect(kind([1, 2], -inf) == .uniform)
    #expect(kind([1, inf], inf) == .crowned)
  }

  @Test func `the best two and how many have them`() {
    let shape = RowShape([3, -.infinity, 5, 3, 5, 3, 1], temperature: 2)
    #expect(shape.best == 5 && shape.bestCount == 2)
    #expect(shape.second == 3 && shape.secondCount == 3)
    let reversed = RowShape([3, 5, 3], temperature: -2)
    #expect(reversed.best == -3 && reversed.bestCount == 2 && reversed.second == -5)
    #expect(RowShape([4, 4], temperature: 1).secondCount == 0)
    #expect(RowShape([0.0, -0.0], temperature: 1).bestCount == 2)
  }

  @Test func `effective logits`() {
    let frozen = RowShape([1, 2, 2], temperature: 0)
    #expect((0..<3).map(frozen.effectiveLogit) == [-.infinity, 0, 0])
    let contested = RowShape([.infinity, 0, .infinity], temperature: 1)
    #expect(contested.effectiveLogit(0).isNaN && contested.effectiveLogit(1) == -.infinity)
    let uniform = RowShape([1, -.infinity, 7], temperature: .infinity)
    #expect((0..<3).map(uniform.effectiveLogit) == [0, -.infinity, 0])
  }

  @Test func `a shift is one only when it is exact`() {
    let row = RowShape([1, 2, 3], temperature: 1)
    #expect(row.isShift(of: RowShape([5, 6, 7], temperature: 1)))
    #expect(!row.isShift(of: RowShape([5, 6, 7 + 0x1p-50], temperature: 1)))
    #expect(!row.isShift(of: RowShape([5, 6, 7], temperature: 2)))
    #expect(
      !RowShape([0.1, 0.2], temperature: 1).isShift(of: RowShape([1.1, 1.2], temperature: 1)))
    let masked = RowShape([1, -.infinity], temperature: 1)
    #expect(masked.isShift(of: RowShape([9, -.infinity], temperature: 1)))
    #expect(!masked.isShift(of: RowShape([9, 8], temperature: 1)))
  }

  @Test func `in order, without the masked`() {
    let shape = RowShape([3, -.infinity, 1, 2], temperature: -0.5)
    #expect(RowShape([3, .infinity, 1, 2], temperature: -0.5).inOrder.logits == [-3, -2, -1])
    #expect(shape.kind == .crowned && shape.inOrder.logits == [0])
  }
}
