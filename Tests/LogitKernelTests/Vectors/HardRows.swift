import LogitKernel
import TestSupport

/// Rows on which vector kernels go wrong where they go wrong at all.
struct HardRow: CustomStringConvertible {
  let description: String
  let logits: [Double]
  var temperature = 1.0

  private static func random(_ count: Int, scale: Double, seed: Int, offset: Double = 0) -> [Double]
  {
    var bits = SeededBits(state: UInt64(seed))
    return (0..<count).map { _ in
      // A sum of four is close enough to a normal deviate.
      let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double(bits.next() >> 11) * 0x1p-53 }
      return (sum - 2) * scale * 1.7 + offset
    }
  }

  /// Random rows of all lengths up to 70 and of some longer ones, at many temperatures.
  static let random: [HardRow] =
    (1...70).map { HardRow(description: "\($0)", logits: random($0, scale: 3, seed: $0)) }
    + [255, 1000, 2055, 4101].map {
      HardRow(description: "\($0)", logits: random($0, scale: 3, seed: $0))
    }
    + [1e-3, 0.07, 0.3, 2, 10, 1e3].map {
      HardRow(
        description: "T = \($0)", logits: random(100, scale: 4, seed: 7), temperature: $0)
    }

  static let hard: [HardRow] = [
    HardRow(description: "ties", logits: [Double](repeating: 0.1, count: 77)),
    HardRow(
      description: "two ties and little else",
      logits: [3, 3] + random(40, scale: 1, seed: 3, offset: -30)),
    HardRow(description: "spread", logits: random(100, scale: 60, seed: 4)),
    HardRow(description: "huge spread", logits: random(100, scale: 400, seed: 5)),
    HardRow(description: "far from 0", logits: random(50, scale: 3, seed: 6, offset: 1e5)),
    HardRow(description: "far below 0", logits: random(50, scale: 3, seed: 6, offset: -3e7)),
    HardRow(
      description: "just past the plain form", logits: random(50, scale: 3, seed: 6, offset: 349)),
    HardRow(description: "confident", logits: random(90, scale: 2, seed: 8) + [20]),
    HardRow(description: "certain", logits: [300] + random(90, scale: 2, seed: 9)),
    HardRow(description: "certain by far", logits: [0, -80, -100, -90]),
    HardRow(description: "nearly certain", logits: [0, -36.5, -37, -38, -745]),
    HardRow(
      description: "masked", logits: random(30, scale: 2, seed: 10) + [-.infinity, -.infinity]),
    HardRow(description: "one of masks", logits: [-.infinity, 5, -.infinity]),
    HardRow(description: "cold", logits: random(64, scale: 0.003, seed: 11), temperature: 1e-3),
    HardRow(description: "hot", logits: random(64, scale: 3000, seed: 12), temperature: 1e3),
    HardRow(description: "masked, cold", logits: [1, -.infinity, 1.001], temperature: 1e-3),
    HardRow(description: "greatest", logits: [3e38, 2.9e38, -3e38], temperature: 1e37),
    HardRow(description: "subnormal", logits: [0, 1e-40, -1e-42]),
    HardRow(description: "near 45", logits: random(90, scale: 1, seed: 13, offset: 43) + [45]),
    HardRow(description: "just past 45", logits: random(90, scale: 1, seed: 13, offset: 43) + [46]),
    HardRow(
      description: "about -19", logits: random(90, scale: 1, seed: 14, offset: -22) + [-19, -130]),
    HardRow(
      description: "below -19", logits: random(90, scale: 1, seed: 14, offset: -24) + [-20, -130]),
    HardRow(description: "far to both sides", logits: random(90, scale: 30, seed: 15)),
    HardRow(
      description: "the least normal numbers",
      logits: (0...99).map { -80 - Double($0) * 0.09 } + [0]),
    HardRow(
      description: "masked in part, long",
      logits: random(2500, scale: 3, seed: 16)
        + [Double](repeating: -.infinity, count: 700) + random(1100, scale: 3, seed: 17)),
    HardRow(
      description: "a winner, and ties far below",
      logits: [0] + [Double](repeating: -15.3, count: 6000)),
    HardRow(
      description: "a winner past 45, and ties far below",
      logits: [90] + [Double](repeating: 74.7, count: 6000)),
  ]
}

/// A row in memory at some distance from any alignment, and results of a kernel for it.
struct KernelRow<E: VectorElement> {
  let logits: [E]
  let temperature: Double
  let kernel: VectorKernel
  var shift = 0

  init(_ row: HardRow, _ kernel: VectorKernel, shift: Int = 0) {
    logits = row.logits.map { E($0) }
    temperature = row.temperature
    self.kernel = kernel
    self.shift = shift
  }

  /// What is exact for these logits.
  var exact: LogitRow { LogitRow(logits.map { Double($0) }, temperature: temperature) }

  /// Calls a function with the logits and room for as many results, both shifted.
  func results(
    _ body: (UnsafeBufferPointer<E>, UnsafeMutableBufferPointer<E>) -> Void
  ) -> [E] {
    let source = [E](repeating: 77, count: shift) + logits
    var target = [E](repeating: 99, count: shift + logits.count + 16)
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        body(
          UnsafeBufferPointer(rebasing: source[shift...]),
          UnsafeMutableBufferPointer(rebasing: target[shift..<shift + logits.count]))
      }
    }
    // Nothing is written beside the results.
    precondition(target[..<shift].allSatisfy { $0 == 99 })
    precondition(target[(shift + logits.count)...].allSatisfy { $0 == 99 })
    return Array(target[shift..<shift + logits.count])
  }

  func softmax(run: BlockRunner = .inOrder) -> [E] {
    var scratch = [Double](repeating: 0, count: logits.count)
    return scratch.withUnsafeMutableBufferPointer { scratch in
      results {
        kernel.softmax($0, temperature: temperature, into: $1, scratch: scratch, run: run)
      }
    }
  }

  func logSoftmax(run: BlockRunner = .inOrder) -> [E] {
    results { kernel.logSoftmax($0, temperature: temperature, into: $1, run: run) }
  }

  func gradient(target: Int32) -> [E] {
    var scratch = [Double](repeating: 0, count: logits.count)
    return scratch.withUnsafeMutableBufferPointer { scratch in
      results { logits, results in
        [target].withUnsafeBufferPointer {
          kernel.crossEntropyGradient(
            logits, targets: $0, temperature: temperature, into: results, scratch: scratch)
        }
      }
    }
  }

  /// A number for the whole row.
  func number(
    _ body: (UnsafeBufferPointer<E>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    var result = [0.0]
    result.withUnsafeMutableBufferPointer { result in
      logits.withUnsafeBufferPointer { body($0, result) }
    }
    return result[0]
  }

  func crossEntropy(target: Int32) -> Double {
    number { logits, result in
      [target].withUnsafeBufferPointer {
        kernel.crossEntropy(logits, targets: $0, temperature: temperature, into: result)
      }
    }
  }
}

/// How far a result is from the true value, in units of the last place of its type.
///
/// A subnormal place counts as it is.
func ulps<E: VectorElement>(_ result: E, from truth: Double) -> Double {
  if truth.isNaN || result.isNaN { return truth.isNaN && result.isNaN ? 0 : .infinity }
  if Double(result) == truth || E(truth) == result && truth.isInfinite { return 0 }
  let place = max(Double(E(truth).ulp), E.self == Float.self ? 0x1p-149 : 0x1p-1074)
  return abs(Double(result) - truth) / place
}
