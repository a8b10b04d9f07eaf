internal import ArgumentParser
internal import LogitFiles

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Input that cannot be used, as one sentence; the program ends with code 2.
struct BadInput: Error {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  init(_ problem: FileProblem, in name: String) {
    sentence = problem.sentence(for: name)
  }
}

/// Bytes to the standard streams, unbuffered, so that what was written is seen at once.
enum StandardOutput {
  static func write(_ text: String) { writeAll(text, to: STDOUT_FILENO) }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

enum StandardError {
  static func write(_ text: String) { writeAll(text, to: STDERR_FILENO) }
}

private func writeAll(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while rest.count > 0 {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 && errno == EINTR { continue }
      // Nobody reads any more: there is nobody to tell either.
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }
}
