internal import LogitKernel

/// A word on the hint line.
package struct Hint: Equatable, Sendable {
  /// In key notation, or plain text such as "0-9".
  package let keys: [String]
  package var word: String
  /// What a click on it does.
  package var action: Action?
  /// Stays when the line is too short for all.
  package var isEssential: Bool
  /// The keys in one word: `↑↓`, `Tab/Enter`.
  package let label: String
  /// The same without arrows.
  package let plainLabel: String

  init(keys: [String], word: String, action: Action? = nil, isEssential: Bool = false) {
    self.keys = keys
    self.word = word
    self.action = action
    self.isEssential = isEssential
    label = Hint.label(of: keys, isASCII: false)
    plainLabel = Hint.label(of: keys, isASCII: true)
  }

  private static func label(of keys: [String], isASCII: Bool) -> String {
    let labels = keys.map { KeyName.label($0, isASCII: isASCII) }
    return labels.joined(separator: labels.contains { $0.count > 1 } ? "/" : "")
  }
}

extension ExplorerState {
  /// What can be done now, the most useful first.
  package var hints: [Hint] {
    switch mode {
    case .browsing: lessonHints ?? browsingHints
    case .field(let field): fieldHints(field)
    case .palette:
      [
        Hint(keys: ["<Enter>"], word: "run", action: .field(.accept()), isEssential: true),
        Hint(keys: ["<Tab>"], word: "complete", action: .lists(.complete)),
        Hint(keys: ["<Up>", "<Down>"], word: "choose"), .back,
      ]
    case .help(let help):
      [
        Hint(keys: ["<Enter>"], word: "run", action: .field(.accept()), isEssential: true),
        Hint(keys: help.isSearching ? [] : ["/"], word: "search", action: .lists(.searchHelp)),
        Hint(keys: ["<Up>", "<Down>"], word: "choose"), .back,
      ].filter { !$0.keys.isEmpty }
    case .open:
      [
        Hint(
          keys: ["<Enter>"], word: "open", action: .field(.accept()), isEssential: true),
        Hint(keys: ["<Up>", "<Down>"], word: "choose"),
        Hint(keys: ["a…z"], word: "search, or type a file's path"), .back,
      ]
    case .lessons:
      [
        Hint(
          keys: ["<Enter>"], word: "begin", action: .field(.accept()), isEssential: true),
        Hint(keys: ["<Up>", "<Down>"], word: "choose"), Hint(keys: ["a…z"], word: "search"), .back,
      ]
    case .confirm(let question):
      question.answers.map {
        Hint(
          keys: [$0.key], word: $0.title, action: .program(.answer($0.key)),
          isEssential: true)
      }
    }
  }

  var browsingHints: [Hint] {
    var hints = Hint.ofLens[lens] ?? []
    if hints.count > Hint.nudgePlace {
      hints[Hint.nudgePlace].word = "±\(DecimalText.shortest(step))"
    }
    if let rows {
      hints.insert(Hint(keys: ["K", "J"], word: "row"), at: Hint.nudgePlace)
      if rows.stream != nil {
        hints.insert(
          Hint(keys: ["Z"], word: "pause", action: .rows(.pause)), at: Hint.nudgePlace + 1)
      }
    }
    guard lens == .numerics else { return hints }
    let place = Hint.partPlace + hints.count - (Hint.ofLens[lens]?.count ?? 0)
    return hints.prefix(place) + (Hint.ofPart[display.numerics.part] ?? [])
      + hints.dropFirst(place)
  }

  private func fieldHints(_ field: Field) -> [Hint] {
    let accept = Hint(
      keys: ["<Enter>"], word: "accept", action: .field(.accept()), isEssential: true)
    var cancel = Hint.back
    cancel.word = "take back"
    guard field.purpose.isOfClass else { return [accept, cancel] }
    return [
      accept, Hint(keys: ["<Tab>"], word: "next row", action: .field(.accept(then: .edit(by: 1)))),
      cancel,
    ]
  }
}

extension Hint {
  fileprivate static let back = Hint(
    keys: ["<Esc>"], word: "back", action: .field(.cancel), isEssential: true)

  /// What each lens offers while browsing, looked up in the commands once.
  fileprivate static let ofLens: [Lens: [Hint]] = Dictionary(
    uniqueKeysWithValues: Lens.allCases.map { ($0, browsing($0)) })

  /// The place of the hint that names the present step.
  fileprivate static let nudgePlace = 1

  /// What each part of the Numerics lens adds, and where.
  fileprivate static let ofPart: [NumericsPart: [Hint]] = Dictionary(
    uniqueKeysWithValues: NumericsPart.allCases.map { ($0, $0.commands.map { hint([$0]) }) })
  fileprivate static let partPlace = 6

  private static func browsing(_ lens: Lens) -> [Hint] {
    let first: [[String]] =
      switch lens {
      case .softmax: [["cool", "heat"], ["target"], ["probability"], ["pin"]]
      case .sigmoid: [["cool", "heat"], ["constant"], ["mask"], ["pin"]]
      case .temperature: [["cool", "heat"], ["temperature"], ["pin"], ["constant"]]
      case .loss: [["target"], ["weight"], ["smoothing"], ["loss"], ["cool", "heat"]]
      case .numerics: [["format"], ["algorithm"], ["part"]]
      }
    return [
      hint(["up", "down"]), hint(["decrease", "increase"]), Hint(keys: ["0-9"], word: "type"),
    ]
      + first.map { hint($0) } + [hint(["undo"]), hint(["next-lens"])]
      + [["palette"], ["help"], ["quit"]].map { hint($0, isEssential: true) }
  }

  private static func hint(_ ids: [String], isEssential: Bool = false) -> Hint {
    let commands = ids.compactMap { Command.byID[$0] }
    return Hint(
      keys: commands.compactMap(\.keys.first), word: commands.first?.hint ?? "",
      action: commands.count == 1 ? commands[0].action : nil, isEssential: isEssential)
  }
}
