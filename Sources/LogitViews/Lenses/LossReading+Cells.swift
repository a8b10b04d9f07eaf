import LogitExplorer
import LogitKernel
import TerminalCells

extension LossReading {
  /// The cost of a class for its column: 0 only where it is.
  func costCell(at index: Int) -> CellContent {
    guard isBinary else { return .surprise(row, at: index) }
    let value = cost(at: index)
    return value == 0 && isOpen(index) ? .word(">0", .plain) : .number(value)
  }

  /// The gradient of a class for its column: 0, 1 and −1 only where it is.
  func gradientCell(at index: Int) -> CellContent {
    let value = gradient(at: index)
    guard row.temperature.isFinite, let side = certainWeight(at: index), isOpen(index) else {
      return .number(value)
    }
    if value == 0 { return .word(side == 0 ? ">0" : "<0", .plain) }
    guard row.temperature == 1 else { return .number(value) }
    let lack = complement(at: index, weight: side)
    if lack == 0 { return .word(side == 0 ? "<1" : ">-1", .plain) }
    return .number(value, complement: lack)
  }

  /// A weight of 0 or 1 that nothing shares: the gradient is p, or what p lacks to 1.
  private func certainWeight(at index: Int) -> Double? {
    let weight = document.target.weight(at: index)
    guard weight == 0 || weight == 1, row.temperature > 0 else { return nil }
    if isBinary { return weight }
    guard case .index = document.target, document.labelSmoothing == 0 else {
      return nil
    }
    return weight
  }

  /// 1 less the gradient's magnitude.
  private func complement(at index: Int, weight: Double) -> Double {
    if isBinary { return sigmoid(weight == 0 ? -row.logits[index] : row.logits[index]) }
    return weight == 0 ? row.complement(at: index) : row.probability(at: index)
  }

  /// Whether the class's probability lies strictly between 0 and 1.
  private func isOpen(_ index: Int) -> Bool {
    if isBinary { return row.logits[index].isFinite && row.temperature != 0 }
    return row.logOdds(at: index).isFinite
  }
}
