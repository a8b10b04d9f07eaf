public import LogitLanes

/// What every processor of the architecture has: SSE2 on x86-64, NEON on arm64.
public enum Baseline: InstructionSet {
  #if arch(x86_64)
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { false }
  #else
  /// Whether a·b + c is one instruction.
  @inlinable public static var fusesMultiplyAdd: Bool { true }
  #endif
}
