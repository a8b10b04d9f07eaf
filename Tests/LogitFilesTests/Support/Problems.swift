import LogitFiles
import Testing

/// The sentence for what a reading throws; nil where it succeeds.
func sentence(
  for name: String = "x", _ read: () throws(FileProblem) -> Void
) -> String? {
  do throws(FileProblem) {
    try read()
    return nil
  } catch {
    return error.sentence(for: name)
  }
}
