/// What is wrong with a file or a text, as a fact with its evidence.
///
/// Lines and columns are counted from 1, indices and elements from 0, as the files count them.
package enum FileProblem: Error, Equatable, Sendable {
  // The file.
  case missing
  /// The folder that a file is to be written to is not there.
  case noFolder
  case isDirectory
  case noPermission
  /// Another file stands where one is to be written.
  case exists
  /// What the system says, for everything that has no case of its own.
  case system(String)
  /// `bytes` is nil where the data came from a pipe and reading stopped at the limit.
  case tooLarge(bytes: Int?, limit: Int)
  case notUTF8(line: Int)
  case empty

  // A document.
  case toml(line: Int, column: Int, String)
  case unknownKey(String, line: Int)
  case missingKey(String)
  /// `element` is nil where the value as a whole is of the wrong kind.
  case wrongKind(key: String, element: Int?, expected: String, line: Int)
  case countsDiffer(key: String, count: Int, logits: Int, line: Int)
  case indexOutOfRange(key: String, index: Int, count: Int, line: Int)
  case unknownLabel(key: String, String, line: Int)
  case severalClasses(key: String, String, line: Int)
  case notAWeight(key: String, element: Int, Double, line: Int)
  case outOfRange(key: String, Double, line: Int)
  case twoTargets(line: Int)
  case notAChoice(key: String, String, choices: [String], line: Int)
  /// A setting that says in a sentence why it cannot be that.
  case refused(key: String, String, line: Int)

  // A vector.
  case tooManyClasses(Int)
  case notANumber(String, line: Int)
  case noLogits
  case noSuchRow(Int, count: Int)
  case json(line: Int, column: Int, expected: String)
  /// A JSON value that is none of the shapes logits come in.
  case jsonShape
  case numpyHeader(String)
  case numpyKind(String)
  case numpyLength(expected: Int, found: Int)
  case fortranDimensions(Int)

  /// The most classes a document may have.
  package static let classLimit = 100_000
  /// The most bytes read from a file.
  package static let byteLimit = 64 << 20
}
