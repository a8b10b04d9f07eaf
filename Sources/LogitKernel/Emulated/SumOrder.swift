/// In which order the terms of a sum are added.
public enum SumOrder: String, Hashable, Sendable, CaseIterable {
  /// One running sum from the first term to the last.
  case leftToRight
  /// Halves added to halves: the first ⌊n/2⌋ terms and the rest, each summed in the same way.
  case pairwise
  /// Left to right with the rounding error of each addition carried along (Kahan 1965).
  case kahan

  /// The name a person reads and types.
  public var name: String {
    switch self {
    case .leftToRight: "left to right"
    case .pairwise: "pairwise"
    case .kahan: "Kahan"
    }
  }
}

extension EmulationSettings {
  /// The sum of values of the storage format, formed in the accumulator in the order of the settings.
  ///
  /// - Complexity: O(*n*).
  public func sum(_ terms: [Double]) -> Double {
    Machine(accumulatingFormat, others: [storage]).sum(terms, in: sumOrder).total.value
  }
}

extension Machine {
  /// A sum and its partial sums, one for each term: what the sum was after the addition that
  /// brought the term in.
  ///
  /// Pairwise, that is the addition whose right half begins with the term.
  func sum(_ terms: [Double], in order: SumOrder) -> (partial: [TraceCell], total: TraceCell) {
    var partial: [TraceCell] = []
    partial.reserveCapacity(terms.count)
    let total = sum(terms, in: order, into: &partial)
    return (partial, total)
  }

  /// The same with the partial sums appended to others.
  func sum(
    _ terms: [Double], in order: SumOrder, into partial: inout [TraceCell]
  ) -> TraceCell {
    guard !terms.isEmpty else { return .exact(0) }
    switch order {
    case .leftToRight: return leftToRight(terms, &partial)
    case .kahan: return kahan(terms, &partial)
    case .pairwise:
      let start = partial.count
      partial += repeatElement(.exact(0), count: terms.count)
      var pace = Pace("adding pairwise", of: terms.count, every: 4096)
      return pairwise(terms[...], &partial, start, &pace)
    }
  }

  private func leftToRight(_ terms: [Double], _ partial: inout [TraceCell]) -> TraceCell {
    var sum = TraceCell.exact(0)
    let end = partial.count + terms.count
    for term in terms.wanted("adding left to right") {
      sum = add(sum.value, term)
      partial.append(sum)
    }
    partial += repeatElement(sum, count: end - partial.count)
    return sum
  }

  private func pairwise(
    _ terms: ArraySlice<Double>, _ partial: inout [TraceCell], _ start: Int, _ pace: inout Pace
  ) -> TraceCell {
    guard pace.goesOn(at: terms.startIndex) else { return .exact(0) }
    guard terms.count > 1 else {
      let cell = add(0, terms[terms.startIndex])
      if terms.startIndex == 0 { partial[start] = cell }
      return cell
    }
    let middle = terms.startIndex + terms.count / 2
    let left = pairwise(terms[..<middle], &partial, start, &pace).value
    let right = pairwise(terms[middle...], &partial, start, &pace).value
    let cell = add(left, right)
    partial[start + middle] = cell
    return cell
  }

  /// What an addition absorbs is in the correction, so absorption is no event here.
  private func kahan(_ terms: [Double], _ partial: inout [TraceCell]) -> TraceCell {
    var (sum, correction) = (TraceCell.exact(0), 0.0)
    let end = partial.count + terms.count
    for term in terms.wanted("adding by the method of Kahan") {
      let corrected = subtract(term, correction).value
      let next = add(sum.value, corrected)
      correction = subtract(subtract(next.value, sum.value).value, corrected).value
      let isHarmless = next.event == .absorbed || next.event == .cancelled
      sum = TraceCell(next.value, isHarmless ? nil : next.event, next.operation)
      partial.append(sum)
    }
    partial += repeatElement(sum, count: end - partial.count)
    return sum
  }
}
