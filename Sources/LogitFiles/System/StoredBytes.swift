internal import Glibc

/// Bytes in memory, or in a file that is read where it is asked for.
///
/// A file is read with `pread` and not mapped: what is mapped ends the program when it shrinks.
struct StoredBytes: Equatable, Sendable {
  private enum Origin: Sendable {
    case memory(Bytes)
    case file(OpenFile)
  }

  private let origin: Origin
  /// Where they begin in the file or the bytes.
  private let start: Int
  let count: Int

  init(_ bytes: Bytes) { (origin, start, count) = (.memory(bytes), bytes.startIndex, bytes.count) }

  init(_ file: OpenFile) { (origin, start, count) = (.file(file), 0, file.size) }

  private init(_ origin: Origin, from start: Int, count: Int) {
    (self.origin, self.start, self.count) = (origin, start, count)
  }

  /// A part of them; nil beyond the end.
  func part(from offset: Int, count size: Int) -> StoredBytes? {
    guard offset >= 0, size >= 0, offset <= count, size <= count - offset else { return nil }
    return StoredBytes(origin, from: start + offset, count: size)
  }

  /// A part of them, or what there is of it.
  func bytes(from offset: Int, atMost size: Int) throws(FileProblem) -> Bytes {
    guard offset < count else { return [] }
    let size = min(size, count - offset)
    if case .memory(let bytes) = origin { return bytes[start + offset..<start + offset + size] }
    var result = [UInt8](repeating: 0, count: size)
    var problem: FileProblem?
    result.withUnsafeMutableBytes { target in
      do throws(FileProblem) { try read(from: offset, into: target) } catch { problem = error }
    }
    if let problem { throw problem }
    return result[...]
  }

  /// Fills memory with the bytes from an offset on, which are there.
  func read(from offset: Int, into target: UnsafeMutableRawBufferPointer) throws(FileProblem) {
    precondition(offset >= 0 && offset + target.count <= count)
    switch origin {
    case .memory(let bytes):
      target.copyBytes(from: bytes[start + offset..<start + offset + target.count])
    case .file(let file): try file.read(from: start + offset, into: target)
    }
  }

  /// Whether they are the same bytes of the same file, or equal ones in memory.
  static func == (a: StoredBytes, b: StoredBytes) -> Bool {
    guard a.count == b.count else { return false }
    switch (a.origin, b.origin) {
    case (.memory(let left), .memory(let right)):
      return left[a.start..<a.start + a.count] == right[b.start..<b.start + b.count]
    case (.file(let left), .file(let right)): return left === right && a.start == b.start
    default: return false
    }
  }
}

/// A file that stays open as long as anything is read from it.
final class OpenFile: Sendable {
  private let descriptor: Int32
  /// How many bytes it had when it was opened.
  let size: Int
  /// Whether it is an ordinary file, and no pipe or device.
  let isRegular: Bool

  /// Opens a file; unless `canWait`, no pipe or device, which may never end.
  init(_ path: String, canWait: Bool) throws(FileProblem) {
    guard !path.utf8.contains(0) else { throw .missing }
    // Nobody may write into a pipe yet, which is waited for where it is read.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw .ofSystem() }
    size = Int(status.st_size)
    let kind = status.st_mode & S_IFMT
    isRegular = kind == S_IFREG
    guard canWait || isRegular || kind == S_IFDIR else {
      throw .system("it is a pipe or a device, and an ordinary file was expected")
    }
    if kind == S_IFDIR { throw .isDirectory }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// All of it, of what is not more than a limit.
  func readAll(limit: Int = FileProblem.byteLimit) throws(FileProblem) -> [UInt8] {
    try LogitFiles.readAll(descriptor, limit: limit)
  }

  fileprivate func read(
    from offset: Int, into target: UnsafeMutableRawBufferPointer
  ) throws(FileProblem) {
    var done = 0
    while done < target.count {
      let rest = target.count - done
      let count = pread(
        descriptor, target.baseAddress.map { $0 + done }, rest, off_t(offset + done))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .ofSystem() }
      guard count > 0 else { throw .shortened }
      done += count
    }
  }
}
