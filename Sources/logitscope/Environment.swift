internal import Glibc

/// The variables the program looks at.
enum Environment {
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    for name in ["COLORFGBG", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"] {
      variables[name] = getenv(name).map { String(cString: $0) }
    }
    return variables
  }

  /// Whether text goes out as UTF-8.
  static func isUnicode(_ variables: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variables[$0] }
    let codeset = names.first { !$0.isEmpty }?.uppercased() ?? "C"
    return codeset.contains("UTF-8") || codeset.contains("UTF8")
  }

  /// A path with the home directory for a tilde at its start, as a shell does it.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = variables["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
