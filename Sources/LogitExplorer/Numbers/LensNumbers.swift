package import LogitKernel

/// Everything that the present lens shows of the document: the screen asks here and computes nothing.
///
/// It is made when the document or what is asked of it changes, and not again. A row keeps its sums,
/// so that moving the selection costs nothing at a hundred thousand logits; numbers of single classes
/// are read for the rows on the screen only.
///
/// A value: nothing in it changes. It is a class because it is large, and the state that holds it is
/// passed around a hundred times a key.
package final class LensNumbers: Equatable, Sendable {
  package let present: RowNumbers
  /// The pinned document's; `nil` without one.
  package let baseline: RowNumbers?
  /// What the Numerics lens shows; `nil` in another lens.
  package let numerics: NumericsNumbers?
  /// The Loss lens's loss; `nil` in another lens and without a target.
  package let loss: LossNumbers?
  /// The same logits at the Temperature lens's temperatures, the present one first; empty in another
  /// lens.
  package let temperatures: [RowNumbers]
  /// The classes whose probabilities can be seen beside each other, in the document's order: all of a
  /// short row.
  package let greatest: [LikelyClass]
  /// What the numbers alone do not show, the most important first.
  package let notices: [Notice]

  package init(
    document: Document, lens: Lens, selection: Int, baseline: Document?,
    numerics: NumericsDisplay = NumericsDisplay(), covered: Set<Cover> = [],
    last: LensNumbers? = nil
  ) {
    let present = LensNumbers.numbers(of: document, last?.present).covered(by: covered)
    self.present = present
    self.baseline = baseline.map { LensNumbers.numbers(of: $0, last?.baseline) }
    self.numerics =
      lens == .numerics
      ? NumericsNumbers(present, baseline: self.baseline?.row, selection: selection, numerics)
      : nil
    loss = lens == .loss ? LossNumbers(present) : nil
    notices = Notice.all(for: document, row: present.row).filter { $0.suits(present) }
    temperatures =
      lens == .temperature
      ? [present]
        + TemperatureChoice.companions(of: document.temperature).map {
          document.numbers(at: $0).covered(by: covered)
        }
      : []
    greatest = lens == .softmax ? LensNumbers.greatest(of: present) : []
  }

  /// The numbers of the document, unless they are known.
  private static func numbers(of document: Document, _ last: RowNumbers?) -> RowNumbers {
    guard let last, last.document.revision === document.revision else {
      return RowNumbers(document)
    }
    return last
  }

  /// Whether all numbers agree to the bit; a NaN equals itself.
  package static func == (a: LensNumbers, b: LensNumbers) -> Bool {
    a.present == b.present && a.baseline == b.baseline && a.temperatures == b.temperatures
      && a.loss == b.loss && a.notices == b.notices && a.numerics == b.numerics
  }

  /// As many classes as a strip can tell apart.
  private static let mostInStrip = 64
  /// A share of which a strip of 256 columns has less than half a cell.
  private static let leastInStrip = 0x1p-9

  private static func greatest(of numbers: RowNumbers) -> [LikelyClass] {
    let row = numbers.row
    guard row.count > mostInStrip else { return row.logits.indices.map(numbers.likelyClass) }
    let classes = row.likeliest(mostInStrip, above: leastInStrip).sorted { $0.index < $1.index }
    return numbers.isPlain ? classes : classes.map { numbers.likelyClass(at: $0.index) }
  }
}

extension LensNumbers {
  /// What has changed since the baseline was pinned, true values all: p of a class, the entropy, and
  /// KL(p‖baseline) between as many classes.
  package func change(
    at index: Int, from other: Int
  ) -> (probability: ShownNumber, entropy: ShownNumber, divergence: ShownNumber?)? {
    guard let before = baseline?.row else { return nil }
    let row = present.row
    func shown(_ value: Double, as kind: Quantity.Kind) -> ShownNumber {
      present.cover(.number(value), as: kind)
    }
    let share = row.probabilityDifference(at: index, from: before, baselineIndex: other)
    return (
      shown(share, as: .probability), shown(row.entropyDifference(from: before), as: .entropy),
      row.count == before.count ? shown(row.klDivergence(to: before), as: .divergence) : nil
    )
  }
}

extension Document {
  fileprivate func numbers(at temperature: Double) -> RowNumbers {
    var document = self
    document.temperature = temperature
    return RowNumbers(document)
  }
}
