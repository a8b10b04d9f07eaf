internal import CProcessor
public import LogitLanes

/// AVX2 with fused multiply-add, of x86-64 processors since about 2013.
public enum AVX2: InstructionSet {
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

  /// Asks for memory that will be read soon.
  @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { logitscope_prefetch(address) }
}
