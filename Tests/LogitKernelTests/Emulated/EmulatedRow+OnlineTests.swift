import LogitKernel
import Testing

@Suite struct EmulatedRowOnlineTests {
  private func row(
    _ logits: [Double], block: Int, _ start: EmulationSettings.MaskedStart = .skips,
    in format: NumberFormat = .binary32
  ) -> EmulatedRow {
    var settings = EmulationSettings(storage: format, algorithm: .online)
    settings.blockLength = block
    settings.maskedStart = start
    return EmulatedRow(logits, settings: settings)
  }

  @Test func `each block tells its maximum, its rescaling and its sums`() {
    let blocks = row([1, 3, 2, 4], block: 2).blocks
    #expect(blocks.map(\.range) == [0..<2, 2..<4])
    #expect(blocks.map(\.maximum) == [3, 4])
    let format = NumberFormat.binary32
    #expect(blocks[0].rescaling == nil && blocks[1].rescaling?.value == format.exp(-1))
    let first = format.add(format.exp(-2), 1)
    #expect(blocks[0].sum.value == first)
    #expect(
      blocks[1].sum.value
        == format.add(format.multiply(first, format.exp(-1)), format.add(format.exp(-2), 1)))
  }

  @Test func `one block is the shifted algorithm, and a block is never empty`() {
    let logits = [0.3, -1, 2.5, 0.1, 7]
    let shifted = EmulatedRow(
      logits, settings: EmulationSettings(storage: .binary32, algorithm: .shifted))
    for length in [5, 6, 1000, Int.max] {
      #expect(row(logits, block: length).sum.value == shifted.sum.value)
    }
    #expect(row(logits, block: 0).blocks == row(logits, block: 1).blocks)
    #expect(row(logits, block: 0).blocks.count == 5)
  }

  @Test func `there is a partial sum for each class`() {
    for block in 1...5 {
      for start in EmulationSettings.MaskedStart.allCases {
        let run = row([-.infinity, -.infinity, 1, 2, 0.5], block: block, start)
        #expect(run.partialSums.count == 5 && run.exponentials.count == 5)
      }
    }
  }

  @Test func `masked blocks are skipped until a class is not masked`() {
    let run = row([-.infinity, -.infinity, 1, -.infinity], block: 1)
    #expect(run.blocks.map(\.isSkipped) == [true, true, false, false])
    #expect(run.probability(at: 2).value == 1)
    let masked = row([-.infinity, -.infinity], block: 1)
    #expect(masked.blocks.allSatisfy(\.isSkipped) && masked.probability(at: 0).value.isNaN)
  }

  @Test func `the class in whose block a NaN is born says so`() {
    let run = row([-.infinity, -.infinity, -200, -201], block: 2, .subtractsInfinity)
    #expect(run.partialSums.map(\.event) == [.invalid, .invalid, nil, nil])
    #expect(run.partialSums[0].operation.text == "-inf - -inf")
    let fault = run.fault(watching: 2)
    #expect(fault?.stage == .partialSum && fault?.index == 0)
    #expect(fault?.cure == .skippedMaskedBlocks)
  }

  @Test func `a reset maximum is blamed for the row it loses`() {
    let run = row([-.infinity, -.infinity, -200, -201], block: 2, .resetsToZero)
    let fault = run.fault(watching: 2)
    #expect(fault?.stage == .exponential && fault?.index == 2)
    #expect(fault?.cell.event == .underflow && fault?.cure == .skippedMaskedBlocks)
  }
}
