internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel
internal import LogitscopeResources

extension ExplorerState {
  /// Answers the wish to open a file or preset with the document, or with why not.
  mutating func open(_ effect: Effect) -> [Effect] {
    switch effect {
    case .openFile(let path): return reduce(Action(opening: path))
    case .openPreset(let name):
      do throws(BadInput) {
        return reduce(.world(.opened(try Document(preset: name), path: nil)))
          + showResult(ofCase: name)
      } catch {
        return reduce(.world(.failed(error.sentence)))
      }
    default: return []
    }
  }
}

extension Action {
  /// What comes of opening a file.
  init(opening path: String) {
    do throws(FileProblem) {
      let name = Environment.expanded(path)
      guard !Environment.isTerminal(name) else {
        throw .system("it is a terminal, whose keys are the explorer’s")
      }
      let table = try LogitTable(path: name)
      let document = try table.document().asRow(0, of: table)
      self = .world(
        .opened(
          document, path: path.lowercased().hasSuffix(".toml") ? path : nil,
          rows: try? RowSet(table, temperature: 1)))
    } catch {
      self = .world(.failed(error.sentence(for: path)))
    }
  }
}

extension Action {
  /// What comes of saving.
  init(saving document: Document, to path: String, overwrite: Bool, revision: Int) {
    do throws(FileProblem) {
      try LogitFiles.save(document.toml, to: Environment.expanded(path), overwrite: overwrite)
      self = .world(.saved(path: path, revision: revision))
    } catch {
      switch error {
      case .exists: self = .world(.fileExists(path: path))
      case .stopped:
        self = .world(.stopped("Stopped saving \(shownFile(path)): nothing has changed."))
      default: self = .world(.saveFailed(path: path, error.sentence(for: path)))
      }
    }
  }
}

/// The name of a file, for a line on the screen.
func shownFile(_ path: String) -> String {
  visible(path.split(separator: "/").last.map { String($0) } ?? path)
}

extension ExplorerState {
  /// Shows the result that a case of the gallery is about; other documents have none.
  mutating func showResult(ofCase name: String) -> [Effect] {
    guard let known = GalleryCase.all.first(where: { $0.name == name }),
      let result = Quantity.Kind(rawValue: known.result)
    else { return [] }
    return reduce(.numerics(.setResult(result)))
  }
}
