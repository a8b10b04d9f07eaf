internal import LogitKernel

extension SortOrder {
  /// The document's indices in this order, ties in the document's own; `nil` for the document's own.
  ///
  /// NaN comes last; a masked class counts as −∞.
  package func arrange(_ document: Document) -> RowOrder? {
    switch self {
    case .index: return nil
    case .logit: return RowOrder(stablyOrdered(by: document.effectiveLogits.map(descendingKey)))
    case .name:
      let labels = document.labels.array
      return RowOrder(
        labels.indices.sorted {
          labels[$0] == labels[$1] ? $0 < $1 : labels[$0] < labels[$1]
        })
    }
  }
}

/// A whole number that is the less, the greater the logit is; the greatest of all for NaN.
private func descendingKey(_ logit: Double) -> UInt64 {
  guard !logit.isNaN else { return .max }
  // Zeros are equal.
  let bits = (logit + 0).bitPattern
  return bits >> 63 == 1 ? bits : ~(bits | 1 << 63)
}

/// The indices of keys, the least key first and equal ones in order: four passes over them, each by
/// 16 bits.
private func stablyOrdered(by keys: [UInt64]) -> [UInt32] {
  var order = keys.indices.map { UInt32($0) }
  guard keys.count > 2000 else {
    return order.sorted { (keys[Int($0)], $0) < (keys[Int($1)], $1) }
  }
  var next = order
  for shift in stride(from: UInt64(0), to: 64, by: 16) {
    var starts = [Int](repeating: 0, count: 1 << 16 + 1)
    for key in keys { starts[Int(key >> shift & 0xFFFF) + 1] += 1 }
    // All keys may have the same bits there.
    guard !starts.contains(keys.count) else { continue }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for index in order {
      let digit = Int(keys[Int(index)] >> shift & 0xFFFF)
      next[starts[digit]] = index
      starts[digit] += 1
    }
    swap(&order, &next)
  }
  return order
}
