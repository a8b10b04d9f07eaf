internal import LogitExplorer
internal import LogitFiles
internal import LogitscopeResources

/// Where lessons come from: the course, one's own folder, and any path.
enum LessonShelf {
  /// A lesson that can be asked for.
  struct Item {
    let name: String
    let isOwn: Bool
    let read: () -> Result<LessonFile, BadInput>
  }

  /// The course, then one's own lessons by name.
  static var items: [Item] { course + own }

  private static var course: [Item] {
    CourseLesson.all.map { known in
      Item(name: known.name, isOwn: false) {
        let toml = String(decoding: known.bytes, as: UTF8.self)
        return result(in: known.name) { () throws(FileProblem) in
          try LessonFile(toml: toml, name: known.name, preset: preset)
        }
      }
    }
  }

  private static var own: [Item] {
    guard let folder = Environment.lessonFolder else { return [] }
    return Environment.files(in: folder, ending: ".toml").map { file in
      let path = folder + "/" + file
      return Item(name: LessonFile.name(ofFile: file), isOwn: true) {
        result(in: path) { () throws(FileProblem) in try LessonFile(path: path, preset: preset) }
      }
    }
  }

  private static func result(
    in name: String, _ read: () throws(FileProblem) -> LessonFile
  ) -> Result<LessonFile, BadInput> {
    do throws(FileProblem) {
      return .success(try read())
    } catch {
      return .failure(BadInput(error, in: name))
    }
  }

  static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".toml") }

  /// The lesson of that name, or in the file of that path.
  static func lesson(_ name: String) throws(BadInput) -> LessonFile {
    if isPath(name) {
      let path = Environment.expanded(name)
      return try result(in: name) { () throws(FileProblem) in
        try LessonFile(path: path, preset: preset)
      }.get()
    }
    let items = items
    guard let item = items.last(where: { $0.name == name }) else {
      let near = nearest(to: name, among: items.map(\.name))
      let words = near.map { "did you mean “\($0)”?" } ?? "logitscope lessons lists them."
      throw BadInput("There is no lesson “\(quoted(name))”; \(words)")
    }
    return try item.read().get()
  }

  static func preset(_ name: String) -> Document? { try? Document(preset: name) }
}

extension LessonShelf {
  static var template: String { String(decoding: CourseLesson.template, as: UTF8.self) }

  /// Where a new lesson goes: the path that was given, or a name's file in one's own folder.
  static func pathOfNew(_ name: String) throws(BadInput) -> String {
    guard !name.contains("/"), !name.hasSuffix(".toml") else { return Environment.expanded(name) }
    let isName =
      !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    guard isName else {
      throw BadInput("“\(quoted(name))” is no name for a lesson: letters, digits and hyphens only.")
    }
    guard let folder = Environment.lessonFolder else {
      throw BadInput(
        "There is no home folder (HOME is not set); give a path, such as ./\(name).toml.")
    }
    return folder + "/" + name.replacing("-", with: "_") + ".toml"
  }

  /// The names of lessons that were done to their end.
  static var done: Set<String> {
    guard let path = Environment.doneLessonsFile,
      let text = try? LogitFiles.textLines(ofFile: path)
    else { return [] }
    return Set(text)
  }

  /// Keeps in mind that a lesson was done; a folder that cannot be written is no reason to complain.
  static func markDone(_ name: String) {
    guard let path = Environment.doneLessonsFile else { return }
    let names = done.union([name]).sorted()
    Environment.makeFolder(ofFile: path)
    try? LogitFiles.save(names.joined(separator: "\n") + "\n", to: path, overwrite: true)
  }
}

extension ExplorerState {
  /// Answers a wish that is about lessons.
  mutating func answerLesson(_ effect: Effect) -> [Effect] {
    switch effect {
    case .openLesson(let name):
      do throws(BadInput) {
        return reduce(.lesson(.begin(try LessonShelf.lesson(name).lesson)))
      } catch {
        return reduce(.world(.failed(error.sentence)))
      }
    case .lessonDone(let name):
      LessonShelf.markDone(name)
      return []
    case .listLessons:
      var (found, failures) = ([LessonSummary](), [String]())
      for item in LessonShelf.items {
        switch item.read() {
        case .success(let file): found.append(LessonSummary(file.lesson))
        case .failure(let problem): failures.append(problem.sentence)
        }
      }
      var effects = reduce(.world(.lessonsFound(found, done: LessonShelf.done)))
      if let first = failures.first { effects += reduce(.world(.failed(first))) }
      return effects
    default: return []
    }
  }
}
