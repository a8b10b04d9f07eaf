internal import LogitKernel

extension ExplorerState {
  /// What a copy puts on the clipboard; `nil` for a document, whose text is the file writer's.
  func copyText(_ form: CopyForm) -> String? {
    switch form {
    case .document: nil
    case .table: tableText
    case .list: PythonText.list(document.effectiveLogits.array)
    case .numpy: numpyText
    case .pytorch: pytorchText
    }
  }

  /// A line per class, in the document's order, its cells separated by tabs; every digit of them.
  private var tableText: String {
    var text = "class\tlogit\tprobability\n"
    for index in document.logits.indices.wanted("writing the table") {
      let logit = DecimalText.shortest(document.effectiveLogit(at: index))
      let probability =
        isCovered(.probability)
        ? CopyForm.covered : DecimalText.shortest(numbers.present.value(.probability(index)))
      text += "\(document.labels[index].escaped)\t\(logit)\t\(probability)\n"
    }
    return text
  }
}

extension CopyForm {
  /// What is copied of a number that is covered.
  static let covered = Cover.over(width: 3)
}

extension String {
  /// What would end a cell or a line, or turn the text around, is escaped: `\t`, `\u{202E}`.
  fileprivate var escaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: text += scalar.escaped(asASCII: true)
      default:
        text += scalar.properties.isBidiControl ? scalar.escaped(asASCII: true) : String(scalar)
      }
    }
  }
}

/// Numbers as Python reads them.
enum PythonText {
  /// The shortest text of a float: `2.0`, `1e308`, `-inf`, `nan`.
  static func number(_ value: Double) -> String {
    let text = DecimalText.shortest(value)
    return value.isFinite && !text.contains(".") && !text.contains("e") ? text + ".0" : text
  }

  /// The argument that makes an array of the format's numbers, where NumPy has them.
  static func numpyType(_ format: NumberFormat) -> String {
    switch format.name {
    case NumberFormat.binary32.name: ", dtype=np.float32"
    case NumberFormat.binary16.name: ", dtype=np.float16"
    default: ""
    }
  }

  /// PyTorch's type of the format, or of binary64 where it computes in none such.
  static func torchType(_ format: NumberFormat) -> String {
    switch format.name {
    case NumberFormat.binary32.name: "torch.float32"
    case NumberFormat.binary16.name: "torch.float16"
    case NumberFormat.bfloat16.name: "torch.bfloat16"
    default: "torch.float64"
    }
  }

  static func list(_ values: [Double]) -> String {
    "[" + values.wanted("writing the numbers").map(number).joined(separator: ", ") + "]"
  }
}
