internal import CProcessor
public import LogitLanes

/// AVX-512 (F, DQ, VL and BW), of x86-64 processors since about 2017.
public enum AVX512: InstructionSet {
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { true }

  /// a·b + c, rounded once.
  @inline(__always)
  public static func fused(_ a: Lanes, _ b: Lanes, _ c: Lanes) -> Lanes {
    logitscope_fused_doubles(a, b, c)
  }

  /// a·b + c, rounded once.
  @inline(__always)
  public static func fused(_ a: ShortLanes, _ b: ShortLanes, _ c: ShortLanes) -> ShortLanes {
    logitscope_fused_floats(a, b, c)
  }

  /// Whether `entry` is one instruction.
  @inlinable public static var looksUpEntries: Bool { true }

  /// The entries of a table of 32 that the low five bits of each index name.
  @inline(__always)
  public static func entry(
    _ index: SIMD16<UInt32>, _ lower: ShortLanes, _ upper: ShortLanes
  ) -> ShortLanes {
    logitscope_entry(index, lower, upper)
  }

  /// The lanes that are less than a bound, raised to it; NaN stays.
  @inline(__always)
  public static func raised(_ x: Lanes, to bound: Double) -> Lanes {
    logitscope_greater_doubles(Lanes(repeating: bound), x)
  }

  /// The lesser of two in each lane, the second where the first is NaN.
  @inline(__always)
  public static func lesser(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes {
    logitscope_lesser(a, b)
  }

  /// The greater of two in each lane, the second where the first is NaN.
  @inline(__always)
  public static func greater(_ a: ShortLanes, _ b: ShortLanes) -> ShortLanes {
    logitscope_greater(a, b)
  }

  /// The sums of two numbers each, times eight factors twice, rounded once.
  @inline(__always)
  public static func product(
    _ high: ShortLanes, _ low: ShortLanes, _ factors: Lanes
  ) -> ShortLanes {
    logitscope_scaled_pairs(high, low, factors)
  }

  /// Asks for memory that will be read soon.
  @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { logitscope_prefetch(address) }
}
