internal import LogitExplorer
internal import LogitFiles
internal import LogitKernel

extension TraceReport {
  /// One JSON object; every number of the computation is a C hex float in a string.
  var json: String {
    let stages = run.stages.map { stage in
      object([
        ("name", jsonString(stage.name)),
        ("cells", list(run.logits.indices.map { json(run.cell(stage.kind, at: $0)) })),
      ])
    }
    let steps = run.rowSteps.map { step in
      object([("name", jsonString(step.name))] + members(step.cell))
    }
    let settings = ArithmeticOption.catalog.map { ($0.key, jsonString($0.text(arithmetic))) }
    return object([
      ("name", jsonString(document.name)), ("labels", list(document.labels.map(jsonString))),
      ("arithmetic", object(settings)), ("stages", list(stages)), ("steps", list(steps)),
      ("fault", jsonFault),
      ("probabilities", list(run.logits.indices.map { json(Reading(.probability($0), self)) })),
      (
        "log_probabilities",
        list(run.logits.indices.map { json(Reading(.logProbability($0), self)) })
      ),
    ]) + "\n"
  }

  private var jsonFault: String {
    guard let fault else { return "null" }
    let stage = run.stages.first { $0.kind == fault.stage }
    return object(
      [
        ("stage", stage.map { jsonString($0.name) } ?? "null"),
        ("class", fault.index.map { "\($0)" } ?? "null"),
        ("sentence", jsonString(fault.sentence)),
      ] + members(fault.cell))
  }

  private func json(_ cell: TraceCell) -> String { object(members(cell)) }

  private func members(_ cell: TraceCell) -> [(String, String)] {
    [("value", hex(cell.value)), ("event", cell.event.map { jsonString($0.word) } ?? "null")]
  }

  private func json(_ reading: Reading) -> String {
    object([
      ("value", hex(reading.value)), ("exact", hex(reading.truth)),
      (
        "ulps",
        reading.error.isFinite ? DecimalText.shortest(reading.error) : jsonString("inf")
      ),
    ])
  }

  private func hex(_ value: Double) -> String { jsonString(hexText(value)) }

  private func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
  }

  private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(jsonString($0)): \($1)" }.joined(separator: ", ") + "}"
  }
}
