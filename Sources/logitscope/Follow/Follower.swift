internal import Glibc
internal import LogitExplorer
internal import LogitFiles

/// Lines of a file, a pipe or standard input as they are written, each a row of logits.
///
/// It sleeps until the system says that there is more: a pipe by itself, a file by its notices.
struct Follower {
  /// What is read where that is a pipe.
  private let pipe: Int32
  /// What is read where that is a file; `nil` for a pipe.
  private var followed: FollowedFile?
  /// What the file is called in a sentence.
  private let name: String
  /// The beginning of a line whose end has not come yet.
  private var rest: [UInt8] = []
  private var lineCount = 0

  /// A line that is longer is no row.
  private static let lineLimit = 256 << 20

  /// What has come since it was asked last.
  struct News {
    var rows: [TableRow] = []
    var unreadable = 0
    /// What was wrong with the last unreadable line.
    var problem = ""
    /// What has become of the file, in words.
    var remarks: [String] = []
    /// Whether there is more to be read at once.
    var isPart = false
    /// Whether no more will come.
    var isEnd = false

    var isEmpty: Bool { rows.isEmpty && unreadable == 0 }
  }

  init(path: String) throws(BadInput) {
    name = shownFile(path)
    guard path != "-" else {
      // The keyboard is read from the terminal.
      pipe = 0
      return
    }
    let opened = open(Environment.expanded(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard opened >= 0 else { throw BadInput("“\(quoted(path))” cannot be opened: \(reason()).") }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      throw BadInput("“\(quoted(path))” is a folder; a file of lines was expected.")
    }
    pipe = opened
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    followed = FollowedFile(opened, path: Environment.expanded(path))
    guard followed != nil else {
      throw BadInput("“\(quoted(path))” cannot be watched: \(reason()).")
    }
  }

  private var file: Int32 { followed?.descriptor ?? pipe }

  /// What becomes readable when there is more.
  var descriptor: Int32 { followed?.notices ?? pipe }

  /// Reads what is there, without waiting.
  mutating func read() -> News {
    followed?.empty()
    var news = News()
    // Not without end: a program that writes without pause must not keep keys from being answered.
    for _ in 0..<8 {
      guard readBlocks(&news) else {
        news.isPart = true
        return news
      }
      guard let change = followed?.look(), change != .none else { break }
      take(change, &news)
      if change == .gone { break }
    }
    if news.isEnd, !rest.isEmpty { readLine(&news) }
    return news
  }

  /// Returns whether all that is there has been read.
  private mutating func readBlocks(_ news: inout News) -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    for _ in 0..<64 {
      guard hasMore else { return true }
      let count = Glibc.read(file, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        news.isEnd = followed == nil && (count == 0 || errno != EAGAIN)
        return true
      }
      take(block[..<count], &news)
    }
    return false
  }

  /// Says what has become of the file.
  ///
  /// A line whose end has not come will not get one any more.
  private mutating func take(_ change: FollowedFile.Change, _ news: inout News) {
    switch change {
    case .none: return
    case .gone:
      news.remarks.append("\(name) is gone; waiting for a new file of that name.")
      return
    case .shortened: news.remarks.append("\(name) was cut short; reading it from its start.")
    case .replaced: news.remarks.append("\(name) was replaced; following the new file.")
    }
    if !rest.isEmpty { readLine(&news) }
    lineCount = 0
  }

  /// Reads what a file holds, or all that comes from a pipe.
  mutating func readToEnd() -> News {
    var all = News()
    repeat {
      var watched = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      if followed == nil { poll(&watched, 1, -1) }
      let news = read()
      if news.isEmpty, followed != nil { break }
      all.rows += news.rows
      all.unreadable += news.unreadable
      if news.unreadable > 0 { all.problem = news.problem }
      all.isEnd = news.isEnd
    } while !all.isEnd
    // Nobody waits for the end of the last line.
    if !rest.isEmpty { readLine(&all) }
    return all
  }

  /// Whether reading would not wait.
  private var hasMore: Bool {
    var watched = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, _ news: inout News) {
    var bytes = bytes
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      rest += bytes[..<end]
      bytes = bytes[(end + 1)...]
      readLine(&news)
    }
    rest += bytes
    guard rest.count > Follower.lineLimit else { return }
    rest = []
    note("line \(lineCount + 1) is longer than 256 MB", &news)
  }

  private mutating func readLine(_ news: inout News) {
    defer { rest.removeAll(keepingCapacity: rest.count < 1 << 20) }
    lineCount += 1
    guard rest.contains(where: { $0 > 32 }) else { return }
    do throws(FileProblem) {
      news.rows.append(try TableRow(line: rest[...]))
    } catch {
      // It is one line: of that which says where, only the column is of use.
      let sentence = error.sentence(for: "line \(lineCount)")
      note(sentence.replacing(", line 1:", with: ":", maxReplacements: 1), &news)
    }
  }

  private func note(_ problem: String, _ news: inout News) {
    news.unreadable += 1
    news.problem = problem
  }
}

private func reason() -> String { String(cString: strerror(errno)).lowercased() }
