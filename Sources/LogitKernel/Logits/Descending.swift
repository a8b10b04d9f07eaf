internal import LogitLanes
internal import RealModule

extension [Double] {
  /// The finite ones from the greatest to the least, negated first where asked; zeros as +0.
  ///
  /// Sorted by their bits, eleven at a time.
  ///
  /// - Complexity: O(*n*).
  func descending(isReversed: Bool) -> [Double] {
    noteOperations(count)
    let sign = isReversed ? -1.0 : 1
    guard count > 500 else { return filter(\.isFinite).map { sign * $0 + 0 }.sorted(by: >) }
    var source: [UInt64] = []
    source.reserveCapacity(count)
    var histograms = [Int32](repeating: 0, count: 6 * 2048)
    histograms.withUnsafeMutableBufferPointer { histograms in
      for value in self where value.isFinite {
        let bits = SortedBits.bits(of: sign * value + 0)
        source.append(bits)
        for pass in 0..<6 { histograms[pass << 11 | Int(bits >> (11 * pass) & 2047)] += 1 }
      }
    }
    return SortedBits.sorted(&source, &histograms).map(SortedBits.value)
  }

  /// e^((x − first)/T) of each, for numbers from the greatest to the least.
  ///
  /// Within some hundred roundings, those of the distances; not below e^−700.
  ///
  /// - Complexity: O(*n*).
  func weights(divisor: Double) -> [Double] {
    guard let first, let last else { return [] }
    guard 0x1p-900 < divisor, divisor < 0x1p900, first - last < 0x1p1000 else {
      return map { Double.exp(($0 / 2 - first / 2) / divisor * 2) }
    }
    let inverse = InverseTemperature(ofTemperature: divisor)
    let scaling = RowScaling(
      greatest: first, inverse: inverse.value, inverseTail: inverse.tail, ofBinary32: false)
    let kernel = VectorKernel.fastest
    return [Double](unsafeUninitializedCapacity: count) { results, initialized in
      withUnsafeBufferPointer { keys in
        guard let keys = keys.baseAddress, let results = results.baseAddress else { return }
        _ = kernel.exponentials(keys, count, scaling, into: results, withoutMaxima: false)
        let factor = 1 / results[0]
        for place in 0..<count { results[place] *= factor }
      }
      initialized = count
    }
  }
}

/// Numbers as bits that sort the other way round: the greatest number has the least.
private enum SortedBits {
  static func bits(of value: Double) -> UInt64 {
    let bits = value.bitPattern
    return bits >> 63 == 1 ? bits : ~(bits | 1 << 63)
  }

  static func value(of bits: UInt64) -> Double {
    Double(bitPattern: bits >> 63 == 1 ? bits : ~bits & ~(1 << 63))
  }

  /// The bits in order, given how often each group of eleven occurs.
  static func sorted(_ source: inout [UInt64], _ histograms: inout [Int32]) -> [UInt64] {
    var target = source
    for pass in 0..<6 where !moveNothing(source, histograms, pass) {
      var sum: Int32 = 0
      for digit in pass << 11..<(pass + 1) << 11 {
        (histograms[digit], sum) = (sum, sum + histograms[digit])
      }
      source.withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          histograms.withUnsafeMutableBufferPointer { places in
            for bits in source {
              let digit = pass << 11 | Int(bits >> (11 * pass) & 2047)
              target[Int(places[digit])] = bits
              places[digit] += 1
            }
          }
        }
      }
      swap(&source, &target)
    }
    return source
  }

  /// Whether all are alike in a group of bits.
  private static func moveNothing(
    _ source: [UInt64], _ histograms: [Int32], _ pass: Int
  ) -> Bool {
    guard let first = source.first else { return true }
    return histograms[pass << 11 | Int(first >> (11 * pass) & 2047)] == source.count
  }
}
