import LogitExplorer
import LogitKernel

/// Numbers by the document's arithmetic, for the lenses that show true ones otherwise.
///
/// Each is `nil` where the arithmetic is exact in binary64: then the true value is shown, with words
/// for what no Double holds.
extension ExplorerState {
  private var arithmetic: Arithmetic { document.arithmetic }
  private var storage: NumberFormat { arithmetic.settings.storage }

  /// A number that the row determines.
  func computed(_ quantity: Quantity) -> CellContent? {
    guard !readouts.isPlain else { return nil }
    if case .logit(let function, let index) = quantity { return computed(function, at: index) }
    guard let run = readouts.emulated else {
      return .stored(quantity.exact(of: logits, in: storage))
    }
    return .stored(quantity.emulated(in: run))
  }

  func computedOdds(_ index: Int) -> CellContent? {
    guard !readouts.isPlain else { return nil }
    return readouts.emulated.map { .stored($0.odds(at: index)) }
      ?? .stored(logits.odds(at: index, in: storage))
  }

  var computedPerplexity: CellContent? {
    guard !readouts.isPlain else { return nil }
    return readouts.emulated.map { .stored($0.perplexity) }
      ?? .stored(logits.perplexity(in: storage))
  }

  /// A probability at another temperature, from the readouts where they have it.
  func computedProbability(_ index: Int, at temperature: Double) -> CellContent? {
    guard !readouts.isPlain else { return nil }
    if temperature == document.temperature { return computed(.probability(index)) }
    guard !arithmetic.isExact else {
      return .stored(
        LogitRow(logits.logits, temperature: temperature).probability(at: index, in: storage))
    }
    let run = readouts.emulatedTemperatures.first { $0.temperature == temperature }
    return .stored(
      (run ?? EmulatedRow(logits.logits, temperature: temperature, settings: arithmetic.settings))
        .probability(at: index))
  }

  /// A function of one logit over the temperature.
  func computed(_ function: LogitFunction, at index: Int) -> CellContent? {
    guard !readouts.isPlain else { return nil }
    let (x, temperature) = (document.effectiveLogit(at: index), document.temperature)
    guard !arithmetic.isExact else {
      return .stored(function.exact(x, temperature: temperature, in: storage))
    }
    let run = function.emulated(x, temperature: temperature, settings: arithmetic.settings)
    return .stored(run.result)
  }

  /// −log p of a class, or the loss of its own question.
  func computedCost(at index: Int) -> CellContent? {
    guard !readouts.isPlain else { return nil }
    if let question = Loss(document)?.question(at: index) { return computed(question) }
    return .surprise(self, at: index)
  }

  /// The derivative of the loss with respect to the class's logit.
  func computedGradient(at index: Int) -> CellContent? {
    Loss(document).flatMap { computed($0.gradient(at: index)) }
  }

  /// The cross-entropy by the document's arithmetic.
  var computedLoss: CellContent? { Loss(document).flatMap { computed($0.crossEntropy) } }

  /// The number of a cell; the true one if there is none.
  func value(_ content: CellContent?, else exact: @autoclosure () -> Double) -> Double {
    if case .stored(let value, _, _)? = content { value } else { exact() }
  }
}
