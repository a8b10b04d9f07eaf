import LogitExplorer
import TerminalCells

/// What the golden frames show.
enum FrameCases {
  /// A name for the file and the document.
  static let documents: [(name: String, document: Document)] = [
    ("empty", Document(name: "empty", logits: [])),
    ("one", Document(name: "one", labels: ["alone"], logits: [-0.5])),
    ("three", .flowers),
    (
      "fifty",
      Document(
        name: "fifty", logits: (0..<50).map { Double(($0 * 37) % 50) / 5 - 4 }, target: .index(7))
    ),
    (
      "infinite", Document(name: "infinite", logits: [.infinity, 1, -.infinity], target: .index(1))
    ),
    ("nan", Document(name: "nan", logits: [1, .nan, 3])),
    ("huge", Document(name: "huge", logits: [1e308, -1e308, 0], temperature: 0.5)),
    (
      "wide",
      Document(
        name: "wide", labels: ["日本語のラベル", "e\u{301}te\u{301}", "\u{1B}[31mred", "🙂 smile"],
        logits: [3, -2, 1.5, 0], isMasked: [false, false, true, false],
        target: .weights([0.5, 0.25, 0, 0.25]))
    ),
  ]
}
