#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Writes a text to a file so that at any moment either the old or the new content is there, whole.
///
/// The text goes into a file beside it, which is flushed to the device and then takes the name. The
/// permissions stay; a link is followed and stays one.
///
/// - Parameters:
///   - text: The content.
///   - path: The file.
///   - overwrite: Without it, a file that is there is left alone and `exists` is thrown.
/// - Throws: Why it cannot be written; what was there is there still.
package func save(
  _ text: String, to path: String, overwrite: Bool
) throws(FileProblem) {
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
  let path = resolved(path)
  var status = stat()
  let isThere = stat(path, &status) == 0
  if isThere {
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    guard overwrite else { throw .exists }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system("it is not an ordinary file") }
    guard access(path, W_OK) == 0 else { throw .ofSystem() }
  }
  let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  let temporary = "\(path[..<slash]).logitscope-\(getpid()).tmp"
  do {
    try write(text, to: temporary, mode: isThere ? status.st_mode & 0o7777 : nil)
    try install(temporary, as: path, replacing: isThere)
  } catch {
    unlink(temporary)
    throw error
  }
  flushDirectory(path[..<slash].isEmpty ? "." : String(path[..<slash]))
}

/// The file a chain of links leads to, or the path itself.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

private func write(_ text: String, to path: String, mode: mode_t?) throws(FileProblem) {
  unlink(path)
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  // The file is being made: what is missing is its folder.
  guard descriptor >= 0 else { throw errno == ENOENT ? .noFolder : .ofSystem() }
  defer { close(descriptor) }
  if let mode, fchmod(descriptor, mode) != 0 { throw .ofSystem() }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { throw .ofSystem() }
    rest = rest.dropFirst(count)
  }
  guard fsync(descriptor) == 0 else { throw .ofSystem() }
}

/// Gives the file its name; a link refuses where one appeared meanwhile, a rename would not.
private func install(
  _ temporary: String, as path: String, replacing: Bool
) throws(FileProblem) {
  if !replacing, link(temporary, path) == 0 {
    unlink(temporary)
    return
  }
  if !replacing, errno == EEXIST { throw .exists }
  // Some file systems have no links; a rename is all there is then.
  guard rename(temporary, path) == 0 else { throw .ofSystem() }
}

/// Makes the new name itself last; a failure costs nothing that was there.
private func flushDirectory(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = fsync(descriptor)
  close(descriptor)
}
