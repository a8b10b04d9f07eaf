internal import LogitKernel

extension SortOrder {
  /// The document's indices in this order, ties in the document's own; `nil` for the document's own.
  ///
  /// NaN comes last; a masked class counts as −∞.
  package func arrange(_ document: Document) -> [Int]? {
    switch self {
    case .index: return nil
    case .logit:
      let keys = document.effectiveLogits.array
      return keys.indices.sorted { left, right in
        if keys[left].isNaN || keys[right].isNaN {
          return keys[left].isNaN == keys[right].isNaN ? left < right : keys[right].isNaN
        }
        return keys[left] == keys[right] ? left < right : keys[left] > keys[right]
      }
    case .name:
      let labels = document.labels.array
      return labels.indices.sorted {
        labels[$0] == labels[$1] ? $0 < $1 : labels[$0] < labels[$1]
      }
    }
  }
}
