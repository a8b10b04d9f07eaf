internal import LogitKernel

/// The names of classes: given, or "class 1", "class 2", …, which take no memory.
package struct Labels: Sendable {
  private enum Storage: Sendable {
    case numbered(count: Int)
    case given([String])
  }

  private var storage: Storage

  package init(_ labels: [String]) { storage = .given(labels) }

  package init(numbered count: Int) { storage = .numbered(count: count) }

  package init() { self.init([]) }

  /// All labels side by side; made unless they were given.
  package var array: [String] {
    switch storage {
    case .numbered(let count): (0..<count).map(Labels.numbered)
    case .given(let labels): labels
    }
  }

  private static func numbered(_ index: Int) -> String { "class \(index + 1)" }

  /// Whether they are "class 1", "class 2", … because none were given.
  package var areNumbered: Bool {
    if case .numbered = storage { true } else { false }
  }
}

extension Labels {
  /// Whether a label has a text as a part, or begins with it.
  func has(_ wanted: SearchText, at index: Int, asPrefix: Bool = false) -> Bool {
    switch storage {
    case .numbered: wanted.occurs(inNumber: index + 1, asPrefix: asPrefix)
    case .given(let labels): wanted.occurs(in: labels[index], asPrefix: asPrefix)
    }
  }

  /// The first label that is the text.
  package func firstIndex(of text: String) -> Int? {
    switch storage {
    case .numbered(let count):
      // No other text is that label.
      let number = Int(text.drop { !$0.isASCII || !$0.isNumber }) ?? 0
      let isThere = number >= 1 && number <= count && text == Labels.numbered(number - 1)
      return isThere ? number - 1 : nil
    case .given(let labels): return labels.firstIndex(of: text)
    }
  }

  /// Labels to complete a text by: first those that begin with it, then those with it elsewhere.
  func completions(of wanted: SearchText, atMost limit: Int) -> [String] {
    var (first, rest): ([Int], [Int]) = ([], [])
    for index in indices.wanted("searching the names") {
      if has(wanted, at: index, asPrefix: true) {
        first.append(index)
        if first.count == limit { break }
      } else if rest.count < limit, has(wanted, at: index) {
        rest.append(index)
      }
    }
    return (first + rest).prefix(limit).map { self[$0] }
  }
}

extension Labels: Equatable {
  package static func == (a: Labels, b: Labels) -> Bool {
    switch (a.storage, b.storage) {
    case (.numbered(let a), .numbered(let b)): a == b
    case (.given(let a), .given(let b)): a == b
    default: a.count == b.count && a.elementsEqual(b)
    }
  }
}

extension Labels: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: String...) { self.init(elements) }
}

extension Labels: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  package typealias Indices = Range<Int>

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .numbered(let count): count
    case .given(let labels): labels.count
    }
  }

  package subscript(index: Int) -> String {
    get {
      switch storage {
      case .numbered: Labels.numbered(index)
      case .given(let labels): labels[index]
      }
    }
    set {
      var labels = array
      storage = .numbered(count: 0)
      labels[index] = newValue
      storage = .given(labels)
    }
  }

  package mutating func replaceSubrange(
    _ range: Range<Int>, with new: some Collection<String>
  ) {
    var labels = array
    storage = .numbered(count: 0)
    labels.replaceSubrange(range, with: new)
    storage = .given(labels)
  }
}
