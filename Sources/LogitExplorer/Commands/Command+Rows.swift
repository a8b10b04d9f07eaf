extension Command {
  static let rows: [Command] = [
    Command(
      id: "next-row", keys: ["J"], title: "Show the next row of the table or stream", group: .rows,
      action: .rows(.move(by: 1)), refusal: needsRows),
    Command(
      id: "previous-row", keys: ["K"], title: "Show the row before", group: .rows,
      action: .rows(.move(by: -1)), refusal: needsRows),
    Command(
      id: "row", keys: [], title: "Show a row by its number", group: .rows,
      action: .lists(.openPaletteFor("row")), argument: .row, refusal: needsRows),
    Command(
      id: "worst-row", keys: ["W"], title: "Show the row with the greatest loss", group: .rows,
      action: .rows(.worst), refusal: needsRows),
    Command(
      id: "next-wrong", keys: ["<C-n>"],
      title: "Show the next row whose target is not the likeliest",
      group: .rows, action: .rows(.nextWrong), refusal: needsRows),
    Command(
      id: "pause", keys: ["Z"], title: "Pause a stream, or follow it again", group: .rows,
      action: .rows(.pause), refusal: needsRows),
  ]

  @Sendable private static func needsRows(_ state: ExplorerState) -> String? {
    guard let rows = state.rows else {
      return "There is one row only: open a table of logits, or follow a stream."
    }
    return rows.numbers.isEmpty ? "No row has come yet." : nil
  }
}

extension Command.Argument {
  fileprivate static let row = Command.Argument(name: "NUMBER") { text, state throws(Refusal) in
    guard let numbers = state.rows?.numbers, let number = Int(text), numbers.contains(number - 1)
    else {
      let numbers = state.rows?.numbers ?? 0..<1
      throw Refusal(
        "The rows are numbered from \(numbers.lowerBound + 1) to \(numbers.upperBound).")
    }
    return .rows(.go(number - 1))
  }
}
