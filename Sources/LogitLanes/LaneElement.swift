public import CProcessor

/// Eight neighbours of a row, in binary64.
public typealias Lanes = SIMD8<Double>

/// A type of number that rows are made of; all arithmetic is in binary64.
public protocol LaneElement: SIMDScalar, BinaryFloatingPoint, Codable {
  /// As many neighbours as one wide register holds.
  associatedtype Register: SIMD where Register.Scalar == Self

  /// The elements that fill a register, from an index on.
  static func register(_ elements: UnsafePointer<Self>, _ index: Int) -> Register

  /// The greater of two in each lane; the second where the first is NaN.
  static func greater(_ a: Register, _ b: Register) -> Register

  /// The lesser of two in each lane; the second where the first is NaN.
  static func lesser(_ a: Register, _ b: Register) -> Register

  /// The greatest of a register without NaNs.
  static func greatest(_ register: Register) -> Self

  /// The least of a register without NaNs.
  static func least(_ register: Register) -> Self

  /// The number itself.
  var lane: Double { get }

  /// A number in binary64, rounded once.
  init(lane: Double)

  /// The eight elements from an index on, at any alignment.
  static func load(_ elements: UnsafePointer<Self>, _ index: Int) -> Lanes

  /// Rounds eight numbers once each and stores them from an index on.
  static func store(_ lanes: Lanes, _ elements: UnsafeMutablePointer<Self>, _ index: Int)

  /// e^(x/T − M·ln 2)·2^512, where M is the scaling's exponent of two.
  static func exponential<S: InstructionSet>(
    _ set: S.Type, _ x: Lanes, _ scaling: borrowing RowScaling, general: Bool
  ) -> Lanes
}

extension Double: LaneElement {
  /// The elements that fill a register, from an index on.
  @inlinable @inline(__always)
  public static func register(_ elements: UnsafePointer<Double>, _ index: Int) -> SIMD8<Double> {
    UnsafeRawPointer(elements + index).loadUnaligned(as: SIMD8<Double>.self)
  }

  /// The greater of two in each lane; the second where the first is NaN.
  @inlinable @inline(__always)
  public static func greater(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    b.replacing(with: a, where: b .< a)
  }

  /// The lesser of two in each lane; the second where the first is NaN.
  @inlinable @inline(__always)
  public static func lesser(_ a: SIMD8<Double>, _ b: SIMD8<Double>) -> SIMD8<Double> {
    b.replacing(with: a, where: a .< b)
  }

  /// The greatest of a register without NaNs.
  @inlinable @inline(__always)
  public static func greatest(_ register: SIMD8<Double>) -> Double {
    logitscope_extreme_double(register, true)
  }

  /// The least of a register without NaNs.
  @inlinable @inline(__always)
  public static func least(_ register: SIMD8<Double>) -> Double {
    logitscope_extreme_double(register, false)
  }

  /// The number itself.
  @inlinable @inline(__always) public var lane: Double { self }

  /// The number itself.
  @inlinable @inline(__always) public init(lane: Double) { self = lane }

  /// The eight elements from an index on.
  @inlinable @inline(__always)
  public static func load(_ elements: UnsafePointer<Double>, _ index: Int) -> Lanes {
    UnsafeRawPointer(elements + index).loadUnaligned(as: Lanes.self)
  }

  /// Stores eight numbers from an index on.
  @inlinable @inline(__always)
  public static func store(
    _ lanes: Lanes, _ elements: UnsafeMutablePointer<Double>, _ index: Int
  ) {
    UnsafeMutableRawPointer(elements + index).storeBytes(of: lanes, as: Lanes.self)
  }

  /// e^(x/T − M·ln 2)·2^512, to 0.95 ulp.
  @inlinable @inline(__always)
  public static func exponential<S: InstructionSet>(
    _ set: S.Type, _ x: Lanes, _ scaling: borrowing RowScaling, general: Bool
  ) -> Lanes {
    guard general else {
      let reduced = S.reduced(x, magic: scaling.magic)
      return S.fused(
        S.exponentialLessOne(reduced.rest, tail: nil), reduced.power, reduced.power)
    }
    let difference = S.difference(x, scaling.origin)
    let quotient = S.product(difference.high, scaling.inverse)
    let tail = S.fused(
      difference.high, Lanes(repeating: scaling.inverseTail),
      S.fused(difference.low, Lanes(repeating: scaling.inverse), quotient.low))
    let reduced = S.reduced(quotient.high, magic: scaling.magic)
    return S.fused(
      S.exponentialLessOne(reduced.rest, tail: tail), reduced.power, reduced.power)
  }
}

extension Float: LaneElement {
  /// The elements that fill a register, from an index on.
  @inlinable @inline(__always)
  public static func register(_ elements: UnsafePointer<Float>, _ index: Int) -> SIMD16<Float> {
    UnsafeRawPointer(elements + index).loadUnaligned(as: SIMD16<Float>.self)
  }

  /// The greater of two in each lane; the second where the first is NaN.
  @inlinable @inline(__always)
  public static func greater(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
    b.replacing(with: a, where: b .< a)
  }

  /// The lesser of two in each lane; the second where the first is NaN.
  @inlinable @inline(__always)
  public static func lesser(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
    b.replacing(with: a, where: a .< b)
  }

  /// The greatest of a register without NaNs.
  @inlinable @inline(__always)
  public static func greatest(_ register: SIMD16<Float>) -> Float {
    logitscope_extreme_float(register, true)
  }

  /// The least of a register without NaNs.
  @inlinable @inline(__always)
  public static func least(_ register: SIMD16<Float>) -> Float {
    logitscope_extreme_float(register, false)
  }

  /// The number itself.
  @inlinable @inline(__always) public var lane: Double { Double(self) }

  /// A number in binary64, rounded once.
  @inlinable @inline(__always) public init(lane: Double) { self = Float(lane) }

  /// The eight elements from an index on.
  @inlinable @inline(__always)
  public static func load(_ elements: UnsafePointer<Float>, _ index: Int) -> Lanes {
    Lanes(UnsafeRawPointer(elements + index).loadUnaligned(as: SIMD8<Float>.self))
  }

  /// Rounds eight numbers and stores them from an index on.
  @inlinable @inline(__always)
  public static func store(_ lanes: Lanes, _ elements: UnsafeMutablePointer<Float>, _ index: Int) {
    UnsafeMutableRawPointer(elements + index).storeBytes(
      of: SIMD8<Float>(lanes), as: SIMD8<Float>.self)
  }

  /// e^(x/T − M·ln 2)·2^512, with a relative error below 2^−33.
  @inlinable @inline(__always)
  public static func exponential<S: InstructionSet>(
    _ set: S.Type, _ x: Lanes, _ scaling: borrowing RowScaling, general: Bool
  ) -> Lanes {
    S.powerOfTwo(general ? x - scaling.origin : x, scaling)
  }
}
