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
