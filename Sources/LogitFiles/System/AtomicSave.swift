internal import Glibc
internal import LogitKernel

/// Writes a text to a file so that at any moment either the old or the new content is there, whole.
///
/// The text goes into a file without a name in the same folder, which is flushed to the device and then
/// takes the name; so nothing is left behind by a program that is killed. Permissions and owner stay; a
/// symbolic link is followed and stays one. A file that cannot be replaced without losing something is
/// written in place, after room was made for the text: one with several names or extended attributes,
/// one whose owner cannot be kept, and one in a folder that may not be written to.
///
/// - Parameters:
///   - text: The content.
///   - path: The file.
///   - overwrite: Without it, a file that is there is left alone and `exists` is thrown.
/// - Throws: Why it cannot be written, or that it is not wanted any more; what was there is there
///   still.
package func save(
  _ text: String, to path: String, overwrite: Bool
) throws(FileProblem) {
  try FileProblem.requireWanted()
  guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
  let path = try target(of: path)
  let bytes = Array(text.utf8)
  var status = stat()
  let isThere = stat(path, &status) == 0
  if isThere {
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
    guard overwrite else { throw .exists }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .system("it is not an ordinary file") }
    guard access(path, W_OK) == 0 else { throw .ofSystem() }
    if status.st_nlink > 1 || hasAttributes(path) { return try rewrite(path, bytes) }
  }
  let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  let folder = path[..<slash].isEmpty ? "." : String(path[..<slash])
  guard let file = try NamelessFile(in: folder, replacing: isThere ? path : nil, status) else {
    return try rewrite(path, bytes)
  }
  try file.write(bytes)
  try FileProblem.requireWanted()
  try file.install(as: path, replacing: isThere)
  flushDirectory(folder)
}

/// The file that a chain of links leads to, whether it is there or not.
private func target(of path: String) throws(FileProblem) -> String {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  if errno == ELOOP { throw .ofSystem() }
  var (path, buffer) = (path, [UInt8](repeating: 0, count: 4096))
  for _ in 0..<40 {
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return path }
    let next = String(decoding: buffer[..<count], as: UTF8.self)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    path = next.hasPrefix("/") ? next : folder + next
  }
  return path
}

/// Writes over a file's content, which keeps all else about it.
private func rewrite(_ path: String, _ bytes: [UInt8]) throws(FileProblem) {
  let descriptor = open(path, O_WRONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .ofSystem() }
  defer { close(descriptor) }
  // A full disk is noticed before a byte has changed.
  let failure = posix_fallocate(descriptor, 0, off_t(max(1, bytes.count)))
  guard failure == 0 || failure == EOPNOTSUPP || failure == EINVAL else {
    errno = failure
    throw .ofSystem()
  }
  try writeAll(bytes, to: descriptor)
  guard ftruncate(descriptor, off_t(bytes.count)) == 0, fsync(descriptor) == 0 else {
    throw .ofSystem()
  }
}

/// Writes to the end, or, where nothing is lost by it, until nobody wants it any more.
private func writeAll(
  _ bytes: [UInt8], to descriptor: Int32, isNew: Bool = false
) throws(FileProblem) {
  var rest = bytes[...]
  var pace = Pace("writing", of: bytes.count)
  while !rest.isEmpty {
    guard pace.goesOn(at: rest.startIndex) || !isNew else { throw .stopped }
    let count = rest.prefix(1 << 20).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { throw .ofSystem() }
    rest = rest.dropFirst(count)
  }
}

/// Whether a file has extended attributes, such as an access control list.
private func hasAttributes(_ path: String) -> Bool {
  path.withCString { listExtendedAttributes($0, nil, 0) } > 0
}

/// `listxattr`, which Swift's Glibc does not have.
@_silgen_name("listxattr")
private func listExtendedAttributes(
  _ path: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<CChar>?, _ size: Int
) -> Int

/// A file that has no name until it is whole.
private final class NamelessFile {
  private let descriptor: Int32
  /// Where the file system has no files without a name, one that nobody looks for.
  private var name: String?
  private let spare: String

  /// nil where a file in place of the old one could not keep its owner, or where the folder cannot be
  /// written to and the file can.
  init?(in folder: String, replacing old: String?, _ status: stat) throws(FileProblem) {
    spare = "\(folder)/.logitscope-\(getpid()).tmp"
    // O_TMPFILE, which Swift does not import.
    var file = open(folder, O_WRONLY | O_CLOEXEC | 0o20_200_000, 0o666)
    if file < 0, errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL {
      unlink(spare)
      file = open(spare, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      name = spare
    }
    descriptor = file
    guard file >= 0 else {
      name = nil
      let code = errno
      if old != nil, code == EACCES || code == EROFS || code == EPERM { return nil }
      throw code == ENOENT ? .noFolder : .ofSystem()
    }
    guard old != nil else { return }
    guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw .ofSystem() }
    let isOurs = status.st_uid == geteuid() && status.st_gid == getegid()
    guard isOurs || fchown(file, status.st_uid, status.st_gid) == 0 else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let name { unlink(name) }
  }

  func write(_ bytes: [UInt8]) throws(FileProblem) {
    try writeAll(bytes, to: descriptor, isNew: true)
    guard fsync(descriptor) == 0 else { throw .ofSystem() }
  }

  /// Gives the file its name; a link refuses where one appeared meanwhile, a rename would not.
  func install(as path: String, replacing: Bool) throws(FileProblem) {
    if name == nil {
      let source = "/proc/self/fd/\(descriptor)"
      if !replacing {
        if linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return }
        throw .ofSystem()
      }
      unlink(spare)
      guard linkat(AT_FDCWD, source, AT_FDCWD, spare, AT_SYMLINK_FOLLOW) == 0 else {
        throw .ofSystem()
      }
      name = spare
    }
    if !replacing, link(spare, path) == 0 { return }
    if !replacing, errno == EEXIST { throw .exists }
    // Some file systems have no links; a rename is all there is then.
    guard rename(spare, path) == 0 else { throw .ofSystem() }
    name = nil
  }
}

/// Makes the new name itself last; a failure costs nothing that was there.
private func flushDirectory(_ path: String) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return }
  _ = fsync(descriptor)
  close(descriptor)
}
