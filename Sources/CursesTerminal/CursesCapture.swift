import CNCurses
import Glibc

/// Gathers what curses writes, so that a frame reaches the terminal in one piece.
///
/// Curses writes at each move of its cursor, some forty times a frame, and every write wakes the
/// terminal. While it updates the screen, its descriptor leads to memory instead.
struct CursesCapture {
  /// What curses writes to.
  private let descriptor: Int32
  private let terminal: Int32
  /// −1 if `memfd_create` failed; curses then writes straight to the terminal.
  private let memory: Int32

  /// `MFD_CLOEXEC`, a macro that Swift does not see.
  private static let closeOnExecution: UInt32 = 1

  init(descriptor: Int32, terminal: Int32) {
    (self.descriptor, self.terminal) = (descriptor, terminal)
    memory = memfd_create("frame", CursesCapture.closeOnExecution)
  }

  func close() {
    if memory >= 0 { Glibc.close(memory) }
  }

  /// What `update` makes curses write; nothing if that has gone to the terminal already.
  func bytes(of update: () -> Void) -> [UInt8] {
    guard memory >= 0, dup2(memory, descriptor) >= 0 else {
      update()
      return []
    }
    update()
    // The two descriptors share their place in the memory.
    let count = max(0, lseek(memory, 0, SEEK_CUR))
    lseek(memory, 0, SEEK_SET)
    dup2(terminal, descriptor)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
  }
}
