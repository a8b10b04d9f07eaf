import LogitKernel
import TerminalCells

extension CellContent {
  /// A probability of a row: never 0 or 1 unless it is, even where it is too near for a Double.
  static func probability(_ row: LogitRow, at index: Int) -> CellContent {
    let value = row.probability(at: index)
    // Below a half, what is lacking to 1 tells no more than the value does.
    let complement = value < 0.5 ? nil : row.complement(at: index)
    if value == 0 || complement == 0, row.logOdds(at: index).isFinite {
      return .word(value == 0 ? ">0" : "<1", .plain)
    }
    return .number(value, complement: complement)
  }

  /// The surprise −ln p, which is 0 for a certain class and no other.
  static func surprise(_ row: LogitRow, at index: Int) -> CellContent {
    let value = 0 - row.logProbability(at: index)
    return value == 0 && row.logOdds(at: index).isFinite ? .word(">0", .plain) : .number(value)
  }
}
