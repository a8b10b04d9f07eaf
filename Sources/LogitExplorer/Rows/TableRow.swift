internal import LogitKernel

/// One row of logits among many.
package struct TableRow: Equatable, Sendable {
  package var logits: [Double]
  /// `nil` where all rows have the same, or none were given.
  package var labels: [String]?
  /// The class that is right; `nil` where it is not known.
  package var target: Int?
  /// The step of a training run that it belongs to.
  package var step: String?

  package init(
    logits: [Double], labels: [String]? = nil, target: Int? = nil, step: String? = nil
  ) {
    self.logits = logits
    self.labels = labels
    self.target = target
    self.step = step
  }
}

extension TableRow {
  /// ln Σ e^x by the vector kernels.
  var logSumExp: Double {
    var result = -Double.infinity
    guard !logits.isEmpty else { return result }
    logits.withUnsafeBufferPointer { logits in
      withUnsafeMutablePointer(to: &result) { result in
        VectorKernel.fastest.logSumExp(
          logits, into: UnsafeMutableBufferPointer(start: result, count: 1))
      }
    }
    return result
  }
}

/// Where rows come from that are read when they are asked for.
package protocol RowSource: AnyObject, Sendable {
  var count: Int { get }
  /// Whether a row has a target.
  var hasTargets: Bool { get }

  /// - Throws: Why it cannot be read, in a sentence.
  func row(_ index: Int) throws(Refusal) -> TableRow
}

/// How well a row's prediction fits its target.
package struct RowScore: Equatable, Sendable {
  /// The cross-entropy, in nats; NaN also without a target.
  package let loss: Double
  package let hasTarget: Bool
  /// Whether the target is the likeliest class, the first of equal ones.
  package let isRight: Bool

  /// Of a row without a target.
  static let none = RowScore(TableRow(logits: []), temperature: 1)

  /// By the vector kernels: within 2.5 ulp.
  init(_ row: TableRow, temperature: Double) {
    guard let target = row.target, row.logits.indices.contains(target) else {
      (loss, hasTarget, isRight) = (.nan, false, false)
      return
    }
    hasTarget = true
    loss = RowScore.loss(row.logits, target, temperature)
    guard temperature >= 0, temperature.isFinite else {
      isRight = LogitRow(row.logits, temperature: temperature).likeliest == target
      return
    }
    isRight = row.logits.indices.allSatisfy { index in
      let other = row.logits[index]
      return other < row.logits[target] || (other == row.logits[target] && index >= target)
    }
  }

  private static func loss(
    _ logits: [Double], _ target: Int, _ temperature: Double
  ) -> Double {
    guard temperature >= 0x1p-1000, temperature <= 0x1p1000 else {
      return LogitRow(logits, temperature: temperature).crossEntropy(.index(target))
    }
    var loss = 0.0
    logits.withUnsafeBufferPointer { logits in
      withUnsafePointer(to: Int32(target)) { target in
        withUnsafeMutablePointer(to: &loss) { loss in
          VectorKernel.fastest.crossEntropy(
            logits, targets: UnsafeBufferPointer(start: target, count: 1),
            temperature: temperature, into: UnsafeMutableBufferPointer(start: loss, count: 1))
        }
      }
    }
    return loss
  }
}
