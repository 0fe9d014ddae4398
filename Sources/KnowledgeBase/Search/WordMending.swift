import KBModel
import KBRank
import KBStore
import KBText

/// Corrects the words of a query and adds what else they may stand for.
///
/// Names come first: what is known under another name, such as `recsys`, is no slip. Then slips; then the names of
/// what was meant.
struct WordMending {
    private let store: Store
    private let vocabulary: Vocabulary
    private let tokenizer: Tokenizer
    private let lookup: WordLookup

    init(_ store: Store, vocabulary: Vocabulary, tokenizer: Tokenizer) {
        self.store = store
        self.vocabulary = vocabulary
        self.tokenizer = tokenizer
        lookup = WordLookup(store: store, tokenizer: tokenizer, isExact: false)
    }

    /// One word as typed, function words included, with its place among the words that are looked for.
    private struct Typed {
        var token: Token
        var place: Int?
    }

    /// Mends `words`, which were looked up; `clause` still holds the function words left out of them.
    func mend(_ words: inout [LookedUpWord], in clause: Query.Clause) throws(StoreError) {
        var typed = typedWords(words, in: clause)
        try addNames(typed, to: &words)
        try addJoined(typed, to: &words)
        var isCorrected = false
        for index in words.indices where words[index].mayBeSlip {
            if let meant = try SlipMending(store, lookup).mend(&words[index]) {
                for place in typed.indices where typed[place].place == index { typed[place].token = meant }
                isCorrected = true
            }
        }
        if isCorrected { try addNames(typed, to: &words) }
    }

    /// All bare words of `clause` in order.
    private func typedWords(_ words: [LookedUpWord], in clause: Query.Clause) -> [Typed] {
        var typed: [Typed] = []
        var next = 0
        for word in QueryWords(clause).words where word.clause.isBareWord {
            guard case .word(let term, _) = word.clause else { continue }
            let tokens = tokenizer.tokens(in: term.text, as: .query)
            let end = term.offset + term.text.utf8.count
            var places: [Int] = []
            // A word of several may have been looked up as its parts, each at its own offset.
            while next < words.count, let offset = words[next].offset, offset < end {
                if offset >= term.offset { places.append(next) }
                next += 1
            }
            for (number, token) in tokens.enumerated() {
                let isInParts = places.count == tokens.count
                typed.append(Typed(token: token, place: isInParts ? places[number] : places.first))
            }
        }
        return typed
    }

    // MARK: - Names

    /// Adds other names of words to them. A name for several words together counts as each of them: as a word of its
    /// own it would be rarer than they are, and outrank them.
    private func addNames(_ typed: [Typed], to words: inout [LookedUpWord]) throws(StoreError) {
        let tokens = typed.map(\.token)
        let kept = typed.filter { $0.place != nil }.map(\.token)
        guard !kept.isEmpty else { return }
        let surfaces = kept.map(\.surface)
        let names = try store.names(beginningWith: surfaces, where: Synonyms.isWanted(for: kept, tokenizer))
        let hasAlias = names.contains { $0.kind == .alias }
        let synonyms = Synonyms(
            names, among: hasAlias ? try store.names(beginningWith: surfaces, where: { _ in true }) : [],
            vocabulary: vocabulary, for: kept, tokenizer: tokenizer)
        for group in synonyms.matches(in: tokens) {
            var readings: [(LookedUpWord.Reading, SearchAnswer.Expansion.Reason)] = []
            for name in group.names {
                let reading = try lookup.reading(of: name.also, weight: name.weight, field: .any)
                if !reading.postings.isEmpty { readings.append((reading, name.reason)) }
            }
            let places = typed[group.words].compactMap(\.place).reduce(into: [Int]()) { places, place in
                if places.last != place { places.append(place) }
            }
            guard let first = places.first, let last = places.last, words.indices.contains(last) else { continue }
            // As it was typed, with the function words that were left out.
            let phrase = typed[group.words].enumerated().compactMap { number, part -> String? in
                guard let place = part.place else { return part.token.surface }
                let isRepeated = number > 0 && typed[group.words.lowerBound + number - 1].place == place
                return isRepeated ? nil : words[place].typed
            }.joined(separator: " ")
            for (reading, reason) in readings {
                var reading = reading
                // An abbreviation of several meanings stands for each of those that the notes speak of a little less.
                if group.dividesWeight { reading.weight /= Double(readings.count) }
                guard lookup.add(reading, reason: reason, to: &words[first]) else { continue }
                for place in places { words[place].isNamed = true }
                for place in places.dropFirst() { words[place].readings.append(reading) }
                if places.count > 1, let index = words[first].expansions.firstIndex(where: { $0.reason == reason }) {
                    words[first].expansions[index].typed = phrase
                }
            }
        }
    }

    /// The shortest word that two may be written as.
    private static let shortestJoined = 5

    /// `feature store` may stand as `featurestore` in the notes, `10 ms` as `10ms`.
    private func addJoined(_ typed: [Typed], to words: inout [LookedUpWord]) throws(StoreError) {
        for (before, after) in zip(typed, typed.dropFirst()) {
            guard let first = before.place, let second = after.place, second == first + 1,
                words[second].word.followsWord,
                words[first].tokens.count == 1, words[second].tokens.count == 1
            else { continue }
            let joined = before.token.surface + after.token.surface
            let isMeasure = before.token.surface.allSatisfy(\.isNumber) != after.token.surface.allSatisfy(\.isNumber)
            guard joined.utf8.count >= WordMending.shortestJoined || isMeasure else { continue }
            let reading = try lookup.reading(of: joined, weight: 1, field: .any)
            guard lookup.add(reading, reason: .spelling, to: &words[first]) else { continue }
            words[second].readings.append(reading)
            if let index = words[first].expansions.firstIndex(where: { $0.also.last == joined }) {
                words[first].expansions[index].typed = words[first].typed + " " + words[second].typed
            }
        }
    }
}

extension LookedUpWord {
    /// Where the word was typed; nil for what is no bare word.
    fileprivate var offset: Int? {
        if case .word(let term, _) = word.clause { term.offset } else { nil }
    }

    /// Whether it may be mistyped: a single word that goes by no other name.
    fileprivate var mayBeSlip: Bool {
        guard tokens.count == 1, case .word = word.clause else { return false }
        return !isNamed
    }
}
