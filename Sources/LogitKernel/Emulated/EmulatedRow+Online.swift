extension EmulatedRow {
  /// The one-pass softmax: each block rescales the sum to the new running maximum.
  ///
  /// ```
  /// m′ = max(m, max of the block),   d′ = d · exp(m − m′) + Σ exp(z − m′)
  /// ```
  /// Source: M. Milakov, N. Gimelshein, "Online normalizer calculation for softmax", 2018; by
  /// blocks it is the inner step of FlashAttention.
  mutating func runOnline() {
    var maximum = -Double.infinity
    var hasStarted = false
    for start in stride(from: 0, to: scaled.count, by: max(settings.blockLength, 1)) {
      let range = start..<min(start + max(settings.blockLength, 1), scaled.count)
      var next = EmulatedRow.maximum([.exact(maximum)] + scaled[range])
      if next == -.infinity {
        if settings.maskedStart == .skips {
          skip(range)
          continue
        }
        if settings.maskedStart == .resetsToZero { next = 0 }
      }
      append(range, from: hasStarted ? maximum : nil, to: next)
      (maximum, hasStarted) = (next, true)
    }
    shift = .exact(maximum)
    (shifted, exponentials) = formExponentials(from: maximum, of: scaled[...])
  }

  private mutating func append(_ range: Range<Int>, from old: Double?, to new: Double) {
    let (distances, exponentials) = formExponentials(from: new, of: scaled[range])
    var (partial, blockSum) = adder.sum(exponentials.map(\.value), in: settings.sumOrder)
    // The distances of this block are not those that the stages show in the end.
    for index in partial.indices {
      guard let cell = [distances[index], exponentials[index]].first(where: \.isBreakdown) else {
        continue
      }
      partial[index] = TraceCell(partial[index].value, cell.event, cell.operation)
    }
    var rescaling: TraceCell?
    var next = blockSum
    if let old {
      let step = machine.subtract(old, new)
      let factor = machine.exp((settings.dividesAfterShift ? divided(step) : step).value)
      rescaling = factor
      next = adder.add(adder.multiply(sum.value, factor.value).value, blockSum.value)
    }
    let last = partial.last.flatMap { $0.isBreakdown ? $0 : nil } ?? next
    partialSums += partial.dropLast() + [TraceCell(next.value, last.event, last.operation)]
    sum = next
    blocks.append(
      OnlineBlock(
        range: range, maximum: new, rescaling: rescaling, blockSum: blockSum, sum: next,
        isSkipped: false))
  }

  private mutating func skip(_ range: Range<Int>) {
    partialSums += [TraceCell](repeating: sum, count: range.count)
    blocks.append(
      OnlineBlock(
        range: range, maximum: -.infinity, rescaling: nil, blockSum: .exact(0), sum: sum,
        isSkipped: true))
  }
}
