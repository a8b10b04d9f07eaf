import TerminalCells
import Testing

@testable import CursesTerminal

@Suite struct SGRTests {
  private func change(
    _ old: Appearance, _ new: Appearance, _ depth: ColorDepth = .full
  ) -> String {
    var bytes: [UInt8] = []
    SGR(new, depth: depth).append(to: &bytes, from: SGR(old, depth: depth))
    return String(decoding: bytes.dropFirst(), as: UTF8.self)
  }

  private let plain = Appearance()

  @Test func `what is added is set, what is too much is taken back or reset, whichever is shorter`()
  {
    #expect(change(plain, Appearance(foreground: 245)) == "[38;5;245m")
    #expect(change(Appearance(foreground: 245), Appearance(foreground: 245, isBold: true)) == "[1m")
    #expect(change(Appearance(foreground: 245), plain) == "[m")
    #expect(
      change(Appearance(isBold: true), Appearance(foreground: 1, isUnderlined: true))
        == "[;4;38;5;1m")
    #expect(change(Appearance(background: 3), Appearance(foreground: 2)) == "[;38;5;2m")
    let (blue, strong) = (Appearance(foreground: 32), Appearance(foreground: 32, isBold: true))
    #expect(change(strong, blue) == "[22m")
    #expect(change(Appearance(foreground: 32, isReversed: true), strong) == "[27;1m")
    #expect(change(Appearance(foreground: 2, background: 4), Appearance(foreground: 2)) == "[49m")
    // Both weights end with the same parameter.
    #expect(change(Appearance(isBold: true, isDim: true), Appearance(isDim: true)) == "[;2m")
  }

  @Test func `its length is that of the sequence, and nothing where nothing changes`() {
    let (bold, blue) = (Appearance(isBold: true), Appearance(foreground: 32))
    for (old, new) in [(plain, bold), (bold, blue), (blue, plain)] {
      let length = SGR(new, depth: .full).length(from: SGR(old, depth: .full))
      #expect(length == 1 + change(old, new).utf8.count)
    }
    #expect(SGR(bold, depth: .full).length(from: SGR(bold, depth: .full)) == 0)
  }

  @Test func `colours come in the form of the terminal's depth`() {
    let look = Appearance(foreground: 11, background: 4)
    #expect(change(plain, look, .sixteen) == "[93;44m")
    #expect(change(plain, Appearance(foreground: 4), .eight) == "[34m")
    #expect(change(plain, Appearance(foreground: 4, isDim: true), .mono) == "[2m")
  }

  @Test func `lines and backgrounds show on blanks, colours and weight do not`() {
    #expect(!SGR(Appearance(foreground: 1, isBold: true), depth: .full).showsOnBlanks)
    for look in [
      Appearance(background: 1), Appearance(isUnderlined: true), Appearance(isReversed: true),
    ] {
      #expect(SGR(look, depth: .full).showsOnBlanks)
    }
  }
}
