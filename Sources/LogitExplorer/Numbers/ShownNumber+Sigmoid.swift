internal import LogitKernel

/// What one logit says on its own.
extension ShownNumber {
  /// σ(x/T).
  static func sigmoid(_ x: Double, temperature: Double) -> ShownNumber {
    .probability(
      LogitKernel.sigmoid(x, temperature: temperature),
      complement: sigmoidComplement(x, temperature: temperature),
      logarithm: LogitKernel.logSigmoid(x, temperature: temperature),
      logOdds: scaledLogit(x, temperature: temperature),
      isOpen: isOpen(x, temperature))
  }

  /// ln σ(x/T).
  static func logSigmoid(_ x: Double, temperature: Double) -> ShownNumber {
    .logProbability(
      LogitKernel.logSigmoid(x, temperature: temperature),
      logOdds: scaledLogit(x, temperature: temperature), isOpen: isOpen(x, temperature))
  }

  /// The sum of all σ, and how it compares with 1.
  static func sumOfSigmoids(
    _ logits: [Double], temperature: Double
  ) -> (shown: ShownNumber, isOne: Bool) {
    let sum = LogitKernel.sumOfSigmoids(logits, temperature: temperature)
    let excess = LogitKernel.sumOfSigmoids(logits, temperature: temperature, less: 1)
    // If no Double distinguishes it from 1, it is 1 only if every tail has its opposite.
    let open = logits.filter { isOpen($0, temperature) }
    let isBalanced = open.sorted() == open.map { -$0 }.sorted()
    let isOne = sum == 1 && excess == 0 && isBalanced
    if sum == 1, excess == 0, !isBalanced { return (.word("≈1"), false) }
    if sum == 0, !open.isEmpty { return (.word("<5e-324"), false) }
    return (.number(sum, complement: -excess), isOne)
  }

  /// Strictly between 0 and 1, whatever its Double says.
  static func isOpen(_ x: Double, _ temperature: Double) -> Bool {
    x.isFinite && temperature.isFinite && temperature != 0
  }
}

/// z = x/T, the log-odds; where the quotient has no value, the limit.
func scaledLogit(_ x: Double, temperature: Double) -> Double {
  let quotient = x / temperature
  return quotient.isNaN || temperature == 0
    ? logit(sigmoid(x, temperature: temperature)) : quotient
}
