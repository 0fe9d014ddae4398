public import KBModel

extension Query {
    /// Takes `text` for plain words: no mark and no word in it is an operator.
    ///
    /// As ``Query/init(parsing:today:)`` for a text without operators: bare words, parted by white space, that rank
    /// together. Words without a letter or figure are passed over, unless there are no others.
    /// - Throws: ``QueryError/nothingRequired`` for a text without a word.
    public init(plain text: String) throws(QueryError) {
        var words: [Clause] = []
        var marks: [Clause] = []
        var offset = 0
        var word = String.UnicodeScalarView()
        var wordOffset = 0
        func end() {
            guard !word.isEmpty else { return }
            let clause = Clause.word(Term(String(word), at: wordOffset), in: .any)
            if word.contains(where: \.isQueryContent) { words.append(clause) } else { marks.append(clause) }
            word = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            if scalar.isQuerySpace {
                end()
            } else {
                if word.isEmpty { wordOffset = offset }
                word.append(scalar)
            }
            offset += UTF8.width(scalar)
        }
        end()
        let looked = words.isEmpty ? marks : words
        guard let first = looked.first else { throw .nothingRequired }
        self.init(text: text, clause: looked.count == 1 ? first : .all(looked))
    }
}
