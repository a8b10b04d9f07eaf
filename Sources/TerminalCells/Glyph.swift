/// What one cell shows: a base scalar and at most two combining marks.
///
/// Three scalars of 21 bits fit one word, so a grid is plain memory that is copied and compared
/// without reference counting. More marks than two on one letter are decoration, and are dropped.
package struct Glyph: Hashable, Sendable {
  @usableFromInline var bits: UInt64

  @inlinable package static func == (a: Glyph, b: Glyph) -> Bool { a.bits == b.bits }

  package init(_ base: Unicode.Scalar) { bits = UInt64(base.value) }

  package static let space = Glyph(" ")

  package var base: Unicode.Scalar { Glyph.scalar(bits) ?? " " }

  /// One ASCII scalar and no mark.
  package var isASCII: Bool { bits < 0x80 }

  /// The base and its marks, in order.
  package var scalars: [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    forEachScalar { scalars.append($0) }
    return scalars
  }

  /// Goes through the base and its marks, in order.
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    var rest = bits
    while let scalar = Glyph.scalar(rest) {
      body(scalar)
      rest >>= 21
    }
  }

  package var character: Character { Character(text) }

  package var text: String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar) }
    return String(text)
  }

  /// Adds a mark, unless there are two or it would not join the base in one character.
  mutating func join(_ mark: Unicode.Scalar) {
    let shift: UInt64 = bits >> 21 == 0 ? 21 : 42
    guard bits >> shift == 0 else { return }
    var joined = self
    joined.bits |= UInt64(mark.value) << shift
    if joined.text.count == 1 { self = joined }
  }

  private static func scalar(_ bits: UInt64) -> Unicode.Scalar? {
    let value = UInt32(bits & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
