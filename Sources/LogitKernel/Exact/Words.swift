/// Whole numbers of a few words, the least first, in memory that the caller keeps.
///
/// How many words they have is for the caller to know; where that is a constant, the loops unroll.
typealias Words = UnsafeMutablePointer<UInt>

extension UnsafeMutablePointer<UInt> {
  @inline(__always)
  func clear(count: Int) {
    var index = 0
    while index < count {
      self[index] = 0
      index &+= 1
    }
  }

  @inline(__always)
  func copy(_ other: UnsafePointer<UInt>, count: Int) {
    var index = 0
    while index < count {
      self[index] = other[index]
      index &+= 1
    }
  }

  /// Adds a number modulo 2^(64·`count`).
  @inline(__always)
  func add(_ other: UnsafePointer<UInt>, count: Int) {
    var (carry, index) = (UInt(0), 0)
    while index < count {
      let (partial, first) = self[index].addingReportingOverflow(other[index])
      let (sum, second) = partial.addingReportingOverflow(carry)
      self[index] = sum
      carry = (first ? 1 : 0) &+ (second ? 1 : 0)
      index &+= 1
    }
  }

  /// Subtracts a number modulo 2^(64·`count`).
  @inline(__always)
  func subtract(_ other: UnsafePointer<UInt>, count: Int) {
    UnsafePointer(self).difference(less: other, into: self, count: count)
  }

  /// Adds all products xᵢyⱼ with i + j ≥ `floor`, whose sum fits.
  @inline(__always)
  func addProduct(
    _ x: UnsafePointer<UInt>, _ y: UnsafePointer<UInt>, count: Int, from floor: Int
  ) {
    var i = 0
    while i < count {
      let factor = x[i]
      guard factor != 0 else {
        i &+= 1
        continue
      }
      var (carry, j) = (UInt(0), floor > i ? floor &- i : 0)
      while j < count {
        let (high, low) = factor.multipliedFullWidth(by: y[j])
        let (partial, first) = self[i &+ j].addingReportingOverflow(low)
        let (sum, second) = partial.addingReportingOverflow(carry)
        self[i &+ j] = sum
        carry = high &+ (first ? 1 : 0) &+ (second ? 1 : 0)
        j &+= 1
      }
      self[i &+ count] = carry
      i &+= 1
    }
  }

  /// Multiplies a fraction of `count` words by another, using `scratch` for the double length.
  ///
  /// Partial products more than one word below the last place are left out, which with the words
  /// dropped at the end loses less than 2 units.
  @inline(__always)
  func multiply(by other: UnsafePointer<UInt>, count: Int, scratch: Words) {
    scratch.clear(count: 2 &* count)
    scratch.addProduct(self, other, count: count, from: count &- 2)
    copy(scratch + count, count: count)
  }
}

extension UnsafePointer<UInt> {
  /// Writes this number less another, modulo 2^(64·`count`).
  @inline(__always)
  func difference(less other: UnsafePointer<UInt>, into result: Words, count: Int) {
    var (borrow, index) = (UInt(0), 0)
    while index < count {
      let (partial, first) = self[index].subtractingReportingOverflow(other[index])
      let (difference, second) = partial.subtractingReportingOverflow(borrow)
      result[index] = difference
      borrow = (first ? 1 : 0) &+ (second ? 1 : 0)
      index &+= 1
    }
  }

  /// Writes `length` words of this number of `count` words shifted right, without what is shifted out;
  /// the result may be this number.
  @inline(__always)
  func shifted(by shift: Int, count: Int, into result: Words, length: Int) {
    let (words, bits) = (shift &>> 6, UInt(truncatingIfNeeded: shift & 63))
    var (index, place) = (0, words)
    while index < length {
      let low = place < count ? self[place] : 0
      let high = place &+ 1 < count ? self[place &+ 1] : 0
      result[index] = low &>> bits | (high &<< 1) &<< (63 &- bits)
      (index, place) = (index &+ 1, place &+ 1)
    }
  }
}
