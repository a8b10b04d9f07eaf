package import TerminalCells

/// How many colours a terminal has.
package enum ColorDepth: Sendable { case mono, eight, sixteen, full }

/// How a style looks: colours by the terminal's numbers, `nil` for its own.
package struct Appearance: Hashable, Sendable {
  package var foreground: Int?
  package var background: Int?
  package var isBold = false
  package var isDim = false
  package var isUnderlined = false
  package var isReversed = false
}

package struct Theme: Sendable {
  package let appearance: @Sendable (Style, ColorDepth) -> Appearance
  func appearance(of style: Style, depth: ColorDepth) -> Appearance { appearance(style, depth) }
}
