public import LogitLanes

/// AVX-512 (F, DQ, VL and BW), of x86-64 processors since about 2017.
public enum AVX512: InstructionSet {
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { true }
}
