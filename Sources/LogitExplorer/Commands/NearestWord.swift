/// The word that differs from this one in the fewest letters; nil where none is close.
package func nearest(to word: String, among words: [String]) -> String? {
  let near = words.map { (word: $0, distance: distance(word.lowercased(), $0)) }
    .min { $0.distance < $1.distance }
  guard let near, near.distance <= max(1, word.count / 3) else { return nil }
  return near.word
}

/// How many letters must be inserted, removed or replaced to turn one word into the other.
private func distance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8.prefix(40)), Array(b.utf8))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
