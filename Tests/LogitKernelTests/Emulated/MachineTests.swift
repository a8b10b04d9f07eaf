import TestSupport
import Testing

@testable import LogitKernel

@Suite struct MachineTests {
  @Test func `a million pairs of Float are added and multiplied as hardware does it`() {
    var random = SeededBits(state: 32)
    let machine = Machine(.binary32)
    for _ in 0..<rounds(of: 1_000_000) {
      let bits = random.next()
      let a = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      let b = near(a, UInt32(truncatingIfNeeded: bits >> 32), bits & 3)
      let (x, y) = (Double(a), Double(b))
      let isSame =
        same(machine.add(x, y).value, a + b) && same(machine.subtract(x, y).value, a - b)
        && same(machine.multiply(x, y).value, a * b) && same(machine.divide(x, y).value, a / b)
      if !isSame { Issue.record("\(a) and \(b)") }
    }
  }

  /// The second operand: anything, or of a magnitude at which the results are interesting.
  private func near(_ a: Float, _ bits: UInt32, _ choice: UInt64) -> Float {
    switch choice {
    case 0: Float(bitPattern: bits)
    case 1: Float(bitPattern: a.bitPattern ^ (bits & 0x83ff_ffff))
    case 2: Float(bitPattern: bits & 0x80ff_ffff)
    default: Float(bitPattern: (bits & 0x807f_ffff) | 0x3f00_0000)
    }
  }

  private func same(_ value: Double, _ hardware: Float) -> Bool {
    value.bitPattern == Double(hardware).bitPattern || (value.isNaN && hardware.isNaN)
  }

  @Test func `a million pairs of Float16 are computed as hardware does it`() {
    var random = SeededBits(state: 16)
    let machine = Machine(.binary16)
    for _ in 0..<rounds(of: 1_000_000) {
      let bits = random.next()
      let a = Float16(bitPattern: UInt16(truncatingIfNeeded: bits))
      let b = Float16(bitPattern: UInt16(truncatingIfNeeded: bits >> 16))
      let (x, y) = (Double(a), Double(b))
      let isSame =
        same(machine.add(x, y).value, a + b) && same(machine.subtract(x, y).value, a - b)
        && same(machine.multiply(x, y).value, a * b) && same(machine.divide(x, y).value, a / b)
      if !isSame { Issue.record("\(a) and \(b)") }
    }
  }

  private func same(_ value: Double, _ hardware: Float16) -> Bool {
    value.bitPattern == Double(hardware).bitPattern || (value.isNaN && hardware.isNaN)
  }

  @Test(arguments: NumberFormat.all)
  func `the short cut through Double changes no bit of an exponential or logarithm`(
    format: NumberFormat
  ) {
    var random = SeededBits(state: 9)
    let machine = Machine(format)
    for _ in 0..<3000 {
      let value = format.round(Double.random(in: -120...90, using: &random))
      let positive = format.round(Double.random(in: 0...3, using: &random))
      #expect(machine.exp(value).value == format.exp(value) || format.exp(value).isNaN)
      #expect(machine.log(positive).value.bitPattern == format.log(positive).bitPattern)
      #expect(machine.log(onePlus: positive).value == format.log(onePlus: positive))
    }
  }

  @Test func `what underflows keeps its sign, in every format`() {
    for name in ["binary32", "binary64", "e3m40", "e9m10"] {
      guard var format = NumberFormat.named(name) else { continue }
      format.flushesSubnormals = true
      let machine = Machine(format)
      let small = format.leastNormal
      let cells = [
        machine.subtract(small, 1.5 * small), machine.multiply(-small, 0.25),
        machine.divide(-small, 4), machine.log(onePlus: -small / 2), machine.input(-small / 2),
      ]
      #expect(cells.allSatisfy { $0.value == 0 && $0.value.sign == .minus }, "\(name)")
    }
  }

  @Test func `nothing is rounded twice on the way to a narrow format`() {
    let brain = Machine(.bfloat16, others: [.binary64])
    #expect(brain.input(1 + 0x1p-8 + 0x1p-40).value == 1 + 0x1p-7)
    #expect(brain.add(1, 0x1p-8 + 0x1p-40).value == 1 + 0x1p-7)
    #expect(Machine(.bfloat16, others: [.binary64]).add(1, 0x1p-8).value == 1)
    // In Double this sum is a tie of binary16, of which the true one is above.
    let half = Machine(.binary16, others: [.binary64])
    #expect(half.add(1 + 0x1p-11, 0x1p-70).value == 1 + 0x1p-10)
    #expect(half.divide(1 + 0x1p-11, 1 - 0x1p-53).value == 1 + 0x1p-10)
    // The same where both formats are short: terms of binary32 added up in bfloat16.
    let adder = Machine(.bfloat16, others: [.binary32])
    #expect(adder.add(1 + 0x1p-8, 0x1p-60).value == 1 + 0x1p-7)
    #expect(adder.subtract(1 + 0x1.8p-7, 0x1p-60).value == 1 + 0x1p-7)
  }

  @Test func `a format of one's own with the fields of a named one computes the same`() {
    var random = SeededBits(state: 3)
    for (own, named) in [
      ("e5m10", NumberFormat.binary16), ("e8m23", .binary32), ("e8m7", .bfloat16),
    ] {
      guard let format = NumberFormat.named(own) else { continue }
      let (one, other) = (Machine(format), Machine(named))
      for _ in 0..<2000 {
        let a = named.round(Double.random(in: -20...20, using: &random))
        let b = named.round(Double.random(in: -20...20, using: &random))
        #expect(one.add(a, b).value == other.add(a, b).value)
        #expect(one.divide(a, b).value == other.divide(a, b).value)
        #expect(one.exp(a).value == other.exp(a).value)
      }
    }
  }

  @Test func `each event is recognised where it happens`() {
    let half = Machine(.binary16)
    #expect(half.exp(12).event == .overflow)
    #expect(half.add(40_000, 40_000).event == .overflow)
    #expect(half.input(1e6).event == .overflow)
    #expect(half.exp(-18).event == .underflow)
    #expect(half.exp(-3000).event == .underflow)
    #expect(half.exp(-12).event == .subnormal)
    #expect(half.multiply(0x1p-14, 0x1p-14).event == .underflow)
    #expect(half.add(2048, 1).event == .absorbed)
    #expect(half.subtract(-4096, 1).event == .absorbed)
    #expect(half.subtract(1000, 999.5, watching: true).event == .cancelled)
    #expect(half.subtract(1, 1, watching: true).event == .cancelled)
    #expect(half.log(0).event == .pole)
    #expect(half.divide(1, 0).event == .pole)
    #expect(half.divide(0, 0).event == .invalid)
    #expect(half.subtract(.infinity, .infinity).event == .invalid)
    #expect(half.multiply(0, .infinity).event == .invalid)
    #expect(half.log(-1).event == .invalid)
  }

  @Test func `what is exact or merely passed on is no event`() {
    let half = Machine(.binary16)
    let cells = [
      half.exp(-.infinity), half.exp(.infinity), half.exp(0), half.log(1), half.add(1, 1),
      half.add(.infinity, 1), half.add(.nan, 1), half.divide(1, .infinity), half.multiply(0, 5),
      half.subtract(2, 1), half.subtract(1, 1), half.add(0, 5), half.input(.nan), half.divide(1, 3),
      half.input(-.infinity), half.log(.infinity), half.divide(.infinity, 3),
    ]
    #expect(cells.allSatisfy { $0.event == nil }, "\(cells.filter { $0.event != nil })")
  }

  @Test func `a format without infinities overflows to NaN, or to its greatest value`() {
    let plain = Machine(.e4m3)
    #expect(plain.exp(7).event == .overflow && plain.exp(7).value.isNaN)
    #expect(plain.log(0).event == .pole && plain.log(0).value.isNaN)
    #expect(plain.input(-.infinity).event == .overflow)
    var format = NumberFormat.e4m3
    format.saturates = true
    let saturating = Machine(format)
    #expect(saturating.exp(7).event == .overflow && saturating.exp(7).value == 448)
    #expect(saturating.input(450).event == nil && saturating.input(450).value == 448)
    #expect(saturating.input(-.infinity).value == -448)
  }

  @Test func `flushing replaces subnormal results and says so`() {
    var format = NumberFormat.binary32
    format.flushesSubnormals = true
    let machine = Machine(format)
    #expect(machine.exp(-90).event == .flushed && machine.exp(-90).value == 0)
    #expect(machine.exp(-200).event == .underflow)
    #expect(machine.subtract(0x1.8p-126, 0x1p-126).event == .flushed)
    #expect(machine.exp(-87).event == nil && machine.exp(-87).value > 0)
  }
}
