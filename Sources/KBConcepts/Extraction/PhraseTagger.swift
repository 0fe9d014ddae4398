/// Tells what each word of a piece of text is to the phrases around it, from word lists, endings and neighbours.
struct PhraseTagger {
    /// The words of the text; those outside ``block`` are not looked at.
    let words: UnsafeMutableBufferPointer<PhraseWord>
    let block: Range<Int>
    /// Whether most words of the text begin with a capital, so that a capital says nothing.
    let isTitleCase: Bool

    /// Tags the words of the block.
    func tag() {
        let range = block.clamped(to: 0..<words.count)
        var index = range.lowerBound
        var isStart = true
        while index < range.upperBound {
            if index > range.lowerBound {
                let gap = words[index].gap
                isStart = !gap.isDisjoint(with: [.stop, .line, .colon, .arrow, .dash])
            }
            let end = endOfJoined(index, range.upperBound)
            if end > index + 1 {
                tagJoined(index..<end)
            } else {
                words[index].tag = tag(index, range, isStart: isStart)
                if words[index].tag == .noun, isName(index, range) {
                    words[index].tag = .verb
                    if index + 1 < range.upperBound { words[index + 1].tag = .verb }
                    index += 1
                }
            }
            index = max(index + 1, end)
        }
    }

    /// Where the words joined to the one at `index` end.
    private func endOfJoined(_ index: Int, _ limit: Int) -> Int {
        var end = index + 1
        while end < limit,
            words[end].gap == .hyphen || words[end].gap == .joint || isPair(end) || isPrefixPair(end, limit)
        {
            end += 1
        }
        return end
    }

    /// Whether a slash divides two beginnings of one word: `pre/post-processing`.
    private func isPrefixPair(_ index: Int, _ limit: Int) -> Bool {
        guard words[index].gap == .slash, index + 1 < limit, words[index + 1].gap == .hyphen else { return false }
        return words[index - 1].traits.contains(.prefix) && words[index].traits.contains(.prefix)
    }

    /// Whether a slash or `&` joins two short names: `A/B`, `CI/CD`, `R&D`.
    private func isPair(_ index: Int) -> Bool {
        let gap = words[index].gap
        guard gap == .slash || gap == .ampersand else { return false }
        let (before, after) = (words[index - 1], words[index])
        guard after.start == before.end + 1 else { return false }
        let (left, right) = (before.end - before.start, after.end - after.start)
        if left == 1, right == 1 { return true }
        return before.shape.contains(.capitals) && after.shape.contains(.capitals) && left <= 3 && right <= 3
    }

    /// Words joined by hyphens are one: what they are, the last one says. Joined by a dot or `_`, they are code.
    private func tagJoined(_ range: Range<Int>) {
        var tag = PhraseWord.Tag.noun
        for index in range.dropFirst() {
            if words[index].gap == .joint { tag = .verb } else { words[index].gap = .hyphen }
        }
        for index in range where words[index].isHidden { tag = .verb }
        if tag == .noun {
            var letters = false
            for index in range where words[index].shape.contains(.letter) { letters = true }
            let last = words[range.upperBound - 1]
            let lastTraits = last.traits
            let first = words[range.lowerBound]
            let isOpened = first.traits.contains(.preposition)
            if !letters || isOpened && lastTraits.contains(.genericNoun) {
                // `over-time`
                tag = .verb
            } else if isOpened, first.end - first.start < 3 {
                // `in-memory`, `on-device`
                tag = .adjective
            } else if lastTraits.isSuperset(of: .particle) {
                // `start-up`
                tag = .noun
            } else if lastTraits.contains(.past) || !lastTraits.isDisjoint(with: [.adjective, .judgement, .adverb]) {
                tag = .adjective
            } else if lastTraits.contains(.verb), !lastTraits.contains(.gerund), !lastTraits.contains(.noun) {
                tag = .adjective
            } else if lastTraits.contains(.genericNoun) {
                tag = .noun
            } else if lastTraits.contains(.number) {
                tag = .noun
            }
        }
        for index in range { words[index].tag = tag }
    }

    /// Whether a person's name begins at `index`: a given name with a capital, and another capital behind it.
    private func isName(_ index: Int, _ range: Range<Int>) -> Bool {
        guard words[index].shape.contains(.capital), !words[index].shape.contains(.capitals),
            words[index].traits.contains(.givenName)
        else { return false }
        guard index + 1 < range.upperBound, words[index + 1].gap.isDisjoint(with: .breaking) else { return true }
        return words[index + 1].shape.contains(.capital) || words[index + 1].shape.contains(.capitals)
    }

    private func tag(_ index: Int, _ range: Range<Int>, isStart: Bool) -> PhraseWord.Tag {
        let word = words[index]
        if word.isHidden { return .verb }
        let traits = word.traits
        let isAcronym = word.shape.contains(.capitals) && word.end - word.start > 1
        if !traits.isDisjoint(with: .function) {
            if traits.contains(.of) { return .of }
            if traits.contains(.and) { return .and }
            return traits.isDisjoint(with: [.determiner, .preposition, .to]) ? .verb : .determiner
        }
        if traits.contains(.number) { return .number }
        if traits.contains(.short) {
            if isAcronym { return .noun }
            let isLetter = word.end - word.start == 1 && word.shape.contains(.capital)
            return isLetter && isContent(index + 1, range) ? .adjective : .verb
        }
        if !traits.isDisjoint(with: [.code, .date]) { return isAcronym ? .noun : .verb }
        if isAcronym, !isTitleCase { return .noun }
        if isBeforeParticle(index, range), isStart || traits.contains(.gerund), !isAcronym,
            traits.isDisjoint(with: [.noun, .genericNoun])
        {
            return .verb
        }
        // A capital in the middle of a sentence: a name.
        if word.shape.contains(.inner) || word.shape.contains(.capital) && !isStart && !isTitleCase {
            if traits.isDisjoint(with: [.judgement, .genericNoun, .past]) { return .noun }
        }
        if traits.contains(.noun) {
            // `Debugging a model`
            if isStart, traits.contains(.gerund), isBefore(.determiner, index, range) { return .verb }
            return traits.contains(.genericNoun) ? .genericNoun : .noun
        }
        if traits.contains(.past) { return tagPast(index, range, traits) }
        if traits.contains(.gerund) { return tagGerund(index, range, traits, isStart: isStart) }
        if !traits.isDisjoint(with: [.verb, .nounVerb]) {
            if let tag = tagVerb(index, range, traits, isStart: isStart) { return tag }
        }
        if traits.contains(.judgement) {
            return traits.contains(.genericNoun) && !isContent(index + 1, range) ? .genericNoun : .judgement
        }
        if traits.contains(.genericNoun) { return .genericNoun }
        return traits.isDisjoint(with: [.adjective, .prefix]) ? .noun : .adjective
    }

    /// A form in `ed`: part of a phrase when one goes on behind it.
    private func tagPast(
        _ index: Int, _ range: Range<Int>, _ traits: WordTraits
    ) -> PhraseWord.Tag {
        if traits.contains(.judgement) { return followsNoun(index, range) ? .verb : .judgement }
        guard isContent(index + 1, range) else { return .verb }
        if isBehind([.pronoun], index, range) { return .verb }
        if followsNoun(index, range), traits.contains(.verb) { return .verb }
        return .participle
    }

    /// A form in `ing`: a noun when it is what a phrase is about.
    private func tagGerund(
        _ index: Int, _ range: Range<Int>, _ traits: WordTraits, isStart: Bool
    ) -> PhraseWord.Tag {
        if traits.contains(.judgement) { return .judgement }
        if traits.contains(.adjective) { return .adjective }
        if isBefore([.determiner, .pronoun], index, range) { return .verb }
        let goesOn = isContent(index + 1, range)
        if isLine(index, range) { return .noun }
        if traits.contains(.verb) { return followsNoun(index, range) && !goesOn ? .noun : .verb }
        if isBeforeAdjective(index, range) { return .verb }
        return isStart && goesOn && traits.contains(.opener) ? .verb : .noun
    }

    /// A verb's other forms; nil when it may be a noun here.
    private func tagVerb(
        _ index: Int, _ range: Range<Int>, _ traits: WordTraits, isStart: Bool
    ) -> PhraseWord.Tag? {
        if traits.contains(.verb), traits.isDisjoint(with: [.noun, .genericNoun, .nounVerb]) {
            if traits.isDisjoint(with: [.judgement, .adjective]) { return .verb }
            // `harmonic mean`
            guard traits.contains(.adjective), !isContent(index + 1, range) else { return nil }
            return isBehind(.adjective, index, range) ? .noun : nil
        }
        if isBehind([.to, .auxiliary, .pronoun], index, range) { return .verb }
        if isBefore([.determiner, .pronoun], index, range) { return .verb }
        // `captures temporal structure`
        if traits.contains(.third), isBeforeAdjective(index, range) { return .verb }
        // `Log in`
        if isStart, isBefore(.prefix, index, range), isBefore(.preposition, index, range),
            endOfJoined(index + 1, range.upperBound) == index + 2
        {
            return .verb
        }
        guard traits.contains(.opener), isContent(index + 1, range) else { return nil }
        if isStart || isBehind([.adverb], index, range) { return .verb }
        guard followsNoun(index, range) else { return nil }
        // `Costs limit complexity`, `this limits complexity`.
        return traits.contains(.third) != isPlural(words[index - 1]) ? .verb : nil
    }

    /// Whether `up`, `out` or `down` stands behind, and more behind it: `Split up the work`.
    private func isBeforeParticle(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index + 2 < range.upperBound, words[index + 1].traits.isSuperset(of: .particle) else { return false }
        return words[index + 1].gap == .blank && words[index + 2].gap == .blank
    }

    /// Whether an adjective stands behind, as it does not inside a phrase behind a noun.
    private func isBeforeAdjective(_ index: Int, _ range: Range<Int>) -> Bool {
        isBefore(.adjective, index, range)
            && words[index + 1].traits.isDisjoint(with: [.noun, .genericNoun, .nounVerb])
            && endOfJoined(index + 1, range.upperBound) == index + 2
    }

    /// Whether the word at `index` is all of its line but for numbers before it and what a mark divides from it.
    private func isLine(_ index: Int, _ range: Range<Int>) -> Bool {
        if index + 1 < range.upperBound,
            words[index + 1].gap.isDisjoint(with: [.line, .open, .colon, .dash, .arrow])
        {
            return false
        }
        var first = index
        while !words[first].gap.contains(.line) {
            guard first > range.lowerBound, words[first - 1].traits.contains(.number) else { return false }
            first -= 1
        }
        return true
    }

    private func isPlural(_ word: PhraseWord) -> Bool { word.traits.contains(.plural) }

    /// Whether a phrase goes on with the word at `index`.
    private func isContent(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index < range.upperBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return words[index].traits.isDisjoint(with: WordTraits.function.union([.number, .code, .date]))
    }

    /// Whether the word before the one at `index` is a noun of the same phrase.
    private func followsNoun(_ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return words[index - 1].tag.isHead
    }

    private func isBehind(
        _ wanted: WordTraits, _ index: Int, _ range: Range<Int>
    ) -> Bool {
        guard index > range.lowerBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return !words[index - 1].traits.isDisjoint(with: wanted)
    }

    private func isBefore(
        _ wanted: WordTraits, _ index: Int, _ range: Range<Int>
    ) -> Bool {
        guard index + 1 < range.upperBound, words[index + 1].gap.isDisjoint(with: .breaking) else { return false }
        return !words[index + 1].traits.isDisjoint(with: wanted)
    }
}
