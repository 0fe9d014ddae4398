import KBModel
import KBRank
import KBStore
import KBText

/// Looks the words of a query up, with corrections and expansions.
struct WordLookup {
    /// Vaults up to this size are searched for misspellings of every word asked for; in larger ones that would cost more
    /// than the search itself.
    private static let mostSectionsForMisspellings = 5_000
    /// A word of fewer letters is not taken for two words written as one.
    private static let shortestCompound = 6

    /// Longer words in capitals were typed with the key locked.
    private static let longestAcronym = 6

    let store: Store
    let tokenizer: Tokenizer
    /// Whether words are taken as they stand.
    let isExact: Bool
    /// How many sections a search can find.
    let liveSections: Int

    /// Looks `word` up; nil when it is made of marks only, such as `:-)`, and asks for nothing.
    func look(up word: QueryWords.Word) throws(StoreError) -> LookedUpWord? {
        guard let (typed, leaf, tokens) = leaf(of: word.clause) else { return nil }
        let postings = try store.postings(for: leaf)
        let itself = LookedUpWord.Reading(text: typed, leaf: leaf, postings: postings, weight: 1)
        var found = LookedUpWord(word: word, typed: typed, tokens: tokens, readings: [itself])
        guard !isExact, case .word(_, let field) = word.clause else { return found }
        if tokens.count > 1 {
            try addJoined(to: &found, field: field)
        } else if let token = tokens.first {
            try correct(token, in: &found, field: field)
        }
        return found
    }

    /// What `clause` looks for in the index.
    private func leaf(of clause: Query.Clause) -> (typed: String, leaf: MatchLeaf, tokens: [Token])? {
        switch clause {
        case .word(let term, let field), .phrase(let term, let field):
            let tokens = tokenizer.tokens(in: term.text, as: .query)
            return tokens.isEmpty ? nil : (trimmed(term.text, to: tokens), MatchLeaf(.words(tokens), in: field), tokens)
        case .prefix(let term, let field):
            let tokens = tokenizer.tokens(in: term.text, as: .query)
            return tokens.isEmpty ? nil : (term.text + "*", MatchLeaf(.prefix(tokens), in: field), tokens)
        case .near(let terms, let distance):
            let groups = terms.map { tokenizer.tokens(in: $0.text, as: .query) }.filter { !$0.isEmpty }
            guard !groups.isEmpty else { return nil }
            let typed = "NEAR(" + terms.map(\.text).joined(separator: " ") + ")"
            return (typed, MatchLeaf(.near(groups, distance: distance)), groups.flatMap { $0 })
        case .filter, .all, .any, .not: return nil
        }
    }

    /// `text` without the punctuation around its words.
    private func trimmed(_ text: String, to tokens: [Token]) -> String {
        let bytes = Array(text.utf8)
        let start = tokens.map(\.range.lowerBound).min() ?? 0
        let end = tokens.map(\.range.upperBound).max() ?? bytes.count
        guard 0 <= start, start < end, end <= bytes.count else { return text }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// `real-time` is also looked for as `realtime`.
    private func addJoined(to found: inout LookedUpWord, field: Query.Field) throws(StoreError) {
        let joined = found.tokens.map(\.surface).joined()
        guard found.typed.utf8.contains(UInt8(ascii: "-")) else { return }
        try add(joined, weight: 1, reason: .spelling, to: &found, field: field)
    }

    /// Mends `token` when the notes do not know it, or hardly do, and a word they know well is near.
    private func correct(_ token: Token, in found: inout LookedUpWord, field: Query.Field) throws(StoreError) {
        let known = found.readings[0].postings.count
        // Capitals throughout are a name or an acronym, which no other word can stand for.
        let isAcronym = found.typed.utf8.count <= WordLookup.longestAcronym && found.typed.allSatisfy(\.isUppercase)
        if isAcronym { return }
        if let reach = TypoCorrection.reach(of: token.surface, sections: known) {
            let near = try store.words(within: reach, of: token.surface).map {
                TypoCorrection.Candidate(word: $0.text, sections: $0.sections, distance: $0.distance)
            }
            if let meant = TypoCorrection.best(for: token.surface, sections: known, among: near) {
                let reading = try reading(of: meant, weight: RankingWeight.correction, field: field)
                if !reading.postings.isEmpty, reading.leaf != found.readings[0].leaf {
                    found.readings.append(reading)
                    found.correction = SearchAnswer.Correction(typed: found.typed, corrected: meant)
                    return
                }
            }
        }
        if known == 0 {
            try exchangeNegation(token.surface, in: &found, field: field)
            if found.isMissing { try split(token.surface, in: &found, field: field) }
        } else if liveSections <= WordLookup.mostSectionsForMisspellings {
            try addMisspellings(of: token.surface, sections: known, to: &found, field: field)
        }
    }

    /// Prefixes that turn a word into its contrary.
    private static let negations = ["un", "im", "in", "ir", "il", "non", "dis"]
    /// A shorter rest of a word says little: `under`, `image`.
    private static let shortestNegated = 5

    /// An unknown `unbalanced` may stand as `imbalanced` in the notes.
    private func exchangeNegation(
        _ surface: String, in found: inout LookedUpWord, field: Query.Field
    ) throws(StoreError) {
        for prefix in WordLookup.negations where surface.hasPrefix(prefix) {
            let rest = surface.dropFirst(prefix.count)
            guard rest.count >= WordLookup.shortestNegated else { continue }
            for other in WordLookup.negations where other != prefix {
                try add(other + rest, weight: 1, reason: .spelling, to: &found, field: field)
            }
        }
    }

    /// An unknown word may be two known ones: `realtime` stands as `real-time` in the notes.
    private func split(_ surface: String, in found: inout LookedUpWord, field: Query.Field) throws(StoreError) {
        let letters = Array(surface)
        guard letters.count >= WordLookup.shortestCompound else { return }
        for cut in 2...(letters.count - 2) {
            let parts = String(letters[..<cut]) + "-" + String(letters[cut...])
            if try add(parts, weight: 1, reason: .spelling, to: &found, field: field) { return }
        }
    }

    private func addMisspellings(
        of surface: String, sections: Int, to found: inout LookedUpWord, field: Query.Field
    ) throws(StoreError) {
        let near = try store.words(within: 1, of: surface).map {
            TypoCorrection.Candidate(word: $0.text, sections: $0.sections, distance: $0.distance)
        }
        for spelling in TypoCorrection.misspellings(of: surface, sections: sections, among: near) {
            try add(spelling, weight: RankingWeight.correction, reason: .spelling, to: &found, field: field)
        }
    }

    /// Adds another reading of the word, if it stands anywhere and is not there yet.
    @discardableResult
    func add(
        _ text: String, weight: Double, reason: SearchAnswer.Expansion.Reason, to found: inout LookedUpWord,
        field: Query.Field
    ) throws(StoreError) -> Bool {
        let reading = try reading(of: text, weight: weight, field: field)
        let terms = reading.leaf.terms
        guard !reading.postings.isEmpty, !found.readings.contains(where: { $0.leaf.terms == terms }) else {
            return false
        }
        found.readings.append(reading)
        if let index = found.expansions.firstIndex(where: { $0.reason == reason }) {
            found.expansions[index].also.append(text)
        } else {
            found.expansions.append(SearchAnswer.Expansion(typed: found.typed, also: [text], reason: reason))
        }
        return true
    }

    /// Adds a word of like meaning, if it stands anywhere and is not there yet.
    func addRelated(_ text: String, to found: inout LookedUpWord) throws(StoreError) {
        var reading = try reading(of: text, weight: RankingWeight.related, field: .any)
        reading.isRelated = true
        let terms = reading.leaf.terms
        guard !reading.postings.isEmpty, !found.readings.contains(where: { $0.leaf.terms == terms }) else { return }
        found.readings.append(reading)
    }

    private func reading(
        of text: String, weight: Double, field: Query.Field
    ) throws(StoreError) -> LookedUpWord.Reading {
        let leaf = MatchLeaf(.words(tokenizer.tokens(in: text, as: .query)), in: field)
        return LookedUpWord.Reading(text: text, leaf: leaf, postings: try store.postings(for: leaf), weight: weight)
    }
}

extension MatchLeaf {
    /// The terms it looks for, in order, however they were typed.
    var terms: [[String]] {
        switch pattern {
        case .words(let tokens): [tokens.map(\.term)]
        case .prefix(let tokens): [tokens.map(\.surface), []]
        case .near(let groups, _): groups.map { $0.map(\.term) }
        }
    }
}
