internal import LogitKernel

extension ExplorerState {
  /// The arithmetic, and what the Numerics lens shows of it.
  mutating func reduceNumerics(_ action: Action) {
    switch action {
    case .cycleFormat(let distance): cycleFormat(by: distance)
    case .cycleAlgorithm(let distance): cycleAlgorithm(by: distance)
    case .setArithmetic(let key, let text): setArithmetic(key, text)
    case .flipBit(let bit): flip(bit ?? display.numerics.bit)
    case .stepPart(let distance): stepPart(by: distance)
    default: display.numerics.reduce(action)
    }
  }

  private mutating func cycleFormat(by distance: Int) {
    let names = NumberFormat.all.map(\.name)
    // One of the user's own stands before the first.
    let place = names.firstIndex(of: document.arithmetic.settings.storage.name)
    let next = place.map { $0 + distance % names.count } ?? (distance > 0 ? 0 : -1)
    setArithmetic("format", names[(next + names.count) % names.count])
  }

  private mutating func cycleAlgorithm(by distance: Int) {
    let names = Arithmetic.algorithmNames
    let place = names.firstIndex(of: document.arithmetic.algorithmName) ?? 0
    setArithmetic("algorithm", names[(place + distance % names.count + names.count) % names.count])
  }

  private mutating func setArithmetic(_ key: String, _ text: String) {
    var new = document.arithmetic
    do throws(Refusal) {
      try new.set(key, to: text)
    } catch {
      return say(error.sentence, .warning)
    }
    change(.setArithmetic(new), title: "compute by \(new.summary)", run: .arithmetic)
    guard key != "algorithm" else {
      let words = new.isExact ? "every number is the true value, rounded once." : nil
      return say("\(new.algorithmName): \(words ?? new.settings.algorithm.summary)")
    }
    say("The numbers are now: \(new.summary).")
  }

  /// Flips a bit of the selected logit, as the document's format stores it.
  private mutating func flip(_ bit: Int) {
    let format = document.arithmetic.settings.storage
    guard hasClass(selection) else { return }
    guard (0..<format.width).contains(bit) else {
      return say("\(format.name) has the bits 0 to \(format.width - 1).", .warning)
    }
    display.numerics.bit = bit
    let value = format.value(ofBits: format.bits(of: document.logits[selection]) ^ 1 << UInt64(bit))
    let title = "flip bit \(bit) of \(document.shortName(selection))"
    change(.setLogit(selection, value), title: title)
  }

  private mutating func stepPart(by distance: Int) {
    switch display.numerics.part {
    case .online:
      let settings = document.arithmetic.settings
      let blocks = (document.count + settings.blockLength - 1) / settings.blockLength
      let next = display.numerics.block.advanced(clamping: distance)
      display.numerics.block = max(0, min(next, blocks - 1))
    case .bits:
      // Bits are counted from the last one, and the cursor goes to the right on the screen.
      let width = document.arithmetic.settings.storage.width
      let next = min(display.numerics.bit, width - 1).advanced(clamping: -max(distance, -.max))
      display.numerics.bit = max(0, min(next, width - 1))
    case .steps, .formats, .sweep, .masks:
      say("{ and } move among the bits and the blocks of the online algorithm; ; goes there.")
    }
  }
}

extension NumericsDisplay {
  mutating func reduce(_ action: Action) {
    switch action {
    case .cyclePart(let distance): part = part.cycled(by: distance)
    case .setPart(let new): part = new
    case .cycleResult: result = result.cycled(by: 1)
    case .setResult(let new): result = new
    case .cycleSweep: sweep = sweep.cycled(by: 1)
    case .setSweep(let new): sweep = new
    case .setShownParts(let parts): shownParts = parts
    default: break
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case some places further, going round at the ends.
  fileprivate func cycled(by distance: Int) -> Self {
    let all = Array(Self.allCases)
    let place = all.firstIndex(of: self) ?? 0
    return all[(place + distance % all.count + all.count) % all.count]
  }
}
