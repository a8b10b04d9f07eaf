internal import LogitKernel

extension ExplorerState {
  mutating func reduceArithmetic(_ action: ArithmeticAction) {
    switch action {
    case .cycleFormat(let distance): cycleFormat(by: distance)
    case .cycleAlgorithm(let distance): cycleAlgorithm(by: distance)
    case .set(let new): setArithmetic(new)
    }
  }

  /// What the Numerics lens shows of it.
  mutating func reduceNumerics(_ action: NumericsAction) {
    switch action {
    case .cyclePart(let distance): display.numerics.part.cycle(by: distance)
    case .setPart(let new): display.numerics.part = new
    case .cycleResult: display.numerics.result.cycle(by: 1)
    case .setResult(let new): display.numerics.result = new
    case .cycleSweep: display.numerics.sweep.cycle(by: 1)
    case .setSweep(let new): display.numerics.sweep = new
    case .setShownParts(let parts): display.numerics.shownParts = parts
    case .flipBit(let bit): flip(bit ?? display.numerics.bit)
    case .stepPart(let distance): stepPart(by: distance)
    }
  }

  private mutating func cycleFormat(by distance: Int) {
    let formats = NumberFormat.all
    // A format of the user's own comes before the first.
    let place = formats.firstIndex { $0.name == document.arithmetic.settings.storage.name }
    let next = place.map { $0 + distance % formats.count } ?? (distance > 0 ? 0 : -1)
    setArithmetic("format", formats[(next + formats.count) % formats.count].name)
  }

  private mutating func cycleAlgorithm(by distance: Int) {
    let names = Arithmetic.algorithmNames
    let place = names.firstIndex(of: document.arithmetic.algorithmName) ?? 0
    setArithmetic("algorithm", names[(place + distance % names.count + names.count) % names.count])
  }

  /// Changes a setting to a value that it is known to take.
  private mutating func setArithmetic(_ key: String, _ text: String) {
    var new = document.arithmetic
    guard (try? new.set(key, to: text)) != nil else { return }
    setArithmetic(new)
  }

  private mutating func setArithmetic(_ new: Arithmetic) {
    let old = document.arithmetic.algorithmName
    change(.setArithmetic(new), title: "compute by \(new.summary)", run: .arithmetic)
    guard new.algorithmName != old else { return say("The numbers are now: \(new.summary).") }
    let words = new.isExact ? "every number is the true value, rounded once." : nil
    say("\(new.algorithmName): \(words ?? new.settings.algorithm.summary)")
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
      let blocks = (document.count - 1) / settings.blockLength + 1
      let next = display.numerics.block.advanced(clamping: distance)
      display.numerics.block = max(0, min(next, blocks - 1))
    case .bits:
      // Bits are counted from the last one, and the cursor goes to the right on the screen.
      let width = document.arithmetic.settings.storage.width
      let next = min(display.numerics.bit, width - 1).advanced(clamping: -max(distance, -.max))
      display.numerics.bit = max(0, min(next, width - 1))
    case .steps, .formats, .sweep, .masks:
      say("{ and } step through bits or online blocks; press ; to get to those parts.")
    }
  }
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
  /// Goes on some places, going round at the ends.
  mutating func cycle(by distance: Int) {
    let all = Self.allCases
    let place = all.firstIndex(of: self) ?? 0
    self = all[(place + distance % all.count + all.count) % all.count]
  }
}
