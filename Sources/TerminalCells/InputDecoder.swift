/// Turns the bytes of a terminal's keyboard into events.
///
/// A value without a clock: the same bytes give the same events however they are cut into pieces.
/// Only time can tell an Escape key from the start of a sequence, so the owner waits as long as
/// `patience` says and then calls `flush()`.
///
/// Two Escapes in a row are two Escape keys: `Esc` followed by an arrow key is then never mistaken
/// for the Alt arrow that a few old terminals send in that form.
package struct InputDecoder: Sendable {
  /// How long to wait for the rest before `flush()`.
  package enum Patience: Sendable {
    /// It may be a key on its own.
    case brief
    /// It is the start of something longer.
    case long
  }

  enum Mode { case keys, paste, string }

  /// What the start of the buffer turned out to be.
  enum Step: Equatable {
    case incomplete
    case take(Int, InputEvent?)
    case beginPaste(Int)
    case beginString(Int)
  }

  /// Bytes of one paste that are kept.
  package static let pasteLimit = 1 << 20

  // Sequences of this very terminal, beyond those that all terminals share.
  let extraKeys: [[UInt8]: Key]
  private var mode = Mode.keys
  private var pending: [UInt8] = []
  private var pasted: [UInt8] = []
  private var isPasteTruncated = false

  package init(extraKeys: [[UInt8]: Key] = [:]) {
    self.extraKeys = extraKeys.filter { sequence, _ in
      sequence.first == 0x1B && sequence.count > 1
        && ![[0x1B, 0x5B], [0x1B, 0x4F], [0x1B, 0x1B]].contains(sequence)
    }
  }

  package var patience: Patience? {
    switch mode {
    case .paste, .string: return .long
    case .keys:
      if pending.isEmpty { return nil }
      let isAlone =
        pending == [0x1B] || (pending.count == 2 && InputDecoder.openers.contains(pending[1]))
      return isAlone || extraKeys[pending] != nil ? .brief : .long
    }
  }

  /// Decodes more bytes.
  package mutating func feed(_ bytes: [UInt8]) -> [InputEvent] {
    pending.append(contentsOf: bytes)
    var (events, start) = ([InputEvent](), 0)
    while start < pending.count {
      let step = nextStep(from: start)
      switch step {
      case .incomplete:
        pending.removeFirst(start)
        return events
      case .take(let count, let event):
        start += count
        if mode != .keys, event != nil || mode == .string { mode = .keys }
        if let event { events.append(event) }
      case .beginPaste(let count):
        start += count
        mode = .paste
      case .beginString(let count):
        start += count
        mode = .string
      }
    }
    pending.removeAll(keepingCapacity: pending.count < 4096)
    return events
  }

  /// Gives up waiting: what is pending is a key on its own, or the end of a paste, or is dropped.
  package mutating func flush() -> [InputEvent] {
    defer {
      pending = []
      mode = .keys
    }
    switch mode {
    case .string: return []
    case .paste:
      keepPasted(pending[...])
      return [finishedPaste()]
    case .keys:
      if let key = extraKeys[pending] { return [.key(key)] }
      if pending == [0x1B] { return [.key(Key(.escape))] }
      guard pending.count == 2, pending[0] == 0x1B, pending[1] < 0x80 else { return [] }
      return [.key(Key(Character(Unicode.Scalar(pending[1])), .alt))]
    }
  }

  private mutating func nextStep(from start: Int) -> Step {
    switch mode {
    case .keys: return keyStep(pending[start...])
    case .string: return stringStep(pending[start...])
    case .paste: return pasteStep(pending[start...])
    }
  }

  // MARK: Pastes

  private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Collects bytes up to the end mark, whatever they are.
  private mutating func pasteStep(_ bytes: ArraySlice<UInt8>) -> Step {
    var search = bytes
    while let escape = search.firstIndex(of: 0x1B) {
      let tail = bytes[escape...].prefix(InputDecoder.pasteEnd.count)
      if tail.elementsEqual(InputDecoder.pasteEnd) {
        keepPasted(bytes[..<escape])
        return .take(escape - bytes.startIndex + tail.count, finishedPaste())
      }
      if InputDecoder.pasteEnd.starts(with: tail) {  // the end mark's start, at the very end
        keepPasted(bytes[..<escape])
        return escape == bytes.startIndex ? .incomplete : .take(escape - bytes.startIndex, nil)
      }
      search = bytes[(escape + 1)...]
    }
    keepPasted(bytes)
    return .take(bytes.count, nil)
  }

  private mutating func keepPasted(_ bytes: ArraySlice<UInt8>) {
    let room = InputDecoder.pasteLimit - pasted.count
    if bytes.count > room { isPasteTruncated = true }
    pasted.append(contentsOf: bytes.prefix(room))
  }

  private mutating func finishedPaste() -> InputEvent {
    defer {
      pasted = []
      isPasteTruncated = false
    }
    var bytes = pasted
    if isPasteTruncated {  // not in the middle of a scalar
      while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
      if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
    return .paste(InputDecoder.withLineFeeds(bytes), isTruncated: isPasteTruncated)
  }

  /// Terminals send line ends as carriage returns.
  private static func withLineFeeds(_ bytes: [UInt8]) -> String {
    guard bytes.contains(0x0D) else { return String(decoding: bytes, as: UTF8.self) }
    var (text, previous) = ([UInt8](), 0 as UInt8)
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        text.append(byte)
      }
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }
}
