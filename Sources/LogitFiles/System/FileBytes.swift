internal import Glibc
internal import LogitKernel

/// Reads the whole of a file.
///
/// - Parameters:
///   - path: The file.
///   - limit: The most bytes read.
///   - canWait: Whether it may be a pipe or a device, which may never end.
/// - Returns: All bytes.
/// - Throws: Why it cannot be read; a file above the limit is not read to its end.
package func readFile(
  _ path: String, limit: Int = FileProblem.byteLimit, canWait: Bool = true
) throws(FileProblem) -> [UInt8] {
  try OpenFile(path, canWait: canWait).readAll(limit: limit)
}

/// Reads an open file to its end, or until nobody wants it any more; standard input is descriptor 0.
package func readAll(
  _ descriptor: Int32, limit: Int = FileProblem.byteLimit
) throws(FileProblem) -> [UInt8] {
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .ofSystem() }
  if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory }
  let isRegular = status.st_mode & S_IFMT == S_IFREG
  if isRegular, status.st_size > limit {
    throw .tooLarge(bytes: Int(status.st_size), limit: limit)
  }
  var bytes: [UInt8] = []
  if isRegular { bytes.reserveCapacity(Int(status.st_size)) }
  var block = [UInt8](repeating: 0, count: 1 << 16)
  var pace = Pace("reading", of: isRegular ? Int(status.st_size) : nil)
  while true {
    if !isRegular { try waitForBytes(descriptor) }
    let count = read(descriptor, &block, block.count)
    if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
    guard count >= 0 else { throw .ofSystem() }
    guard count > 0 else { return bytes }
    bytes += block.prefix(count)
    try pace.pass(bytes.count)
    guard bytes.count <= limit else { throw .tooLarge(bytes: nil, limit: limit) }
  }
}

/// Waits until something can be read or the end has come; looks ten times a second whether it is wanted.
private func waitForBytes(_ descriptor: Int32) throws(FileProblem) {
  var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  while poll(&watched, 1, Work.current == nil ? -1 : 100) <= 0 {
    try FileProblem.requireWanted()
  }
}

extension FileProblem {
  /// What the last system call failed with.
  static func ofSystem() -> FileProblem {
    switch errno {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isDirectory
    case EACCES, EPERM: .noPermission
    case EEXIST: .exists
    case let code: .system(describe(code))
    }
  }

  private static func describe(_ code: Int32) -> String {
    switch code {
    case ENOSPC: "there is no space left on the device"
    case EROFS: "the file system is read-only"
    case ENAMETOOLONG: "the name is too long"
    case ELOOP: "the links lead in a circle"
    case EIO: "the device reports an error"
    case EFBIG: "the file would be too large"
    case EMFILE, ENFILE: "too many files are open"
    case EBADF: "it is closed"
    default: String(cString: strerror(code)).lowercasedFirst
    }
  }
}

extension String {
  /// For the middle of a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// The text of UTF-8 bytes without a byte order mark, or of UTF-16 with one.
func decode(_ bytes: [UInt8]) throws(FileProblem) -> Bytes {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return Array(try decodeUTF16(bytes).utf8)[...]
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  var rest = body
  var pace = Pace("checking the text", of: body.endIndex)
  while !rest.isEmpty {
    try pace.pass(rest.startIndex)
    // Piece by piece, each up to the start of a character, so that the whole is there only once.
    let end = rest.dropFirst(1 << 16).firstIndex { $0 & 0xC0 != 0x80 } ?? rest.endIndex
    guard String(validating: rest[..<end], as: UTF8.self) != nil else {
      throw .notUTF8(line: body[..<end].badLine)
    }
    rest = rest[end...]
  }
  return body
}

extension ArraySlice<UInt8> {
  /// The first line that is not UTF-8, counted from 1.
  fileprivate var badLine: Int {
    let lines = split(separator: 0x0A, omittingEmptySubsequences: false)
    return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
  }
}

/// What Excel calls Unicode text.
private func decodeUTF16(_ bytes: [UInt8]) throws(FileProblem) -> String {
  let isLittle = bytes[0] == 0xFF
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    return isLittle ? second << 8 | first : first << 8 | second
  }
  guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
    throw .unreadable("the bytes are not UTF-16 text, as their mark says")
  }
  return text
}
