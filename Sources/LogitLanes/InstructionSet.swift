/// A set of vector instructions that the kernels are compiled for.
///
/// The kernels are written once, as generic code over a type without values that stands for the
/// set. A module compiled for a wider set instantiates them for a type of its own, so that its
/// machine code never meets that of the others under one name. What the kernels are stands in the
/// protocols that this one refines; their default implementations are the kernels.
///
/// A kernel calls only what is inlined into it (concrete operators, no generic function of the
/// standard library such as `SIMD.max()`): a copy of such a function, compiled for a wide set, would
/// be merged with the one that the rest of the program runs on every processor.
public protocol InstructionSet: RowKernels, SumKernels {
  /// Whether a·b + c is one instruction with one rounding; otherwise it would be a function call.
  static var fusesMultiplyAdd: Bool { get }

  /// a·b + c, rounded once where the set can.
  static func fused(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes

  /// a·b + c, rounded once where the set can.
  static func fused(_ a: ShortLanes, _ b: ShortLanes, _ c: ShortLanes) -> ShortLanes

  /// The lanes that are less than a bound, raised to it; NaN stays.
  static func raised(_ x: Lanes, to bound: Double) -> Lanes

  /// Asks for memory that will be read soon, as that of the next row; it may lie past the end.
  static func prefetch(_ address: UnsafeRawPointer)

  /// Whether `entry` is one instruction; otherwise it is not called.
  static var looksUpEntries: Bool { get }

  /// The entries of a table of 32 that the low five bits of each index name.
  static func entry(
    _ index: SIMD16<UInt32>, _ lower: ShortLanes, _ upper: ShortLanes
  ) -> ShortLanes

  /// The lesser of two in each lane, the second where the first is NaN; called where `entry` is.
  static func lesser(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes

  /// The greater of two in each lane, the second where the first is NaN; called where `entry` is.
  static func greater(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes

  /// The sums of two numbers each, times eight factors twice, rounded once; called where `entry` is.
  static func product(_ high: ShortLanes, _ low: ShortLanes, _ factors: Lanes) -> ShortLanes
}

extension InstructionSet {
  /// How far ahead memory is asked for: a row of a matrix, or some of a longer one.
  @inlinable @inline(__always)
  static func ahead(_ count: Int) -> Int { count < 2048 ? count : 2048 }

  /// a·b + c, rounded once where the set can.
  @inlinable @inline(__always)
  public static func fused(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
    fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
  }

  /// a·b + c, rounded once where the set can.
  @inlinable @inline(__always)
  public static func fused(_ a: ShortLanes, _ b: ShortLanes, _ c: ShortLanes) -> ShortLanes {
    fusesMultiplyAdd ? c.addingProduct(a, b) : a * b + c
  }

  /// The lanes that are less than a bound, raised to it; NaN stays.
  @inlinable @inline(__always)
  public static func raised(_ x: Lanes, to bound: Double) -> Lanes {
    let bounds = Lanes(repeating: bound)
    return x.replacing(with: bounds, where: x .< bounds)
  }

  /// Nothing, where there is no instruction for it.
  @inlinable public static func prefetch(_ address: UnsafeRawPointer) {}

  /// Most sets have no such instruction.
  @inlinable public static var looksUpEntries: Bool { false }

  /// Not called.
  @inlinable public static func entry(
    _ index: SIMD16<UInt32>, _ lower: ShortLanes, _ upper: ShortLanes
  ) -> ShortLanes { lower }

  /// Not called.
  @inlinable public static func lesser(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes { a }

  /// Not called.
  @inlinable public static func greater(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes { a }

  /// Not called.
  @inlinable public static func product(
    _ high: ShortLanes, _ low: ShortLanes, _ factors: Lanes
  ) -> ShortLanes { high }
}
