/// The probabilities of all classes, e^zᵢ / Σ e^z with z = x/T.
///
/// Special values: those of `LogitRow`; no classes give an empty array.
///
/// - Parameters:
///   - logits: Unnormalised log-probabilities in nats; any count.
///   - temperature: What divides the logits.
///   - format: Into what each true value is rounded, once.
/// - Returns: As many probabilities as logits.
/// - Complexity: O(*n*).
public func softmax(
  _ logits: [Double], temperature: Double = 1, in format: NumberFormat = .binary64
) -> [Double] {
  let row = LogitRow(logits, temperature: temperature)
  return logits.indices.map { row.probability(at: $0, in: format) }
}

/// The logarithms of all probabilities, zᵢ − ln Σ e^z, in nats.
///
/// Special values: those of `LogitRow`; no classes give an empty array.
///
/// - Complexity: O(*n*).
public func logSoftmax(
  _ logits: [Double], temperature: Double = 1, in format: NumberFormat = .binary64
) -> [Double] {
  let row = LogitRow(logits, temperature: temperature)
  return logits.indices.map { row.logProbability(at: $0, in: format) }
}

/// The logarithm of a sum of exponentials, ln Σ e^z with z = x/T, in nats.
///
/// Special values: those of `LogitRow.logSumExp`; −∞, the logarithm of an empty sum, for no
/// classes.
///
/// - Complexity: O(*n*).
public func logSumExp(
  _ logits: [Double], temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  LogitRow(logits, temperature: temperature).logSumExp(in: format)
}

/// The entropy −Σ p ln p of the softmax probabilities, in nats.
///
/// - Complexity: O(*n*).
public func entropy(
  _ logits: [Double], temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  LogitRow(logits, temperature: temperature).entropy(in: format)
}

/// The perplexity e^H of the softmax probabilities.
///
/// - Complexity: O(*n*).
public func perplexity(
  _ logits: [Double], temperature: Double = 1, in format: NumberFormat = .binary64
) -> Double {
  LogitRow(logits, temperature: temperature).perplexity(in: format)
}

/// The cross-entropy −Σ q ln p of a target, in nats.
///
/// Special values: those of `LogitRow.crossEntropy`.
///
/// - Complexity: O(*n*).
public func crossEntropy(
  _ logits: [Double], _ target: LossTarget, temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> Double {
  LogitRow(logits, temperature: temperature).crossEntropy(target, in: format)
}

/// The gradient of the cross-entropy with respect to the logits, (p·Σq − q)/T.
///
/// Special values: those of `LogitRow.crossEntropyGradient`.
///
/// - Complexity: O(*n*).
public func crossEntropyGradient(
  _ logits: [Double], _ target: LossTarget, temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> [Double] {
  LogitRow(logits, temperature: temperature).crossEntropyGradient(target, in: format)
}

/// The divergence KL(p‖q) = Σ p (ln p − ln q) of two rows at one temperature, in nats.
///
/// Special values: those of `LogitRow.klDivergence`.
///
/// - Precondition: Both rows have the same number of classes.
/// - Complexity: O(*n*).
public func klDivergence(
  _ logits: [Double], _ other: [Double], temperature: Double = 1,
  in format: NumberFormat = .binary64
) -> Double {
  LogitRow(logits, temperature: temperature)
    .klDivergence(to: LogitRow(other, temperature: temperature), in: format)
}
