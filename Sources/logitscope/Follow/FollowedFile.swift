internal import Glibc

/// A file that is followed by its name: read on as it grows, from its start again where it was cut
/// short, and as another once it was replaced.
///
/// The system tells of everything that may have happened; nothing is looked at without that.
struct FollowedFile {
  private let path: String
  /// Becomes readable when something may have happened.
  let notices: Int32
  private(set) var descriptor: Int32 = -1
  /// The watches of the file, of the link to it, and of the folder while there is no file.
  private var watches: [Int32] = []
  private var folderWatch: Int32?

  private static let changes = UInt32(IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF)

  /// What was found when something had happened.
  enum Change {
    case none
    /// The same file is shorter than what was read of it.
    case shortened
    /// Another file has the name.
    case replaced
    /// No file has the name any more.
    case gone
  }

  /// Takes over a file that is open; `nil` where it cannot be watched.
  init?(_ opened: Int32, path: String) {
    self.path = path
    notices = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard notices >= 0, follow(opened) else {
      if notices >= 0 { close(notices) }
      return nil
    }
  }

  private mutating func follow(_ opened: Int32) -> Bool {
    for watch in watches { inotify_rm_watch(notices, watch) }
    if descriptor >= 0 { close(descriptor) }
    descriptor = opened
    // By the open file, as the name may lead to another by now.
    let own = inotify_add_watch(notices, "/proc/self/fd/\(opened)", Self.changes)
    let link = inotify_add_watch(notices, path, Self.changes | UInt32(IN_DONT_FOLLOW))
    watches = [own, link].filter { $0 >= 0 }
    return own >= 0
  }

  /// Forgets what the system has told so far; to be called before looking.
  func empty() {
    var block = [UInt8](repeating: 0, count: 4096)
    while Glibc.read(notices, &block, block.count) > 0 {}
  }

  /// Looks what has become of the file, once it was read to its end; goes over to a new one.
  mutating func look() -> Change {
    var (mine, named) = (stat(), stat())
    guard fstat(descriptor, &mine) == 0 else { return .none }
    if mine.st_size < lseek(descriptor, 0, SEEK_CUR) {
      lseek(descriptor, 0, SEEK_SET)
      return .shortened
    }
    if stat(path, &named) == 0, named.st_ino == mine.st_ino, named.st_dev == mine.st_dev {
      return .none
    }
    let isKnown = folderWatch != nil
    watchFolder()
    guard let new = openRegular(), follow(new) else { return isKnown ? .none : .gone }
    if let folderWatch { inotify_rm_watch(notices, folderWatch) }
    folderWatch = nil
    return .replaced
  }

  /// Before the name is looked up again, so that no file is missed that takes it meanwhile.
  private mutating func watchFolder() {
    guard folderWatch == nil else { return }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let watch = inotify_add_watch(notices, folder, UInt32(IN_CREATE | IN_MOVED_TO | IN_ATTRIB))
    folderWatch = watch >= 0 ? watch : nil
  }

  /// The file of the name; a pipe or a folder is none, and neither is one that may not be read.
  private func openRegular() -> Int32? {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard opened >= 0 else { return nil }
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      return nil
    }
    return opened
  }
}
