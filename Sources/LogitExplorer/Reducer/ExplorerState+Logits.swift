internal import LogitKernel

extension ExplorerState {
  mutating func reduceLogits(_ action: LogitsAction) {
    switch action {
    case .nudge(let steps): nudge(selection, steps: steps)
    case .nudgeClass(let index, let steps): nudge(index, steps: steps)
    case .changeStep(let places): step = StepSeries.logitStep(after: step, by: places)
    case .setStep(let new): setStep(new)
    case .set(let index, let logit):
      guard hasClass(index) else { return }
      change(.setLogit(index, logit), title: title(index, logit))
    case .dragLogit(let index, let logit):
      guard hasClass(index) else { return }
      change(.setLogit(index, logit), title: title(index, logit), run: .drag(index))
    case .setProbability(let index, let probability): set(probability, of: index, run: nil)
    case .dragProbability(let index, let probability):
      set(probability, of: index, run: .drag(index))
    case .endDrag: arrangeRows()
    case .toggleMask: toggleMask()
    case .shift(let constant):
      change { document throws(Refusal) in try .shift(by: constant, in: document) }
    case .fill(let logit): fill(with: logit)
    case .randomise(let seed): randomise(seed: seed ?? self.seed)
    }
  }

  func hasClass(_ index: Int) -> Bool { document.logits.indices.contains(index) }

  private func title(_ index: Int, _ logit: Double) -> String {
    "set \(document.shortName(index)) to \(DecimalText.shortest(logit))"
  }

  private mutating func nudge(_ index: Int, steps: Double) {
    guard hasClass(index) else { return say("There is no class yet: a adds one.", .warning) }
    let old = document.logits[index]
    let new = decimalSum(old, DecimalProduct(step, steps).value)
    if change(.setLogit(index, new), title: title(index, new), run: .nudge(index)) {
      guard document.isMasked[index] else { return }
      let words = "\(document.shortName(index)) to \(DecimalText.shortest(new))"
      return say("Set \(words); it stays masked until m.")
    }
    guard old.isFinite else {
      return say("\(DecimalText.shortest(old)) cannot be nudged; type a value instead.", .warning)
    }
    say(
      "A step of \(DecimalText.shortest(step)) is too small to change \(DecimalText.shortest(old))."
    )
  }

  private mutating func setStep(_ new: Double) {
    guard new > 0, new.isFinite else {
      return say("A step is a number above zero.", .warning)
    }
    step = new
  }

  private mutating func set(_ probability: Double, of index: Int, run: EditRun?) {
    guard hasClass(index) else { return }
    change(run: run) { document throws(Refusal) in
      try .probability(probability, of: index, in: document)
    }
  }

  private mutating func toggleMask() {
    guard hasClass(selection) else { return }
    let masked = !document.isMasked[selection]
    let verb = masked ? "mask" : "unmask"
    change(.setMask(selection, masked), title: "\(verb) \(document.shortName(selection))")
  }

  private mutating func fill(with logit: Double) {
    let title = "set every logit to \(DecimalText.shortest(logit))"
    change(.setLogits(Logits(repeating: logit, count: document.count)), title: title)
    arrangeRows()
  }

  private mutating func randomise(seed new: UInt64) {
    guard document.count > 0 else { return say("There is no class yet: a adds one.", .warning) }
    change(.randomise(seed: new), title: "random logits from seed \(new)")
    seed = new &+ 1
    arrangeRows()
    say("Random logits from seed \(new); the next seed is \(seed).")
  }
}
