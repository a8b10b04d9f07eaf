internal import ArgumentParser
internal import LogitExplorer
internal import LogitFiles
internal import LogitscopeResources
internal import TerminalCells

/// How the document is shown at first.
struct DisplayOptions: ParsableArguments {
  @Option(
    help: "\(words(Lens.self)); softmax, or numerics for a document with an arithmetic of its own.")
  var lens: Lens?

  @Option(help: "\(words(AxisScale.self)): the scale of the probability bars.")
  var axis = AxisScale.linear

  @Option(help: "\(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Keys to press first, such as \"jl<Tab>3<Enter>\".", valueName: "keys"))
  var keys: String?

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no theme “\(quoted(theme))”; there are: \(names).")
    }
  }
}

extension DisplayOptions {
  func keyPresses() throws(BadInput) -> [KeyName] {
    do throws(KeyScriptError) {
      return try KeyName.parse(keys ?? "")
    } catch {
      throw BadInput(visible(error.sentence))
    }
  }

  /// The theme asked for, or the one that suits the terminal's background.
  func theme(environment: [String: String]) -> Theme {
    theme.flatMap { Theme.named($0) } ?? .preferred(colorFGBG: environment["COLORFGBG"])
  }

  /// The explorer as it starts.
  func state(of document: Document, path: String?, isMouseOn: Bool = true) -> ExplorerState {
    var state = ExplorerState(
      document: document, lens: lens, path: path, presets: PresetSummary.all)
    if axis != .linear { _ = state.reduce(.display(.setAxis(axis))) }
    if !isMouseOn { _ = state.reduce(.display(.toggleMouse)) }
    _ = state.showResult(ofCase: document.name)
    if !document.note.isEmpty { _ = state.reduce(.world(.note(document.note))) }
    return state
  }
}

extension PresetSummary {
  /// What the list of documents shows: presets, then the gallery.
  static var all: [PresetSummary] {
    Preset.all.compactMap { PresetSummary($0.name, $0.bytes, "Presets") }
      + GalleryCase.all.compactMap {
        PresetSummary($0.name, $0.bytes, "Gallery of floating-point cases")
      }
  }

  private init?(_ name: String, _ bytes: [UInt8], _ section: String) {
    guard let document = DocumentSummary(toml: String(decoding: bytes, as: UTF8.self)) else {
      return nil
    }
    self.init(name: name, note: document.note, count: document.count, section: section)
  }
}

extension Lens: ExpressibleByArgument {}
extension AxisScale: ExpressibleByArgument {}

private func words<Word: CaseIterable & RawRepresentable>(_ type: Word.Type) -> String
where Word.RawValue == String {
  Word.allCases.map(\.rawValue).joined(separator: ", ")
}
