internal import LogitExplorer
internal import LogitKernel

/// The numbers of a document by its arithmetic: true values rounded once to the format, or what the
/// algorithm computes.
struct EvalNumbers {
  private let document: Document
  private let row: LogitRow
  /// nil where the arithmetic is exact.
  private let run: EmulatedRow?
  private let loss: Loss?

  init(_ document: Document, _ row: LogitRow) {
    (self.document, self.row) = (document, row)
    let settings = document.arithmetic.settings
    run =
      document.arithmetic.isExact
      ? nil : EmulatedRow(row.logits, temperature: row.temperature, settings: settings)
    loss = Loss(document)
  }

  private var settings: EmulationSettings { document.arithmetic.settings }
  var format: NumberFormat { settings.storage }

  private func value(_ quantity: Quantity) -> Double {
    run.map { quantity.emulated(in: $0).value } ?? quantity.exact(of: row, in: format)
  }

  func probability(_ index: Int) -> Double { value(.probability(index)) }
  func logProbability(_ index: Int) -> Double { value(.logProbability(index)) }
  var logSumExp: Double { value(.logSumExp) }
  var entropy: Double { value(.entropy) }
  var perplexity: Double { run?.perplexity.value ?? row.perplexity(in: format) }

  /// Without an algorithm of its own: the entropy in nats over ln 2, each rounded.
  var entropyInBits: Double {
    guard run != nil else { return row.entropyInBits(in: format) }
    return format.divide(entropy, format.log(2))
  }

  var margin: Double { value(.margin) }
  var probabilityGap: Double { value(.probabilityGap) }
  var brierScore: Double? { loss.map { value(.brierScore($0.target)) } }

  func sigmoid(_ index: Int) -> Double { value(.logit(.sigmoid, index)) }

  var crossEntropy: Double? { loss.map { value($0.crossEntropy) } }

  /// The sum of a yes-or-no question per class, where that is the document's loss.
  var binaryLoss: Double? {
    guard let loss, loss.isBinary else { return nil }
    let questions = row.logits.indices.compactMap(loss.question)
    guard run != nil else {
      let weights = row.logits.indices.map { loss.weight(at: $0, of: row.count) }
      return binaryCrossEntropyWithLogits(
        sumOver: row.logits, targets: weights, temperature: row.temperature, in: format)
    }
    return settings.sum(questions.map(value))
  }

  /// The derivative of the document's loss with respect to a logit.
  func gradient(_ index: Int) -> Double? { loss.map { value($0.gradient(at: index)) } }
}
