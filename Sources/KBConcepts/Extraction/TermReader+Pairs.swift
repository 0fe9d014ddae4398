internal import KBModel

// Phrases that reach over `and`, `vs` or a slash, or that stand inside others.
extension TermReader {
    /// Adds `push vs pull` when nothing stands before and behind it: what the line is about. False when it is none.
    mutating func addContrast(_ left: Int) -> Bool {
        let (before, after) = (pieces[left].words, pieces[left + 1].words)
        guard before.upperBound < after.lowerBound,
            words[before.upperBound].traits.isSuperset(of: [.and, .preposition])
        else { return false }
        guard isUnit(before), isUnit(after), !before.isEmpty, !after.isEmpty,
            !words[before.lowerBound].gap.isDisjoint(with: WordGap.leading.union(.line)),
            !pieces[left + 1].after.isDisjoint(with: .strong), !pieces[left + 1].isBeforeAnd
        else { return true }
        for side in [before, after] {
            for index in side where words[index].isHidden || words[index].traits.contains(.number) { return true }
        }
        phrases.append(
            Phrase(
                words: before.lowerBound..<after.upperBound, piece: left, isWhole: false, touchesStart: false,
                touchesEnd: false, isContrast: true))
        return true
    }

    /// Adds `cache size` of `cache size limit and growth`: what both nouns belong to.
    mutating func addCoordinated(_ left: Int) {
        guard let first = pieces[left].phrases.last, let second = pieces[left + 1].phrases.first,
            phrases[first].touchesEnd, phrases[second].touchesStart, phrases[second].touchesEnd,
            phrases[second].words.count == 1, phrases[first].words.count == 3
        else { return }
        let both = phrases[first].words.dropLast()
        guard let last = both.last, words[last].tag.isHead, words[last].gap != .hyphen, words[last + 1].gap != .hyphen
        else { return }
        phrases.append(
            Phrase(words: both, piece: left, isWhole: false, touchesStart: false, touchesEnd: false))
    }

    /// Whether a phrase is one of two words before a noun that belongs to both: `user` of `user/item features`.
    func isShared(_ phrase: Phrase) -> Bool {
        if phrase.touchesStart, phrase.piece > 0, isHyphenated(before: phrase) { return true }
        guard phrase.touchesEnd, pieces[phrase.piece].after == .slash, isUnit(phrase.words),
            phrase.piece + 1 < pieces.count,
            let next = pieces[phrase.piece + 1].phrases.first(where: { phrases[$0].touchesStart })
        else { return false }
        return !isUnit(phrases[next].words)
    }

    /// Whether a hyphen before the slash divides what the slash does not: `row-key/value lookups` has no `value lookups`.
    private func isHyphenated(before phrase: Phrase) -> Bool {
        let first = phrase.words.lowerBound
        guard words[first].gap == .slash, first > 0, phrase.words.count > 1, words[first + 1].gap != .hyphen
        else { return false }
        return words[first - 1].gap == .hyphen
    }

    /// Whether hyphens make one word of all.
    func isUnit(_ range: Range<Int>) -> Bool { !range.dropFirst().contains { words[$0].gap != .hyphen } }

    /// Letters of an acronym that is a term wherever it stands.
    private static let shortestAcronym = 3

    /// Adds what of a phrase is a term of its own: `SLOs` of `latency SLOs`, `post-processing` of `pre/post-processing`.
    mutating func addInner(_ phrase: Range<Int>, _ stretch: Stretch, isTitleCase: Bool) {
        let first = phrase.lowerBound
        if Int(words[first].end) < text.count, text[Int(words[first].end)] == UInt8(ascii: "/"),
            words[first].traits.contains(.prefix)
        {
            add(phrase.dropFirst(), .mention, stretch, isTitleCase: isTitleCase, isDoubtful: false)
        }
        guard !isTitleCase else { return }
        for index in phrase where words[index].shape.isSuperset(of: [.capitals, .letter]) {
            let isTied = index + 1 < phrase.upperBound && words[index + 1].gap == .hyphen
            guard Int(words[index].end - words[index].start) >= TermReader.shortestAcronym, !isTied,
                index == first || words[index].gap != .hyphen, words[index].traits.isDisjoint(with: [.code, .date])
            else { continue }
            // Its stands inside phrases are counted with all others'.
            add(index..<index + 1, [], stretch, isTitleCase: false, isDoubtful: false)
        }
    }
}
