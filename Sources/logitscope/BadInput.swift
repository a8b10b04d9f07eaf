internal import ArgumentParser
internal import Glibc
internal import LogitFiles

/// Input that cannot be used, as one sentence; the program ends with code 2.
struct BadInput: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  init(_ problem: FileProblem, in name: String) {
    // No file has so long a name, and of those that files have all is wanted.
    sentence = problem.sentence(for: name.utf8.count > 4096 ? name.prefix(40) + "…" : name)
  }
}

/// What was given, for a sentence about it: no control characters, and not all of a long text.
func quoted(_ text: String) -> String {
  let start = text.prefix(40)
  return visible(start.endIndex == text.endIndex ? text : start + "…")
}

/// Bytes to the standard streams, unbuffered, so that what was written is seen at once.
enum StandardOutput {
  /// Ends the program with a sentence where the text cannot be written, and silently where nobody
  /// reads it any more.
  static func write(_ text: String) {
    let failure = writeAll(text, to: STDOUT_FILENO)
    guard failure != 0, failure != EPIPE else { return }
    StandardError.write("logitscope: standard output: \(String(cString: strerror(failure))).\n")
    exit(2)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

enum StandardError {
  static func write(_ text: String) { _ = writeAll(text, to: STDERR_FILENO) }
}

/// The number of the error that ended it, or 0.
private func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
  CommandProgress.hide()
  var text = text
  return text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while rest.count > 0 {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return 0
  }
}
