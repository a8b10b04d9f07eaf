import LogitKernel
import TestSupport
import Testing

/// A result depends on nothing but the row: not on where it lies, nor on who takes which block.
@Suite struct VectorIndependenceTests {
  @Test(arguments: VectorKernel.available)
  func `alignment changes no bit`(kernel: VectorKernel) {
    for row in HardRow.random {
      let single = KernelRow<Float>(row, kernel)
      let double = KernelRow<Double>(row, kernel)
      for shift in 1...17 {
        let movedSingle = KernelRow<Float>(row, kernel, shift: shift)
        #expect(movedSingle.softmax() == single.softmax(), "\(row)")
        #expect(movedSingle.logSoftmax() == single.logSoftmax(), "\(row)")
        let movedDouble = KernelRow<Double>(row, kernel, shift: shift)
        #expect(movedDouble.softmax() == double.softmax(), "\(row)")
        #expect(movedDouble.logSoftmax() == double.logSoftmax(), "\(row)")
      }
    }
  }

  static let long: HardRow = {
    var bits = SeededBits(state: 3)
    let logits = (0..<4 * VectorKernel.blockLength + 9).map { _ in
      Double(bits.next() >> 11) * 0x1p-50 - 4
    }
    return HardRow(description: "long", logits: logits)
  }()

  /// The last block first, as threads might have it.
  private static let backwards = BlockRunner { blocks, work in
    for block in (0..<blocks).reversed() { work(block) }
  }

  @Test(arguments: VectorKernel.available)
  func `the order of blocks changes no bit`(kernel: VectorKernel) {
    let single = KernelRow<Float>(Self.long, kernel)
    #expect(single.softmax(run: Self.backwards) == single.softmax())
    #expect(single.logSoftmax(run: Self.backwards) == single.logSoftmax())
    let double = KernelRow<Double>(Self.long, kernel)
    #expect(double.softmax(run: Self.backwards) == double.softmax())
    #expect(double.logSoftmax(run: Self.backwards) == double.logSoftmax())
  }

  @Test(arguments: VectorKernel.available)
  func `rows of a matrix are rows, and results may replace the logits`(kernel: VectorKernel) {
    let rows = [3, 4, 5].map { seed in
      HardRow.random.first { $0.logits.count == 66 + seed % 3 }!.logits.prefix(66)
    }
    for temperature in [1, 0.7] {
      var matrix = rows.flatMap { $0 }
      matrix.withUnsafeMutableBufferPointer { matrix in
        kernel.softmax(
          UnsafeBufferPointer(matrix), rows: 3, temperature: temperature, into: matrix,
          scratch: UnsafeMutableBufferPointer(start: nil, count: 0))
      }
      let single = rows.flatMap { row in
        let row = HardRow(description: "row", logits: Array(row), temperature: temperature)
        return KernelRow<Double>(row, kernel).softmax()
      }
      #expect(matrix == single)
    }
  }
}
