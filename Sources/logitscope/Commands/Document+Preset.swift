internal import LogitExplorer
internal import LogitFiles
internal import LogitscopeResources

extension Document {
  /// The preset or the case of the gallery of this name.
  init(preset name: String) throws(BadInput) {
    let preset = Preset.all.first { $0.name == name }?.bytes
    guard let bytes = preset ?? GalleryCase.all.first(where: { $0.name == name })?.bytes else {
      let names = Preset.all.map(\.name).joined(separator: ", ")
      throw BadInput(
        "There is no preset “\(quoted(name))”; there are: \(names), and those that "
          + "logitscope gallery lists.")
    }
    do throws(FileProblem) {
      try self.init(bytes: bytes, ending: "toml", name: name)
    } catch {
      throw BadInput(error, in: "the preset \(name)")
    }
  }
}
