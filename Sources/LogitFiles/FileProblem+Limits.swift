internal import Glibc

extension FileProblem {
  /// Whether reading ended before the end: there is too much to read, or nobody wants it any more.
  var isLimit: Bool {
    switch self {
    case .tooManyClasses, .tooManyNumbers, .tooLarge, .stopped: true
    default: false
    }
  }

  #if DEBUG
  /// What the tests take for the memory of the machine.
  @TaskLocal package static var assumedMemory: Int?
  static var memory: Int { assumedMemory ?? machineMemory }
  #else
  static var memory: Int { machineMemory }
  #endif

  /// The bytes of memory that the machine has.
  private static let machineMemory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))

  /// The most bytes of a text, and of what comes through a pipe.
  ///
  /// The readers that take most, of lines with one digit each, make some 50 bytes of one; usual texts
  /// take 5 to 15. So a text that could fill the memory is refused before it is read.
  package static var byteLimit: Int { min(1 << 30, memory / 48) }

  /// The most numbers in brackets, of which each takes some 350 bytes: they become a tree.
  static var bracketLimit: Int { memory / 1024 }

  /// Refuses so many classes that no row of them fits into memory: the logits as they are read and in
  /// pieces, and as much again for what is computed of them.
  static func requireMemory(forClasses count: Int) throws(FileProblem) {
    guard count <= memory / 32 else { throw .tooManyClasses(count, memory: memory) }
  }
}
