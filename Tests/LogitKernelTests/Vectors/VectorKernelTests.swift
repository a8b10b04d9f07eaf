import LogitLanes
import Testing

@testable import LogitKernel

@Suite struct VectorKernelTests {
  @Test func `the baseline is there on every machine, and the fastest is the last`() {
    #expect(VectorKernel.available.first?.name == "baseline")
    #expect(VectorKernel.available.last?.name == VectorKernel.fastest.name)
  }

  @Test(arguments: VectorKernel.available)
  func `the extremes of a row, whatever its length and its NaNs`(kernel: VectorKernel) {
    for count in 0...70 {
      var row = (0..<count).map { Double(($0 * 37) % 71) }
      let expected = LaneExtremes(least: row.min() ?? .infinity, greatest: row.max() ?? -.infinity)
      #expect(kernel.lanes.extremes(of: row as [Double], count: count) == expected)
      #expect(kernel.lanes.extremes(of: row.map { Float($0) }, count: count) == expected)
      row += [.nan]
      #expect(kernel.lanes.extremes(of: row as [Double], count: count + 1) == expected)
    }
  }
}
