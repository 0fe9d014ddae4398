public import KBModel

/// What ranks in a query: its words and phrases that are not excluded, in the order typed.
public struct QueryWords: Equatable, Sendable {
    /// One word, prefix, phrase or `NEAR` that ranks.
    public struct Word: Equatable, Sendable {
        /// The clause: `word`, `prefix`, `phrase` or `near`.
        public var clause: Query.Clause
        /// Whether a section may lack it and still be a hit.
        public var isOptional: Bool
        /// Whether the word before it stood directly before it in the same run of bare words.
        public var followsWord: Bool

        /// A word; see the properties.
        public init(_ clause: Query.Clause, isOptional: Bool, followsWord: Bool) {
            self.clause = clause
            self.isOptional = isOptional
            self.followsWord = followsWord
        }
    }

    /// The words, in the order typed; a word typed twice is there twice.
    public private(set) var words: [Word] = []

    /// The words of `clause`.
    public init(_ clause: Query.Clause) { collect(clause, isOptional: false, follows: false) }

    private mutating func collect(_ clause: Query.Clause, isOptional: Bool, follows: Bool) {
        switch clause {
        case .word, .phrase, .prefix, .near:
            words.append(Word(clause, isOptional: isOptional, followsWord: follows))
        case .filter, .not: break
        case .any(let choices):
            for choice in choices { collect(choice, isOptional: true, follows: false) }
        case .all(let parts):
            let wordCount = parts.count { $0.isBareWord || $0.isRequiredWord }
            var previousIsWord = false
            for part in parts {
                let isWord = part.isBareWord || part.isRequiredWord
                let isFree = part.isBareWord && wordCount > 1
                if case .all(let inner) = part, part.isRequiredWord, let word = inner.first {
                    collect(word, isOptional: isOptional, follows: previousIsWord)
                } else {
                    collect(part, isOptional: isOptional || isFree, follows: isWord && previousIsWord)
                }
                previousIsWord = isWord
            }
        }
    }
}

extension Query.Clause {
    /// This clause without the bare words that `isStopWord`, where a sequence keeps another word or phrase to look for.
    ///
    /// Words behind `+`, in phrases, in headings and words that are choices of their own stay. `isStopWord` is asked for
    /// words in lower case, without apostrophes and without punctuation around them: `What's`, `is?` as `whats`, `is`.
    public func dropping(where isStopWord: (String) -> Bool) -> Query.Clause {
        switch self {
        case .word, .phrase, .prefix, .near, .filter: return self
        case .not(let inner): return .not(inner.dropping(where: isStopWord))
        case .any(let choices): return .any(choices.map { $0.dropping(where: isStopWord) })
        case .all(let parts):
            let kept = parts.filter { part in
                if case .word(let term, in: .any) = part { !isStopWord(term.text.folded) } else { true }
            }
            let stillLooks = kept.contains { !QueryWords($0).words.isEmpty }
            let remaining = (stillLooks && kept.count < parts.count ? kept : parts).map { part in
                part.isRequiredWord ? part : part.dropping(where: isStopWord)
            }
            if remaining.count == 1, let only = remaining.first, !only.isRequiredWord { return only }
            return .all(remaining)
        }
    }
}

extension String {
    /// In lower case, without apostrophes, and without the punctuation around the word.
    fileprivate var folded: String {
        let letters = lowercased().unicodeScalars.filter { $0 != "'" && $0 != "\u{2019}" }
        func isMark(_ scalar: Unicode.Scalar) -> Bool {
            !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        }
        guard let first = letters.firstIndex(where: { !isMark($0) }),
            let last = letters.lastIndex(where: { !isMark($0) })
        else { return self }
        return String(String.UnicodeScalarView(letters[first...last]))
    }
}
