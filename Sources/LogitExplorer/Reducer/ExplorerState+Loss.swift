internal import LogitKernel

extension ExplorerState {
  mutating func reduceTemperature(_ action: TemperatureAction) {
    switch action {
    case .scale(let up): scaleTemperature(up: up)
    case .set(let new): change { _ throws(Refusal) in try .temperature(new) }
    }
  }

  /// The target, its smoothing, and which loss is formed from them.
  mutating func reduceLoss(_ action: LossAction) {
    switch action {
    case .toggleTarget:
      guard hasClass(selection) else { return }
      setTarget(document.target == .index(selection) ? nil : selection)
    case .setTarget(let index):
      guard index.map(hasClass) ?? true else { return }
      setTarget(index)
    case .setWeight(let index, let weight):
      guard hasClass(index) else { return }
      change { document throws(Refusal) in try .weight(weight, of: index, in: document) }
    case .setLabelSmoothing(let new): change { _ throws(Refusal) in try .labelSmoothing(new) }
    case .toggleKind:
      setLoss(document.loss == .crossEntropy ? .binaryCrossEntropy : .crossEntropy)
    case .setKind(let loss): setLoss(loss)
    }
  }

  private mutating func scaleTemperature(up: Bool) {
    let new = StepSeries.temperature(after: document.temperature, up: up)
    let text = DecimalText.shortest(new)
    change(.setTemperature(new), title: "set the temperature to \(text)", run: .temperature)
    if new == 0 {
      say("Temperature 0 is as cold as it gets: the greatest logits share everything.")
    }
    if new.isInfinite { say("An infinite temperature is as hot as it gets: all share equally.") }
  }

  private mutating func setTarget(_ index: Int?) {
    let title = index.map { "make \(document.shortName($0)) the target" } ?? "clear the target"
    change(.setTarget(index.map { .index($0) } ?? .none), title: title)
  }

  private mutating func setLoss(_ loss: LossKind) {
    change(.setLoss(loss), title: "show the \(loss.rawValue)")
  }
}
