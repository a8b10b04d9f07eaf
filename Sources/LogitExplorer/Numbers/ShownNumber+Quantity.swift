internal import LogitKernel

extension ShownNumber {
  /// The true value of a quantity.
  static func exact(_ quantity: Quantity, of row: LogitRow) -> ShownNumber {
    switch quantity {
    case .probability(let index): return .probability(row, at: index)
    case .logProbability(let index): return .logProbability(row, at: index)
    case .odds(let index): return .odds(row, at: index)
    case .logOdds(let index): return .finite(row.logOdds(at: index), row)
    case .complement(let index): return .complement(row, at: index)
    case .logSumExp: return .logSumExp(row.logSumExp(), of: row)
    case .entropy: return .entropy(row.entropy(), of: row)
    case .entropyInBits: return .entropy(row.entropyInBits(), of: row)
    case .perplexity: return .perplexity(of: row)
    case .margin: return .finite(row.gapBetweenBestTwo(), row)
    case .crossEntropy(let target): return .crossEntropy(of: row, target)
    case .crossEntropyGradient(let target, let index):
      return .crossEntropyGradient(of: row, target, at: index)
    case .logit(let function, let index):
      return .exact(function, of: row.logits[index], temperature: row.temperature)
    case .sumOfProbabilities:
      let sum = quantity.exact(of: row)
      return sum == 1 ? .word("1") : .number(sum)
    case .probabilityGap, .brierScore, .brierGradient, .marginGradient, .probabilityGapGradient,
      .divergence, .selfDivergence:
      return .number(quantity.exact(of: row))
    }
  }

  /// The true value of a function of one logit.
  static func exact(
    _ function: LogitFunction, of x: Double, temperature: Double
  ) -> ShownNumber {
    switch function {
    case .sigmoid: return .sigmoid(x, temperature: temperature)
    case .complement: return .sigmoid(-x, temperature: temperature)
    case .logSigmoid: return .logSigmoid(x, temperature: temperature)
    case .binaryLoss:
      return .binaryLoss(function.exact(x, temperature: temperature), x, temperature)
    case .binaryGradient(let target):
      let value = function.exact(x, temperature: temperature)
      guard target == 0 || target == 1, isOpen(x, temperature) else { return .number(value) }
      let own = target == 0 ? x : -x
      return .gradient(
        value, isTarget: target == 1, temperature: temperature,
        logShare: LogitKernel.logSigmoid(own, temperature: temperature),
        lack: LogitKernel.sigmoid(-own), logOdds: scaledLogit(x, temperature: temperature))
    case .softplus, .logOdds: return .number(function.exact(x, temperature: temperature))
    }
  }

  /// The loss of a question on its own, which is 0 only where nothing is left to learn.
  private static func binaryLoss(
    _ value: Double, _ x: Double, _ temperature: Double
  ) -> ShownNumber {
    guard value == 0, isOpen(x, temperature) else { return .number(value) }
    return .power(-scaledLogit(x, temperature: temperature).magnitude, else: "<5e-324")
  }

  /// The cross-entropy, which is 0 only where no other class has a share.
  private static func crossEntropy(of row: LogitRow, _ target: LossTarget) -> ShownNumber {
    let value = row.crossEntropy(target)
    guard value == 0, let index = target.onlyClass else { return .number(value) }
    return .surprise(row, at: index)
  }

  private static func crossEntropyGradient(
    of row: LogitRow, _ target: LossTarget, at index: Int
  ) -> ShownNumber {
    let value = row.crossEntropyGradient(target, at: index)
    guard row.isOpen(index), let only = target.onlyClass else { return .number(value) }
    let isTarget = index == only
    return .gradient(
      value, isTarget: isTarget, temperature: row.temperature,
      logShare: isTarget ? -row.logOdds(at: index) : row.logProbability(at: index),
      lack: isTarget ? row.probability(at: index) : row.complement(at: index),
      logOdds: row.logOdds(at: index))
  }

  /// A gradient that is a share p, or p − 1 of the target, over the temperature: 0, 1 and −1 only
  /// where it is.
  ///
  /// `lack` is what its magnitude lacks to 1 at T = 1.
  private static func gradient(
    _ value: Double, isTarget: Bool, temperature: Double, logShare: @autoclosure () -> Double,
    lack: @autoclosure () -> Double, logOdds: @autoclosure () -> Double
  ) -> ShownNumber {
    guard temperature > 0, temperature.isFinite else { return .number(value) }
    let sign = isTarget ? "-" : ""
    if value == 0 {
      let exponent = logShare() - naturalLogarithm(temperature)
      return .power(exponent, before: sign, else: sign + "0")
    }
    guard temperature == 1 else { return .number(value) }
    let lack = lack()
    guard lack == 0 else { return .number(value, complement: lack) }
    return .power(
      -logOdds().magnitude, before: isTarget ? "-1+" : "1-", else: isTarget ? ">-1" : "<1")
  }
}

extension LossTarget {
  /// The class that has all the weight, and that is 1.
  fileprivate var onlyClass: Int? {
    guard labelSmoothing == 0 else { return nil }
    switch weights {
    case .index(let index): return index
    case .distribution(let weights):
      return weights.count { $0 != 0 } == 1 ? weights.firstIndex(of: 1) : nil
    }
  }
}
