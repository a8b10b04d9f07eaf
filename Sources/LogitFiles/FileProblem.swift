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
  /// There is already a file at the path to be written.
  case exists
  /// What the system says, for everything that has no case of its own.
  case system(String)
  /// `bytes` is nil where the data came from a pipe and reading stopped at the limit.
  case tooLarge(bytes: Int?, limit: Int)
  /// A file that had more bytes when it was opened.
  case shortened
  /// Nobody wants to know any more what is in it.
  case stopped
  case notUTF8(line: Int)
  case empty

  // A document.
  case toml(line: Int, column: Int, String)
  case unknownKey(String, line: Int?)
  case missingKey(String)
  /// `element` is nil where the value as a whole is of the wrong kind.
  case wrongKind(key: String, element: Int?, expected: String, line: Int?)
  case countsDiffer(key: String, count: Int, logits: Int, line: Int?)
  case indexOutOfRange(key: String, index: Int, count: Int, line: Int?)
  case unknownLabel(key: String, String, line: Int?)
  case severalClasses(key: String, String, line: Int?)
  case notAWeight(key: String, element: Int, Double, line: Int?)
  case outOfRange(key: String, Double, line: Int?)
  case twoTargets(line: Int?)
  case notAChoice(key: String, String, choices: [String], line: Int?)
  /// A setting that says in a sentence why it cannot be that.
  case refused(key: String, String, line: Int?)

  // A vector.
  /// So many classes of which one row would take more memory than there is.
  case tooManyClasses(Int, memory: Int)
  /// More numbers in brackets than are read; reading stopped at the limit.
  case tooManyNumbers(limit: Int)
  case notANumber(String, line: Int?)
  case noLogits
  case noSuchRow(Int, count: Int)
  case json(line: Int, column: Int, expected: String)
  /// A key of a JSON object that is there twice.
  case repeatedKey(String, line: Int, column: Int)
  /// A JSON value that is none of the shapes logits come in.
  case jsonShape
  /// An answer with the tokens that were chosen and no others.
  case chosenTokens
  /// An element of a JSON list that is no number, with what it is.
  case jsonElement(Int, String)
  /// A line of several with what is wrong in it, in words.
  case inLine(Int, String)
  /// What a program printed in place of numbers that it left out.
  case elided(line: Int?)
  /// A line of another length than the first.
  case ragged(count: Int, expected: Int, line: Int?)
  /// Two numbers, or one with a decimal comma.
  case decimalOrPair(String, line: Int?)
  /// Several numbers, or one with commas between thousands.
  case thousandsOrList(String, line: Int?)
  case notAProbability(Double, name: String)
  /// A file of a kind that is not read, and what to do about it.
  case unreadable(String)
  case numpyHeader(String)
  case numpyKind(String)
  case numpyLength(expected: Int, found: Int)
  case fortranDimensions(Int)
  /// An array of none, or of more dimensions than rows of logits come in.
  case dimensions(Int)

  // Targets of rows.
  case targetsDiffer(count: Int, rows: Int)
  /// A target that is neither an index nor a label, with what it is.
  case notAnIndex(element: Int, String)
  /// A target that is no class of its row.
  case notAClass(String, element: Int?, line: Int?, classes: Int)
}
