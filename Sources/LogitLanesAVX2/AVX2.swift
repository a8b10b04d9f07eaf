internal import CProcessor
public import LogitLanes

/// AVX2 with fused multiply-add, of x86-64 processors since about 2013.
public enum AVX2: InstructionSet {
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { true }

  /// Asks for memory that will be read soon.
  @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { logitscope_prefetch(address) }
}
