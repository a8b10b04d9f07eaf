import LogitKernel
import Testing

@Suite struct LossTargetWeightTests {
  @Test func `smoothing of one tenth leaves 14⁄15 on the target of three and 1⁄30 elsewhere`() {
    let target = LossTarget.index(0, labelSmoothing: 0.1)
    #expect(target.weight(at: 0, of: 3) == 14.0 / 15)
    #expect(target.weight(at: 1, of: 3) == 0.1 / 3)
  }

  @Test func `without smoothing a soft target keeps its weights bit for bit`() {
    let target = LossTarget.distribution([0.1, 0.7, 0x1p-1074])
    #expect((0..<3).map { target.weight(at: $0, of: 3) } == [0.1, 0.7, 0x1p-1074])
  }

  @Test func `a smoothing outside of 0…1 gives no weight`() {
    #expect(LossTarget.index(0, labelSmoothing: 1.5).weight(at: 0, of: 2).isNaN)
  }
}
