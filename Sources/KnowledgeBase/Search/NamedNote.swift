import KBModel
import KBRank

/// The note that the words of a query name, as others call it when they link to it.
struct NamedNote {
    /// The words.
    var words: String
    /// The note's title.
    var title: String
    /// Its first section.
    var first: Int
    /// How many sections it has.
    var sections: Int

    /// How the answer says it.
    var expansion: SearchAnswer.Expansion {
        SearchAnswer.Expansion(typed: words, also: [title], reason: .linkText)
    }

    /// The best sections of a ranking with one of a named note among them.
    struct Finding {
        /// Best first by what their words earned.
        private(set) var sections: [ScoredSection]
        /// The section that stands for the named note: its best, and its first when none is a hit.
        private(set) var section: Int?
        /// Whether none was a hit.
        private(set) var isNew = false

        /// Sees to it that a section of `named` is among `best`, the best of `ranking`.
        init(of named: NamedNote?, among best: [ScoredSection], _ ranking: Ranking) {
            sections = best
            guard let named, named.sections > 0 else { return }
            var found = ScoredSection(section: named.first, score: ranking.score(of: named.first))
            for other in named.first..<named.first + named.sections {
                let score = ranking.score(of: other)
                if score > found.score { found = ScoredSection(section: other, score: score) }
            }
            section = found.section
            isNew = found.score == 0
            if !best.contains(where: { $0.section == found.section }) { sections.append(found) }
        }
    }
}

extension Query.Clause {
    /// The words as typed, with blanks between, of a query of nothing but bare words.
    var bareWords: String? {
        switch self {
        case .word(let term, in: .any): return term.text
        case .all(let parts):
            var words: [String] = []
            for part in parts {
                guard case .word(let term, in: .any) = part else { return nil }
                words.append(term.text)
            }
            return words.isEmpty ? nil : words.joined(separator: " ")
        default: return nil
        }
    }
}
