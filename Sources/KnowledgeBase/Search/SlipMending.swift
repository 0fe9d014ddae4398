import KBModel
import KBRank
import KBStore
import KBText

/// Mends the slips in one word of a query, and finds those in the notes.
struct SlipMending {
    /// A word of fewer letters is not taken for two words written as one.
    private static let shortestCompound = 4
    /// Longer words in capitals were typed with the key locked.
    private static let longestAcronym = 6
    /// Prefixes that turn a word into its contrary.
    private static let negations = ["un", "im", "in", "ir", "il", "non", "dis"]
    /// A shorter rest of a word says little: `under`, `image`.
    private static let shortestNegated = 5

    private let store: Store
    private let lookup: WordLookup

    init(_ store: Store, _ lookup: WordLookup) {
        self.store = store
        self.lookup = lookup
    }

    /// Adds to `word`, which is a single one, what it was meant to be when the notes do not know it, or hardly do,
    /// and know a word near it well; else what they write in its place. The word that was meant, when it was
    /// corrected.
    func mend(_ word: inout LookedUpWord) throws(StoreError) -> Token? {
        guard let token = word.tokens.first, case .word(_, let field) = word.word.clause else { return nil }
        let known = word.readings[0].postings.count
        // Capitals throughout are a name or an acronym, which no other word can stand for.
        let isAcronym = word.typed.utf8.count <= SlipMending.longestAcronym && word.typed.allSatisfy(\.isUppercase)
        if isAcronym { return nil }
        if let meant = try meant(by: token.surface, sections: known) {
            // Two words run together are likelier than two slips.
            if meant.distance > 1, try split(token.surface, in: &word, field: field) { return nil }
            let reading = try lookup.reading(of: meant.word, weight: RankingWeight.correction, field: field)
            if !reading.postings.isEmpty, reading.leaf.terms != word.readings[0].leaf.terms {
                word.readings.append(reading)
                word.correction = SearchAnswer.Correction(typed: word.typed, corrected: meant.word)
                guard case .words(let tokens) = reading.leaf.pattern else { return nil }
                return tokens.first
            }
        }
        if word.isMissing {
            try exchangeNegation(token.surface, in: &word, field: field)
            if word.isMissing { _ = try split(token.surface, in: &word, field: field) }
        } else if known > 0 {
            try addMisspellings(of: token, sections: known, to: &word, field: field)
        }
        return nil
    }

    private func meant(by surface: String, sections: Int) throws(StoreError) -> TypoCorrection.Candidate? {
        guard let reach = TypoCorrection.reach(of: surface, sections: sections) else { return nil }
        let near = try store.words(within: reach, of: surface).map {
            TypoCorrection.Candidate(word: $0.text, sections: $0.sections, distance: $0.distance)
        }
        return TypoCorrection.best(for: surface, sections: sections, among: near)
    }

    /// An unknown `unbalanced` may stand as `imbalanced` in the notes.
    private func exchangeNegation(
        _ surface: String, in found: inout LookedUpWord, field: Query.Field
    ) throws(StoreError) {
        for prefix in SlipMending.negations where surface.hasPrefix(prefix) {
            let rest = surface.dropFirst(prefix.count)
            guard rest.count >= SlipMending.shortestNegated else { continue }
            for other in SlipMending.negations where other != prefix {
                try lookup.add(other + rest, weight: 1, reason: .spelling, to: &found, field: field)
            }
        }
    }

    /// An unknown word may be two known ones: `realtime` stands as `real-time` in the notes, `email` as `e-mail`.
    private func split(
        _ surface: String, in found: inout LookedUpWord, field: Query.Field
    ) throws(StoreError) -> Bool {
        let letters = Array(surface)
        guard letters.count >= SlipMending.shortestCompound else { return false }
        // In the middle first, where compounds have their seam.
        let cuts = (1..<letters.count).sorted { abs(2 * $0 - letters.count) < abs(2 * $1 - letters.count) }
        for cut in cuts {
            let parts = String(letters[..<cut]) + "-" + String(letters[cut...])
            if try lookup.add(parts, weight: 1, reason: .spelling, to: &found, field: field) { return true }
        }
        return false
    }

    private func addMisspellings(
        of token: Token, sections: Int, to found: inout LookedUpWord, field: Query.Field
    ) throws(StoreError) {
        guard sections >= Misspelling.outnumbering else { return }
        for spelling in try store.misspellings(of: token) {
            let reading = try lookup.reading(of: spelling, weight: RankingWeight.correction, field: field)
            // What has become common since the last rebuild is a word.
            let count = reading.postings.count
            guard count <= Misspelling.mostSections, count * Misspelling.outnumbering <= sections else { continue }
            lookup.add(reading, reason: .spelling, to: &found)
        }
    }
}
