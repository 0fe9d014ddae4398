import KBModel
import KBRank
import KBStore
import KBText

/// A word of a query with everything it was looked up as.
struct LookedUpWord {
    /// One reading of the word: its terms as the index holds them, and where they stand.
    struct Reading {
        /// As shown to the reader.
        var text: String
        /// What was looked up.
        var leaf: MatchLeaf
        /// Where it stands.
        var postings: Postings
        /// What one occurrence counts against one of the word itself.
        var weight: Double
        /// Whether it is another word of like meaning, and not the word in another form.
        var isRelated = false
    }

    /// The word's place in the query.
    var word: QueryWords.Word
    /// As typed.
    var typed: String
    /// Its terms; empty for marks that are no words.
    var tokens: [Token]
    /// The word itself first, then what else it may stand for.
    var readings: [Reading]
    /// What was put in its place.
    var correction: SearchAnswer.Correction?
    /// Whether it, or a run of words that it is part of, goes by another name that stands in the notes.
    var isNamed = false
    /// What was looked up beside it.
    var expansions: [SearchAnswer.Expansion] = []

    /// Whether no reading stands anywhere.
    var isMissing: Bool { readings.allSatisfy(\.postings.isEmpty) }

    /// The word as ranking takes it.
    var ranked: RankedWord {
        RankedWord(
            typed, alternatives: readings.map { RankedWord.Alternative($0.text, $0.postings, weight: $0.weight) },
            isRequest: word.isBareWord && tokens.count == 1 && RequestWords.contains(tokens[0].surface))
    }

    /// Its readings but for words of like meaning.
    var ownReadings: [Reading] { readings.filter { !$0.isRelated } }

    /// Whether only words of like meaning stand anywhere, if these do.
    var isAbsent: Bool { readings.allSatisfy { $0.isRelated || $0.postings.isEmpty } }

    /// The sections that hold the word in any form; a word of like meaning does not do for it.
    func sections(capacity: Int) -> SectionSet {
        var found = SectionSet(capacity: capacity)
        for reading in ownReadings { for section in reading.postings.sections { found.insert(Int(section)) } }
        return found
    }

    /// The readings that tell what was meant: words of like meaning only where nothing else stands anywhere.
    var meantReadings: [Reading] { isAbsent ? readings : ownReadings }

    /// The terms of the reading that stands in most sections: what was meant, where the word was mistyped.
    var bestTokens: [Token] {
        let best = meantReadings.max { $0.postings.count < $1.postings.count }
        guard case .words(let tokens) = best?.leaf.pattern else { return tokens }
        return tokens
    }
}
