import LogitKernel
import TerminalCells
import Testing

@testable import LogitExplorer
@testable import LogitViews

/// Screens on which p is covered, in every lens.
@Suite struct CoveredFrameTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 40, height: 12), Size(width: 200, height: 60),
  ]
  /// Numbers that no axis and no logit has.
  private static let document = Document(
    name: "distinctive", labels: ["ant", "bee", "cow"], logits: [2.37, 1.19, -0.43],
    temperature: 1.7, target: .index(1))

  private func screens(
    _ lens: Lens, _ document: Document = document, keys: String = ""
  ) -> [(ExplorerState, Size)] {
    var state = ExplorerState(document: document, lens: lens)
    for key in (try? KeyName.parse(keys)) ?? [] { _ = state.press(key.notation) }
    return Self.sizes.map { size in
      var sized = state
      sized.adopt(Layout(sized, size: size))
      return (sized, size)
    }
  }

  private func text(_ state: ExplorerState, _ size: Size, _ glyphs: GlyphLevel) -> String {
    frame(state, size: size, glyphs: glyphs).grid.text
  }

  /// What the screen says of p and all that follows from it, while nothing is covered.
  private func secrets(_ state: ExplorerState) -> Set<String> {
    var open = state
    _ = open.reduce(.display(.uncover(Set(Cover.allCases))))
    var texts: [String] = []
    let all =
      [open.numbers.present] + open.numbers.temperatures
      + [open.numbers.baseline].compactMap(\.self)
    for numbers in all {
      // The gradient of the margin is 1/T.
      for kind in Cover.probability.kinds where kind != .marginGradient {
        for index in open.document.logits.indices {
          let quantity = kind.quantity(
            in: open.document, selection: index,
            baseline: open.baseline?.row)
          texts += [numbers.shown(quantity), numbers.exactly(quantity)].map(open.plainText)
          texts.append(open.columnTexts([numbers.shown(quantity)], width: 10)[0])
        }
      }
      texts += open.document.logits.indices.map { open.plainText(numbers.exponential(at: $0)) }
      texts.append(open.plainText(numbers.sumOfExponentials(shifted: false)))
    }
    if let change = open.numbers.change(at: 0, from: 0) {
      texts += [change.probability, change.entropy].map(open.plainText)
    }
    // A short number may be a tick or a logit too.
    return Set(
      texts.map { $0.filter { $0 != " " && $0 != "-" } }.filter {
        $0.count >= 5 && !$0.hasPrefix("0x0.0")
      })
  }

  private func expectNothingIsTold(_ lens: Lens, keys: String, _ document: Document = document) {
    for (state, size) in screens(lens, document, keys: keys + "P") {
      let secrets = secrets(state)
      #expect(secrets.count > 10)
      for glyphs in [GlyphLevel.blocks, .ascii] {
        let shown = text(state, size, glyphs)
        let told = secrets.filter { shown.contains($0) }
        #expect(told.isEmpty, "\(lens) \(size) after \(keys) tells \(told):\n\(shown)")
        let isOfLogitsAlone = lens == .sigmoid && (size.width < 200 || state.display.isProjector)
        #expect(
          isOfLogitsAlone || shown.contains(glyphs == .ascii ? "###" : "▒▒▒") || size.width < 50)
      }
    }
  }

  @Test(
    arguments: Lens.allCases, ["", "(((", "))))", "X", "z", "b<Right><Right>", "x", "xx", "<Down>"])
  func `no screen tells what is covered`(lens: Lens, keys: String) {
    expectNothingIsTold(lens, keys: keys)
  }

  @Test(
    arguments: Lens.allCases,
    [
      "v", "vvv", "f", "fv", "vvvb<Right>", "<Down>v", "<Down>vv", "<Down>vvvv", "v;", "v;;;",
      "fv;;;;",
    ])
  func `nor where the numbers are computed`(lens: Lens, keys: String) {
    expectNothingIsTold(lens, keys: keys)
  }

  @Test(arguments: Lens.allCases)
  func `nor with a soft target, a limit or a masked class`(lens: Lens) {
    var document = Self.document
    document.target = .weights([0.25, 0.75, 0])
    expectNothingIsTold(lens, keys: "", document)
    document.temperature = -0.7
    expectNothingIsTold(lens, keys: "", document)
    document.logits = Logits([812.37, 810.19, 809.43])
    document.temperature = 1
    expectNothingIsTold(lens, keys: "", document)
  }

  /// Numbers with three decimals are results: none is left but 1/T.
  @Test(arguments: [Lens.softmax, .temperature, .loss])
  func `no result of any kind is left`(lens: Lens) {
    for (state, size) in screens(lens, keys: "b<Right>P") where size.width < 100 {
      let shown = text(state, size, .blocks)
      let results = shown.matches(of: /\d+\.\d{3,}/).map { String($0.0) }
      #expect(results.allSatisfy { $0 == "0.5882" }, "\(shown)")
    }
  }

  @Test(arguments: Lens.allCases)
  func `what is revealed is the screen that was there before`(lens: Lens) {
    for (keys, others) in [
      ("", "PP"), ("b<Right>", "b<Right>PP"), ("z", "PzP"), ("v", "Pv:reveal<Enter>"),
    ] {
      let pairs = zip(screens(lens, keys: keys + "<C-g>"), screens(lens, keys: others + "<C-g>"))
      for ((before, size), (after, _)) in pairs {
        #expect(
          frame(before, size: size, glyphs: .blocks).grid
            == frame(after, size: size, glyphs: .blocks).grid)
      }
    }
  }

  @Test(arguments: [Lens.softmax, .sigmoid, .temperature, .loss])
  func `nothing but what is covered looks different in the table and the readout`(lens: Lens) {
    for ((open, size), (covered, _)) in zip(
      screens(lens, keys: "<C-g>"), screens(lens, keys: "P<C-g>"))
    where size.width < 200 {
      let layout = Layout(open, size: size)
      #expect(Layout(covered, size: size).table == layout.table)
      #expect(Layout(covered, size: size).readout == layout.readout)
      let (a, b) = (
        frame(open, size: size, glyphs: .blocks).grid,
        frame(covered, size: size, glyphs: .blocks).grid
      )
      for row in [layout.table.area, layout.readout].flatMap({ Array($0.row..<$0.endRow) }) {
        for column in 0..<size.width {
          let (before, after) = (a[row, column].glyph.text, b[row, column].glyph.text)
          #expect(
            before == after || ["▒", "░"].contains(after) || (before == "−" && after == " "),
            "\(lens) \(row) \(column)\n\(b.text)")
        }
      }
    }
  }

  @Test func `a bar that is covered is no handle`() throws {
    for (keys, isFree) in [("", true), ("P", false)] {
      let (state, size) = screens(.softmax, keys: keys)[0]
      let layout = Layout(state, size: size)
      let bar = try #require(layout.table.lensBar)
      let event = MouseEvent(.press, .left, at: Point(row: bar.row + 1, column: bar.column + 3))
      let (action, drag) = pointerAction(event, drag: nil, state, layout, glyphs: .blocks)
      #expect(action == .selection(.select(0)) && (drag != nil) == isFree)
    }
  }

  @Test func `with sigmoid covered p stays in sight, and the other way round`() {
    let (softmax, size) = screens(.softmax, keys: ":hide<Space>sigmoid<Enter>")[0]
    #expect(!text(softmax, size, .blocks).contains("▒"))
    let (sigmoid, _) = screens(.sigmoid, keys: ":hide<Space>sigmoid<Enter>")[0]
    let shown = text(sigmoid, size, .blocks)
    #expect(shown.contains("▒▒▒▒▒▒▒▒  ░░░") && shown.contains("covered"))
    #expect(shown.contains("Σp 1") && !shown.contains("not 1"))
  }

  @Test func `the loss is covered in its bar and on its curve, the gradient in its bar`() {
    let (loss, size) = screens(.loss, keys: ":hide<Space>loss<Enter>")[0]
    let lines = text(loss, size, .blocks).split(separator: "\n")
    #expect(lines.contains { $0.contains("loss  ░░░") })
    #expect(lines.contains { $0.contains("covered") && $0.contains("│") })
    let (gradient, _) = screens(.loss, keys: ":hide<Space>gradient<Enter>")[0]
    let shown = text(gradient, size, .blocks)
    #expect(shown.contains("slope ▒▒▒") && shown.contains("░░░") && !shown.contains("covered "))
  }
}
