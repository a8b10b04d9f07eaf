package import LogitKernel

/// Covers numbers and reveals them; neither the document nor what is copied of it changes.
extension ExplorerState {
  mutating func cover(_ words: Set<Cover>) {
    display.covered.formUnion(words)
    guard !display.covered.isEmpty else { return }
    say("Covered: \(display.covered.words). P reveals.")
  }

  mutating func uncover(_ words: Set<Cover>) {
    let revealed = display.covered.intersection(words)
    guard !display.covered.isEmpty else { return say("Nothing is covered; P covers p.") }
    display.covered.subtract(words)
    let rest = display.covered.isEmpty ? "" : " Still covered: \(display.covered.words)."
    say((revealed.isEmpty ? "Nothing to reveal." : "Revealed: \(revealed.words).") + rest)
  }

  mutating func toggleCover() {
    if display.covered.isEmpty { cover([.probability]) } else { uncover(Set(Cover.allCases)) }
  }
}

/// What views ask before they draw what is no number but shows one: a bar, a curve, a table.
extension ExplorerState {
  package func isCovered(_ kind: Quantity.Kind) -> Bool { numbers.present.isCovered(kind) }

  /// Whether the document's loss is covered, whichever of the two it is.
  package var isLossCovered: Bool { isCovered(numbers.present.lossKind) }

  /// The quantity that is the gradient of the document's loss.
  package var gradientKind: Quantity.Kind {
    document.loss == .binaryCrossEntropy ? .binaryGradient : .crossEntropyGradient
  }

  /// Whether the result of the Numerics lens is covered.
  package var isResultCovered: Bool {
    isCovered(.probability) || isCovered(display.numerics.result)
  }

  /// Whether a part of the Numerics lens shows what is covered.
  package func isCovered(_ part: NumericsPart) -> Bool {
    switch part {
    // The logit stays in sight, and its bits with it.
    case .bits: false
    case .formats, .sweep: isResultCovered
    // They have all results in them.
    case .steps, .online, .masks: !display.covered.isEmpty
    }
  }

  /// The title of a step, without the probability that was typed.
  package func shownTitle(_ title: String) -> String {
    guard title.hasPrefix(Proposal.probabilityWords), isCovered(.probability) else { return title }
    let words = title.split(separator: " ", omittingEmptySubsequences: false)
    return (words.dropLast().map(String.init) + [Cover.over(width: words.last?.count ?? 0)])
      .joined(separator: " ")
  }

  /// A document's note, which may state what is covered.
  func shownNote(_ note: String) -> String {
    display.covered.isEmpty ? note : Cover.overNumbers(in: note)
  }
}
