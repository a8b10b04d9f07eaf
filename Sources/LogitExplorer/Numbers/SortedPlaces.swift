internal import LogitKernel

/// The places of texts in the order of their bytes, equal ones in order: sorted by seven bytes, and those
/// that have these in common by the next seven.
///
/// Once nobody wants it, the order is any.
func sortedPlaces(_ texts: [String]) -> [Int] {
  var places = Array(texts.indices)
  var open = [(range: places.indices, offset: 0)]
  while let (range, offset) = open.popLast() {
    var keys: [UInt64] = []
    keys.reserveCapacity(range.count)
    for place in places[range].wanted("sorting the names", every: 1 << 16) {
      keys.append(texts[place].sevenBytes(from: offset))
    }
    guard keys.count == range.count, !Work.isUnwanted else { break }
    // A copy: a slice would make one of all places.
    let (order, old) = (sortedPlaces(keys), Array(places[range]))
    var start = 0
    for (new, next) in order.enumerated() {
      places[range.lowerBound + new] = old[next]
      let isLast = new + 1 == order.count
      guard isLast || keys[order[new + 1]] != keys[next] else { continue }
      if new > start, keys[next] & 0xFF == 8 {
        open.append((range.lowerBound + start..<range.lowerBound + new + 1, offset + 7))
      }
      start = new + 1
    }
  }
  return places
}

extension String {
  /// Seven bytes of its UTF-8 as a number, with zeros beyond the end; the eighth is how many there are,
  /// 8 for more than seven.
  fileprivate func sevenBytes(from offset: Int) -> UInt64 {
    var copy = self
    return copy.withUTF8 { bytes in
      let rest = bytes.count - offset
      var key: UInt64 = 0
      for place in 0..<7 { key = key << 8 | (place < rest ? UInt64(bytes[offset + place]) : 0) }
      return key << 8 | UInt64(min(8, max(0, rest)))
    }
  }
}

/// The places of keys from the least to the greatest, equal ones in order: many are sorted by eleven bits
/// at a time.
func sortedPlaces(_ keys: [UInt64]) -> [Int] {
  guard keys.count > 500, keys.count < Int(UInt32.max) else {
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
  var source = keys.enumerated().map { (key: $1, place: UInt32($0)) }
  var target = source
  for shift in stride(from: UInt64(0), to: 64, by: 11) {
    var starts = [Int](repeating: 0, count: 2049)
    for entry in source { starts[Int(entry.key >> shift & 2047) + 1] += 1 }
    // All alike in these bits: nothing moves.
    if starts.contains(keys.count) { continue }
    for digit in 1..<2048 { starts[digit] += starts[digit - 1] }
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        for entry in source {
          let digit = Int(entry.key >> shift & 2047)
          target[starts[digit]] = entry
          starts[digit] += 1
        }
      }
    }
    swap(&source, &target)
  }
  return source.map { Int($0.place) }
}
