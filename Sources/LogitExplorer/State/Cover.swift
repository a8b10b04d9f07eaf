package enum Cover: String, CaseIterable, Sendable { case p }
