import LogitExplorer
import LogitKernel
import TerminalCells

extension LossReading {
  /// The cost of a class for its column: 0 only where it is.
  func costCell(at index: Int) -> CellContent {
    guard isBinary else { return .surprise(row, at: index) }
    let value = cost(at: index)
    guard value == 0, isOpen(index) else { return .number(value) }
    return .power(-logOdds(at: index).magnitude, else: "<5e-324")
  }

  /// The loss as one number: 0 only where no other class has a share.
  package var totalCell: CellContent { isBinary ? sumCell(total) : crossEntropyCell }

  /// The same of the row, whichever loss is shown.
  package var crossEntropyCell: CellContent {
    let value = readout?.crossEntropy ?? row.crossEntropy(target)
    guard value == 0, let index = oneHotIndex else { return .number(value) }
    return .surprise(row, at: index)
  }

  /// What is above the floor.
  var excessCell: CellContent { sumCell(excess) }

  private func sumCell(_ value: Double) -> CellContent {
    guard value == 0 else { return .number(value) }
    if isBinary {
      return row.logits.indices.lazy.map(costCell).first { $0 != .number(0) } ?? .number(0)
    }
    guard let index = oneHotIndex else { return .number(value) }
    return .surprise(row, at: index)
  }

  /// The gradient of a class for its column: 0, 1 and −1 only where it is.
  package func gradientCell(at index: Int) -> CellContent {
    let value = gradient(at: index)
    guard row.temperature.isFinite, let side = certainWeight(at: index), isOpen(index) else {
      return .number(value)
    }
    // A share p or −(1 − p), over the temperature.
    let sign = side == 0 ? "" : "-"
    if value == 0 {
      return .power(
        logShare(at: index, side) - naturalLogarithm(row.temperature), before: sign,
        else: sign + "0")
    }
    guard row.temperature == 1 else { return .number(value) }
    let lack = complement(at: index, weight: side)
    if lack == 0 {
      return .power(
        -logOdds(at: index).magnitude, before: side == 0 ? "1-" : "-1+",
        else: side == 0 ? "<1" : ">-1")
    }
    return .number(value, complement: lack)
  }

  /// The gradient for a bar, which is drawn as nothing only where it is 0.
  func barGradient(at index: Int) -> Double {
    let value = gradient(at: index)
    guard value == 0, case .power(_, let before, _) = gradientCell(at: index) else { return value }
    return before.hasPrefix("-") ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude
  }

  /// A weight of 0 or 1 that nothing shares: the gradient is p, or what p lacks to 1.
  private func certainWeight(at index: Int) -> Double? {
    let weight = document.target.weight(at: index)
    guard weight == 0 || weight == 1, row.temperature > 0 else { return nil }
    if isBinary { return weight }
    return oneHotIndex == nil ? nil : weight
  }

  /// The class that has all the weight, and that is 1.
  private var oneHotIndex: Int? {
    guard document.labelSmoothing == 0 else { return nil }
    switch document.target {
    case .none: return nil
    case .index(let index): return index
    case .weights(let weights):
      return weights.count { $0 != 0 } == 1 ? weights.firstIndex(of: 1) : nil
    }
  }

  /// 1 less the gradient's magnitude.
  private func complement(at index: Int, weight: Double) -> Double {
    if isBinary { return sigmoid(weight == 0 ? -row.logits[index] : row.logits[index]) }
    return weight == 0 ? row.complement(at: index) : row.probability(at: index)
  }

  /// The logarithm of p, or of what p lacks to 1.
  private func logShare(at index: Int, _ side: Double) -> Double {
    if isBinary {
      let z = side == 0 ? row.logits[index] : -row.logits[index]
      return logSigmoid(z, temperature: row.temperature)
    }
    return side == 0 ? row.logProbability(at: index) : -row.logOdds(at: index)
  }

  private func logOdds(at index: Int) -> Double {
    isBinary
      ? scaledLogit(row.logits[index], temperature: row.temperature) : row.logOdds(at: index)
  }

  /// Whether the class's probability lies strictly between 0 and 1.
  private func isOpen(_ index: Int) -> Bool {
    isBinary ? CellContent.isOpen(row.logits[index], row.temperature) : row.isOpen(index)
  }
}
