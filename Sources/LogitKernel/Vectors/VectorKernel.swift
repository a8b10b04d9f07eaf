internal import CProcessor
internal import LogitLanes
internal import LogitLanesBaseline

#if arch(x86_64)
internal import LogitLanesAVX2
internal import LogitLanesAVX512
#endif

/// Softmax and its relatives for long rows and matrices, in vector instructions.
///
/// For means over matrices and for fits, where thousands of rows matter more than the last digit:
/// each function states its bound in ulps. Use ``fastest`` unless you compare instruction sets.
public struct VectorKernel: Sendable {
  /// What the instruction set is called.
  public let name: String

  /// The kernels compiled for it.
  let lanes: any InstructionSet.Type

  /// Those that this processor can run, the fastest last.
  public static let available: [VectorKernel] = {
    var kernels = [VectorKernel(name: "baseline", lanes: Baseline.self)]
    #if arch(x86_64)
    if logitscope_has_avx2() { kernels.append(VectorKernel(name: "AVX2", lanes: AVX2.self)) }
    if logitscope_has_avx512() {
      kernels.append(VectorKernel(name: "AVX-512", lanes: AVX512.self))
    }
    #endif
    return kernels
  }()

  /// The one with the widest instructions that this processor can run.
  public static let fastest = available[available.count - 1]
}

extension VectorKernel: CustomStringConvertible {
  /// What the instruction set is called.
  public var description: String { name }
}
