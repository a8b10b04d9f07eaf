import Testing

@testable import LogitKernel

@Suite struct ResolvedRowTests {
  @Test func `the kinds of rows`() {
    func kind(_ logits: [Double], _ temperature: Double = 1) -> ResolvedRow.Kind {
      ResolvedRow(logits, temperature: temperature).kind
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
    let resolved = ResolvedRow([3, -.infinity, 5, 3, 5, 3, 1], temperature: 2)
    #expect(resolved.best == 5 && resolved.bestCount == 2)
    #expect(resolved.second == 3 && resolved.secondCount == 3)
    let reversed = ResolvedRow([3, 5, 3], temperature: -2)
    #expect(reversed.best == -3 && reversed.bestCount == 2 && reversed.second == -5)
    #expect(ResolvedRow([4, 4], temperature: 1).secondCount == 0)
    #expect(ResolvedRow([0.0, -0.0], temperature: 1).bestCount == 2)
  }

  @Test func `effective logits`() {
    let frozen = ResolvedRow([1, 2, 2], temperature: 0)
    #expect((0..<3).map(frozen.effectiveLogit) == [-.infinity, 0, 0])
    let contested = ResolvedRow([.infinity, 0, .infinity], temperature: 1)
    #expect(contested.effectiveLogit(0).isNaN && contested.effectiveLogit(1) == -.infinity)
    let uniform = ResolvedRow([1, -.infinity, 7], temperature: .infinity)
    #expect((0..<3).map(uniform.effectiveLogit) == [0, -.infinity, 0])
  }

  @Test func `a shift is one only when it is exact`() {
    let row = ResolvedRow([1, 2, 3], temperature: 1)
    #expect(row.isShift(of: ResolvedRow([5, 6, 7], temperature: 1)))
    #expect(!row.isShift(of: ResolvedRow([5, 6, 7 + 0x1p-50], temperature: 1)))
    #expect(!row.isShift(of: ResolvedRow([5, 6, 7], temperature: 2)))
    #expect(
      !ResolvedRow([0.1, 0.2], temperature: 1).isShift(of: ResolvedRow([1.1, 1.2], temperature: 1)))
    let masked = ResolvedRow([1, -.infinity], temperature: 1)
    #expect(masked.isShift(of: ResolvedRow([9, -.infinity], temperature: 1)))
    #expect(!masked.isShift(of: ResolvedRow([9, 8], temperature: 1)))
  }

  @Test func `in another order, without the masked`() {
    let resolved = ResolvedRow([3, -.infinity, 1, 2], temperature: -0.5)
    #expect(resolved.kind == .crowned)
    let row = ResolvedRow([3, .infinity, 1, 2], temperature: -0.5)
    #expect(row.isReorderedShift(of: ResolvedRow([8, 6, 7], temperature: -0.5)))
    #expect(!row.isReorderedShift(of: ResolvedRow([8, 6, 7.5], temperature: -0.5)))
    #expect(!row.isReorderedShift(of: ResolvedRow([8, 6, 7], temperature: -1)))
    #expect(!row.isReorderedShift(of: ResolvedRow([8, 6, 7, 7], temperature: -0.5)))
  }

  @Test func `pieces that are shared are not looked at, and changes in others are seen`() {
    let logits = Logits((0..<9000).map { Double($0 % 17) })
    var swapped = logits
    (swapped[8999], swapped[4100]) = (logits[4100], logits[8999])
    let (row, other) = (
      ResolvedRow(logits, temperature: 2), ResolvedRow(swapped, temperature: 2)
    )
    #expect(logits[4100] != logits[8999])
    #expect(!row.isShift(of: other) && row.isReorderedShift(of: other))
    swapped[5000] += 0x1p-40
    #expect(!row.isReorderedShift(of: ResolvedRow(swapped, temperature: 2)))
    #expect(row.isShift(of: ResolvedRow(Logits(logits.array), temperature: 2)))
    #expect(row.isShift(of: ResolvedRow(logits.mapped { $0 + 1 }, temperature: 2)))
  }
}
