internal import LogitKernel

extension ExplorerState {
  /// NumPy code that computes what the lens shows, with the screen's numbers as a comment.
  var numpyText: String {
    var lines = ["import numpy as np", "from numpy import inf, nan", ""]
    let type = PythonText.numpyType(document.arithmetic.settings.storage)
    lines += ["logits = np.array(\(PythonText.list(document.effectiveLogits.array))\(type))"]
    lines += ["temperature = \(PythonText.number(document.temperature))"]
    lines += ["z = \(scaledLogits(library: "np"))"]
    switch lens {
    case .softmax, .temperature, .numerics:
      lines += numpySoftmax + ["print(p, log_p, entropy, sep=\"\\n\")"]
    case .sigmoid:
      lines += ["sigma = np.exp(-np.logaddexp(0, -z))", "log_sigma = -np.logaddexp(0, -z)"]
      lines += ["print(sigma, log_sigma, sep=\"\\n\")"]
    case .loss: lines += numpyLoss
    }
    return (lines + screenComment).joined(separator: "\n") + "\n"
  }

  /// The greatest logit is taken out of the sum, so that a sure winner keeps its log p.
  private var numpySoftmax: [String] {
    [
      "top = z.argmax()",
      "rest = np.exp(np.delete(z, top) - z[top]).sum()",
      "log_p = (z - z[top]) - np.log1p(rest)",
      "p = np.exp(log_p)",
      "entropy = -(p * log_p)[p > 0].sum()",
    ]
  }

  private var numpyLoss: [String] {
    let weights = ["q = np.array(\(PythonText.list(document.softTarget)))"] + smoothed
    if document.loss == .binaryCrossEntropy {
      return weights + [
        "loss = np.logaddexp(0, z) - q * z",
        "gradient = (np.exp(-np.logaddexp(0, -z)) - q) / temperature",
        "print(loss, gradient, sep=\"\\n\")",
      ]
    }
    return weights + numpySoftmax + [
      "loss = -(q * log_p)[q > 0].sum()",
      "gradient = (p * q.sum() - q) / temperature",
      "print(loss, gradient, sep=\"\\n\")",
    ]
  }

  /// Label smoothing is of the one distribution; yes-or-no questions have none.
  private var smoothed: [String] {
    guard document.labelSmoothing != 0, document.loss == .crossEntropy else { return [] }
    let smoothing = PythonText.number(document.labelSmoothing)
    return ["q = (1 - \(smoothing)) * q + \(smoothing) / len(q)"]
  }

  /// PyTorch code that computes what the lens shows, with the screen's numbers as a comment.
  var pytorchText: String {
    let tracks = lens == .loss ? ", requires_grad=True" : ""
    let list = PythonText.list(document.effectiveLogits.array)
    var lines = ["import torch", "from math import inf, nan", ""]
    let type = PythonText.torchType(document.arithmetic.settings.storage)
    lines += ["logits = torch.tensor(\(list), dtype=\(type)\(tracks))"]
    lines += ["temperature = \(PythonText.number(document.temperature))"]
    lines += ["z = \(scaledLogits(library: "torch"))"]
    switch lens {
    case .softmax, .temperature, .numerics:
      lines += ["p = torch.softmax(z, dim=0)", "log_p = torch.log_softmax(z, dim=0)"]
      lines += ["entropy = torch.special.entr(p).sum()", "print(p, log_p, entropy, sep=\"\\n\")"]
    case .sigmoid:
      lines += ["print(torch.sigmoid(z), torch.nn.functional.logsigmoid(z), sep=\"\\n\")"]
    case .loss: lines += pytorchLoss
    }
    return (lines + screenComment).joined(separator: "\n") + "\n"
  }

  private var pytorchLoss: [String] {
    let soft = "torch.tensor(\(PythonText.list(document.softTarget)), dtype=torch.float64)"
    if document.loss == .binaryCrossEntropy {
      return [
        "q = \(soft)",
        "loss = torch.nn.functional.binary_cross_entropy_with_logits(z, q, reduction=\"none\")",
        "loss.sum().backward()", "print(loss, logits.grad, sep=\"\\n\")",
      ]
    }
    var target = soft
    if case .index(let index) = document.target { target = "torch.tensor(\(index))" }
    let smoothing = PythonText.number(document.labelSmoothing)
    return [
      "target = \(target)",
      "loss = torch.nn.functional.cross_entropy(z, target, label_smoothing=\(smoothing))",
      "loss.backward()", "print(loss, logits.grad, sep=\"\\n\")",
    ]
  }

  /// x/T, or its limit where the division has none.
  private func scaledLogits(library: String) -> String {
    let temperature = document.temperature
    if temperature.isInfinite {
      return "\(library).where(\(library).isfinite(logits), 0.0, logits)  # T = inf"
    }
    guard temperature == 0 else { return "logits / temperature" }
    let limit = "  # T = 0: the limit from above"
    guard lens == .sigmoid || document.loss == .binaryCrossEntropy && lens == .loss else {
      return "\(library).where(logits == logits.max(), 0.0, -inf)" + limit
    }
    return "\(library).where(logits == 0, 0.0, logits * inf)" + limit
  }

  /// The screen's numbers for the first classes.
  private var screenComment: [String] {
    let shown = document.logits.indices.prefix(8)
    let (name, texts) = (
      nameOfShown,
      shown.map {
        isCovered(kindOfShown)
          ? CopyForm.covered : displayText(shownValue($0), digits: display.digits)
      }
    )
    guard !texts.isEmpty else { return [] }
    let more = document.count > shown.count ? ", …" : ""
    let arithmetic = document.arithmetic
    let source = arithmetic.isPlain ? "logitscope" : "logitscope, \(arithmetic.summary)"
    return ["# \(source): \(name) = " + texts.joined(separator: ", ") + more]
  }

  private var nameOfShown: String {
    switch lens {
    case .softmax, .temperature, .numerics: "p"
    case .sigmoid: "sigma"
    case .loss: "gradient"
    }
  }

  private var kindOfShown: Quantity.Kind {
    switch lens {
    case .softmax, .temperature, .numerics: .probability
    case .sigmoid: .sigmoid
    case .loss: gradientKind
    }
  }

  /// What the lens is about, by the document's arithmetic; NaN for a loss without a target.
  private func shownValue(_ index: Int) -> Double {
    let numbers = numbers.present
    return switch lens {
    case .softmax, .temperature, .numerics: numbers.value(.probability(index))
    case .sigmoid: numbers.value(.logit(.sigmoid, index))
    case .loss: numbers.loss.map { numbers.value($0.gradient(at: index)) } ?? .nan
    }
  }
}
