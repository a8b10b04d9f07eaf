@testable import LogitExplorer

extension ExplorerState {
  /// Presses keys one after the other: single characters, and names in angle brackets.
  @discardableResult
  mutating func type(_ script: String) -> [Effect] {
    var (effects, rest) = ([Effect](), script[...])
    while let first = rest.first {
      var key = String(first)
      if first == "<", let end = rest.firstIndex(of: ">") { key = String(rest[...end]) }
      rest = rest.dropFirst(key.count)
      effects += press(key)
    }
    return effects
  }

  /// The flowers after some keys.
  static func flowers(after script: String = "", lens: Lens = .softmax) -> ExplorerState {
    var state = ExplorerState(lens: lens)
    state.type(script)
    return state
  }

  /// The entry that is open, if one is.
  var entry: Entry? {
    if case .entry(let entry) = mode { return entry }
    return nil
  }

  /// The question that is open, if one is.
  var question: Question? {
    if case .confirm(let question) = mode { return question }
    return nil
  }
}
