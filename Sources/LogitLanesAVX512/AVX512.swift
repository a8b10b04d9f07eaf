internal import CProcessor
public import LogitLanes

/// AVX-512 (F, DQ, VL and BW), of x86-64 processors since about 2017.
public enum AVX512: InstructionSet {
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { true }

  /// Whether `entry` is one instruction.
  @inlinable public static var looksUpEntries: Bool { true }

  /// The entries of a table of 32 that the low five bits of each index name.
  @inline(__always)
  public static func entry(
    _ index: SIMD16<UInt32>, _ lower: ShortLanes, _ upper: ShortLanes
  ) -> ShortLanes {
    logitscope_entry(index, lower, upper)
  }

  /// Asks for memory that will be read soon.
  @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { logitscope_prefetch(address) }
}
