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
    let length = max(settings.blockLength, 1)
    partialSums.reserveCapacity(scaled.count)
    blocks.reserveCapacity(scaled.count / length + 1)
    var pace = Pace("forming the sum block by block", of: scaled.count, every: 4096)
    for start in stride(from: 0, to: scaled.count, by: length) {
      guard pace.goesOn(at: start) else { break }
      let range = start..<min(start + length, scaled.count)
      var next = EmulatedRow.maximum(scaled[range], atLeast: maximum)
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
    partialSums += repeatElement(sum, count: scaled.count - partialSums.count)
    // Those of another algorithm with the same maximum are these.
    let isKnown = shift?.value.bitPattern == maximum.bitPattern && shifted.count == scaled.count
    shift = .exact(maximum)
    if !isKnown { formExponentials(from: maximum) }
  }

  private mutating func append(_ range: Range<Int>, from old: Double?, to new: Double) {
    let blockSum = sum(of: range, from: new)
    var rescaling: TraceCell?
    var next = blockSum
    if let old {
      let step = machine.subtract(old, new)
      let factor = machine.exp((settings.dividesAfterShift ? divided(step) : step).value)
      rescaling = factor
      next = adder.add(adder.multiply(sum.value, factor.value).value, blockSum.value)
    }
    let last = partialSums[range.upperBound - 1]
    let origin = last.isBreakdown ? last : next
    partialSums[range.upperBound - 1] = TraceCell(next.value, origin.event, origin.operation)
    sum = next
    blocks.append(
      OnlineBlock(
        range: range, maximum: new, rescaling: rescaling, blockSum: blockSum, sum: next,
        isSkipped: false))
  }

  /// The sum of a block's exponentials, its partial sums appended to those of the row.
  private mutating func sum(of range: Range<Int>, from shift: Double) -> TraceCell {
    var terms: [Double] = []
    terms.reserveCapacity(range.count)
    var breakdowns: [(index: Int, cell: TraceCell)] = []
    for index in range.wanted("forming the exponentials") {
      let (distance, exponential) = exponential(at: index, from: shift)
      terms.append(exponential.value)
      // The distances of this block are not those that the stages show in the end.
      if let cell = distance.isBreakdown ? distance : exponential.isBreakdown ? exponential : nil {
        breakdowns.append((index, cell))
      }
    }
    terms += repeatElement(0, count: range.count - terms.count)
    let sum = adder.sum(terms, in: settings.sumOrder, into: &partialSums)
    for (index, cell) in breakdowns {
      partialSums[index] = TraceCell(partialSums[index].value, cell.event, cell.operation)
    }
    return sum
  }

  private mutating func skip(_ range: Range<Int>) {
    partialSums += [TraceCell](repeating: sum, count: range.count)
    blocks.append(
      OnlineBlock(
        range: range, maximum: -.infinity, rescaling: nil, blockSum: .exact(0), sum: sum,
        isSkipped: true))
  }
}
