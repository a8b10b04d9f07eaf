import Testing

@testable import TerminalCells

@Suite struct PaletteTests {
  let palette = Palette(theme: .dark, depth: .full)

  @Test func `a style adds its attributes to those of the role`() {
    let look = palette.appearance(of: Style(.title).underlined.reversed)
    #expect(look == Appearance(isBold: true, isUnderlined: true, isReversed: true))
    #expect(palette.appearance(of: .series(0)).foreground == 32)
  }

  @Test func `reversing what is reversed shows it plain`() {
    let mono = Palette(theme: .dark, depth: .mono)
    #expect(mono.appearance(of: .selected) == Appearance(isReversed: true))
    #expect(mono.appearance(of: Style.selected.reversed) == Appearance())
  }
}
