internal import Glibc

/// The variables the program looks at.
enum Environment {
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    for name in [
      "COLORFGBG", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "XDG_DATA_HOME",
      "XDG_STATE_HOME",
    ] {
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

  /// Where one's own lessons are.
  static var lessonFolder: String? {
    folder("XDG_DATA_HOME", ".local/share").map { $0 + "/logitscope/lessons" }
  }

  /// Where the program notes which lessons were done.
  static var doneLessonsFile: String? {
    folder("XDG_STATE_HOME", ".local/state").map { $0 + "/logitscope/lessons-done" }
  }

  /// A folder of the XDG base directories; relative ones do not count.
  private static func folder(_ name: String, _ standard: String) -> String? {
    if let given = variables[name], given.hasPrefix("/") { return given }
    return variables["HOME"].map { $0 + "/" + standard }
  }

  /// The names of a folder's files with that ending, sorted; none where there is no such folder.
  static func files(in folder: String, ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether reading a file may take longer than a moment: it is large, or a pipe.
  static func mayTakeLong(_ path: String) -> Bool {
    var status = stat()
    guard stat(expanded(path), &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG || status.st_size >= 1 << 20
  }

  /// Whether a path leads to a terminal.
  static func isTerminal(_ path: String) -> Bool {
    var status = stat()
    // A pipe is not opened only to see: whoever waits to write into it would begin.
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes the folders that lead to a file.
  static func makeFolder(ofFile path: String) {
    let parts = path.split(separator: "/").dropLast()
    for count in 1...max(1, parts.count) {
      mkdir("/" + parts.prefix(count).joined(separator: "/"), 0o755)
    }
  }

  /// A path with the home directory for a tilde at its start, as a shell does it.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = variables["HOME"] else { return path }
    return home + path.dropFirst()
  }
}
