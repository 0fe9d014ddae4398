/// Tells what each word of a piece of text is to the phrases around it, from word lists, endings and neighbours.
struct PhraseTagger {
    let traits: [WordTraits]
    /// Whether most words of the text begin with a capital, so that a capital says nothing.
    let isTitleCase: Bool

    /// Tags `words[range]`, which is one block of text.
    func tag(_ words: inout [PhraseWord], _ range: Range<Int>) {
        var index = range.lowerBound
        var isStart = true
        while index < range.upperBound {
            if index > range.lowerBound {
                let gap = words[index].gap
                isStart = !gap.isDisjoint(with: [.stop, .line, .colon, .arrow, .dash])
            }
            let end = endOfJoined(words, index, range.upperBound)
            if end > index + 1 {
                tagJoined(&words, index..<end, range)
            } else {
                words[index].tag = tag(words, index, range, isStart: isStart)
                if words[index].tag == .noun, isName(words, index, range) {
                    words[index].tag = .verb
                    if index + 1 < range.upperBound { words[index + 1].tag = .verb }
                    index += 1
                }
            }
            index = max(index + 1, end)
        }
    }

    func traits(_ word: PhraseWord) -> WordTraits {
        let index = Int(word.word)
        return traits.indices.contains(index) ? traits[index] : []
    }

    /// Where the words joined to the one at `index` end.
    private func endOfJoined(_ words: [PhraseWord], _ index: Int, _ limit: Int) -> Int {
        var end = index + 1
        while end < limit, words[end].gap == .hyphen || words[end].gap == .joint || isPair(words, end) { end += 1 }
        return end
    }

    /// Whether a slash or `&` joins two short names: `A/B`, `CI/CD`, `R&D`.
    private func isPair(_ words: [PhraseWord], _ index: Int) -> Bool {
        let gap = words[index].gap
        guard gap == .slash || gap == .ampersand else { return false }
        let (before, after) = (words[index - 1], words[index])
        guard after.start == before.end + 1 else { return false }
        let (left, right) = (before.end - before.start, after.end - after.start)
        if left == 1, right == 1 { return true }
        return before.shape.contains(.capitals) && after.shape.contains(.capitals) && left <= 3 && right <= 3
    }

    /// Words joined by hyphens are one: what they are, the last one says. Joined by a dot or `_`, they are code.
    private func tagJoined(_ words: inout [PhraseWord], _ range: Range<Int>, _ block: Range<Int>) {
        var tag = PhraseWord.Tag.noun
        for index in range.dropFirst() {
            if words[index].gap == .joint { tag = .verb } else { words[index].gap = .hyphen }
        }
        for index in range where words[index].isHidden { tag = .verb }
        if tag == .noun {
            var letters = false
            for index in range where words[index].shape.contains(.letter) { letters = true }
            let last = words[range.upperBound - 1]
            let lastTraits = traits(last)
            if !letters {
                tag = .verb
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
    private func isName(_ words: [PhraseWord], _ index: Int, _ range: Range<Int>) -> Bool {
        guard words[index].shape.contains(.capital), !words[index].shape.contains(.capitals),
            traits(words[index]).contains(.givenName)
        else { return false }
        guard index + 1 < range.upperBound, words[index + 1].gap.isDisjoint(with: .breaking) else { return true }
        return words[index + 1].shape.contains(.capital) || words[index + 1].shape.contains(.capitals)
    }

    private func tag(_ words: [PhraseWord], _ index: Int, _ range: Range<Int>, isStart: Bool) -> PhraseWord.Tag {
        let word = words[index]
        if word.isHidden { return .verb }
        let traits = traits(word)
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
            return isLetter && isContent(words, index + 1, range) ? .adjective : .verb
        }
        if !traits.isDisjoint(with: [.code, .date]) { return isAcronym ? .noun : .verb }
        if isAcronym, !isTitleCase { return .noun }
        // A capital in the middle of a sentence: a name.
        if word.shape.contains(.inner) || word.shape.contains(.capital) && !isStart && !isTitleCase {
            if traits.isDisjoint(with: [.judgement, .genericNoun, .past]) { return .noun }
        }
        if traits.contains(.noun) {
            return traits.contains(.genericNoun) ? .genericNoun : .noun
        }
        if traits.contains(.past) { return tagPast(words, index, range, traits) }
        if traits.contains(.gerund) { return tagGerund(words, index, range, traits, isStart: isStart) }
        if !traits.isDisjoint(with: [.verb, .nounVerb]) {
            if let tag = tagVerb(words, index, range, traits, isStart: isStart) { return tag }
        }
        if traits.contains(.genericNoun) { return .genericNoun }
        if traits.contains(.judgement) { return .judgement }
        if traits.contains(.adjective) { return .adjective }
        return .noun
    }

    /// A form in `ed`: part of a phrase when one goes on behind it.
    private func tagPast(
        _ words: [PhraseWord], _ index: Int, _ range: Range<Int>, _ traits: WordTraits
    ) -> PhraseWord.Tag {
        if traits.contains(.judgement) { return followsNoun(words, index, range) ? .verb : .judgement }
        guard isContent(words, index + 1, range) else { return .verb }
        if isBehind([.pronoun], words, index, range) { return .verb }
        if followsNoun(words, index, range), traits.contains(.verb) { return .verb }
        return .participle
    }

    /// A form in `ing`: a noun when it is what a phrase is about.
    private func tagGerund(
        _ words: [PhraseWord], _ index: Int, _ range: Range<Int>, _ traits: WordTraits, isStart: Bool
    ) -> PhraseWord.Tag {
        if traits.contains(.judgement) { return .judgement }
        if traits.contains(.adjective) { return .adjective }
        if isBefore([.determiner, .pronoun], words, index, range) { return .verb }
        if traits.contains(.verb) { return followsNoun(words, index, range) ? .noun : .verb }
        return .noun
    }

    /// A verb's other forms; nil when it may be a noun here.
    private func tagVerb(
        _ words: [PhraseWord], _ index: Int, _ range: Range<Int>, _ traits: WordTraits, isStart: Bool
    ) -> PhraseWord.Tag? {
        if traits.contains(.verb), traits.isDisjoint(with: [.noun, .genericNoun]) {
            return traits.isDisjoint(with: [.judgement, .adjective]) ? .verb : nil
        }
        if isBehind([.to, .auxiliary, .pronoun], words, index, range) { return .verb }
        if isBefore([.determiner, .pronoun], words, index, range) { return .verb }
        if isStart, traits.contains(.opener), isContent(words, index + 1, range) { return .verb }
        return nil
    }

    /// Whether a phrase goes on with the word at `index`.
    private func isContent(_ words: [PhraseWord], _ index: Int, _ range: Range<Int>) -> Bool {
        guard index < range.upperBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return traits(words[index]).isDisjoint(with: WordTraits.function.union([.number, .code, .date]))
    }

    /// Whether the word before the one at `index` is a noun of the same phrase.
    private func followsNoun(_ words: [PhraseWord], _ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return words[index - 1].tag.isHead
    }

    private func isBehind(
        _ wanted: WordTraits, _ words: [PhraseWord], _ index: Int, _ range: Range<Int>
    ) -> Bool {
        guard index > range.lowerBound, words[index].gap.isDisjoint(with: .breaking) else { return false }
        return !traits(words[index - 1]).isDisjoint(with: wanted)
    }

    private func isBefore(
        _ wanted: WordTraits, _ words: [PhraseWord], _ index: Int, _ range: Range<Int>
    ) -> Bool {
        guard index + 1 < range.upperBound, words[index + 1].gap.isDisjoint(with: .breaking) else { return false }
        return !traits(words[index + 1]).isDisjoint(with: wanted)
    }
}
