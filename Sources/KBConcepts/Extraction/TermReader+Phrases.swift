internal import KBModel

// Where phrases begin and end.
extension TermReader {
    /// The most words of a phrase, those joined by hyphens counted as one.
    private static let longestPhrase = 4

    /// Cuts the tagged words `range` into pieces and finds the phrases of each.
    mutating func cutPieces(_ range: Range<Int>) {
        pieces.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            index += 1
            let isEnd = index == range.upperBound
            let isAnd = !isEnd && words[index].tag == .and
            guard isEnd || isAnd || !words[index].gap.isDisjoint(with: .breaking) else { continue }
            let first = phrases.count
            findPhrases(start..<index)
            // A comma before `and` is part of the enumeration.
            let after = isEnd ? .line : words[index].gap
            pieces.append(
                Piece(words: start..<index, after: after, isBeforeAnd: isAnd, phrases: first..<phrases.count))
            if isAnd { index += 1 }
            start = index
        }
        for index in pieces.indices.dropLast() where pieces[index].isBeforeAnd {
            if !addContrast(index) { addCoordinated(index) }
        }
    }

    private mutating func findPhrases(_ range: Range<Int>) {
        var index = range.lowerBound
        let first = phrases.count
        var foreign = false
        while index < range.upperBound {
            let tag = words[index].tag
            guard tag.isContent else {
                if tag != .determiner { foreign = true }
                index += 1
                continue
            }
            var end = index
            while end < range.upperBound, words[end].tag.isContent, !isNewStart(end, from: index) { end += 1 }
            if let found = trimmed(index..<end) {
                if found.upperBound < end, !isBare(found.upperBound..<end) { foreign = true }
                phrases.append(
                    Phrase(
                        words: found, piece: pieces.count, isWhole: false,
                        touchesStart: isBare(range.lowerBound..<found.lowerBound),
                        touchesEnd: found.upperBound == range.upperBound))
            } else {
                foreign = true
            }
            index = end
        }
        joinByOf(first, range)
        if phrases.count == first + 1, !foreign { phrases[first].isWhole = true }
    }

    /// Whether another phrase begins here: `performance different metrics`.
    private func isNewStart(_ index: Int, from start: Int) -> Bool {
        guard index > start, words[index - 1].tag.isHead, words[index].gap != .hyphen else { return false }
        return words[index].tag == .judgement || words[index].tag == .number
    }

    /// Whether nothing stands in `range` but articles and the like.
    private func isBare(_ range: Range<Int>) -> Bool {
        for index in range {
            switch words[index].tag {
            case .determiner, .judgement, .number: continue
            default: return false
            }
        }
        return true
    }

    /// The words of a run that are a phrase; nil when none are.
    private func trimmed(_ run: Range<Int>) -> Range<Int>? {
        var (start, end) = (run.lowerBound, run.upperBound)
        while end > start, !words[end - 1].tag.isHead { end -= 1 }
        while start < end, isSpare(start, end) { start += 1 }
        guard start < end else { return nil }
        var units = 1
        var first = end - 1
        while first > start {
            if words[first].gap != .hyphen {
                if units == TermReader.longestPhrase { break }
                units += 1
            }
            first -= 1
        }
        while first < end, isSpare(first, end) { first += 1 }
        guard first < end else { return nil }
        if end - first == 1 {
            let word = words[first]
            if word.tag == .genericNoun { return nil }
            if word.end - word.start < 3, !word.shape.contains(.capitals) { return nil }
        } else if end - first == 2, words[first].end - words[first].start == 1, words[end - 1].tag == .genericNoun {
            return nil
        } else if end - first == 2, words[first].traits.isSuperset(of: [.genericNoun, .plural]),
            words[end - 1].traits.isSuperset(of: [.genericNoun, .nounVerb]), !words[end - 1].traits.contains(.plural)
        {
            // `Methods change`
            return nil
        }
        return first..<end
    }

    /// Whether a phrase is better without its first word: `good value`, but not `high availability`.
    private func isSpare(_ first: Int, _ end: Int) -> Bool {
        guard words[first].tag == .judgement || words[first].tag == .number else { return false }
        guard words[first].traits.contains(.measure), first + 1 < end, words[first + 1].tag != .judgement else {
            return true
        }
        return end - first == 2 && words[first + 1].tag == .genericNoun
    }

    /// Adds `rate of convergence` beside `rate` and `convergence`; alone in its piece, in their place.
    private mutating func joinByOf(_ first: Int, _ piece: Range<Int>) {
        var index = first
        let last = phrases.count
        while index < last {
            defer { index += 1 }
            let left = phrases[index]
            let of = left.words.upperBound
            guard of + 1 < piece.upperBound, words[of].tag == .of else { continue }
            var next = of + 1
            if words[next].tag == .determiner { next += 1 }
            guard index + 1 < last, next < piece.upperBound, phrases[index + 1].words.lowerBound == next,
                left.words.count + phrases[index + 1].words.count <= TermReader.longestPhrase,
                words[of - 1].tag == .noun
            else { continue }
            var joined = phrases[index + 1]
            joined.words = left.words.lowerBound..<joined.words.upperBound
            joined.touchesStart = left.touchesStart
            let isListed = piece.upperBound < words.count && words[piece.upperBound].tag == .and
            if last == first + 2, joined.touchesStart, joined.touchesEnd, !isListed {
                joined.isWhole = true
            } else {
                joined.isDoubtful = true
            }
            phrases.append(joined)
        }
    }

    /// Adds the phrases of the block to the table, each with the roles it plays.
    mutating func addPhrases(_ stretch: Stretch, isTitleCase: Bool) {
        let enumerated = enumeratedPhrases(stretch)
        let isForeign = stretch.kind != .heading && stretch.kind != .title && isForeign(stretch)
        for index in phrases.indices {
            let phrase = phrases[index]
            if isShared(phrase) { continue }
            if isForeign, !phrase.isWhole || phrase.words.count > TermReader.longestForeign { continue }
            var roles = stretch.roles
            if phrase.isDoubtful { roles = roles.subtracting(.heading) }
            let piece = pieces[phrase.piece]
            let before = words[piece.words.lowerBound].gap
            if phrase.isWhole {
                let isAfterAnd = phrase.piece > 0 && pieces[phrase.piece - 1].isBeforeAnd
                if !piece.isBeforeAnd, !isAfterAnd { roles.insert(.alone) }
                if stretch.kind == .item || stretch.kind == .text, before.contains(.line),
                    !piece.after.isDisjoint(with: .leading)
                {
                    roles.insert(.lead)
                }
            }
            if phrase.isContrast { roles.insert(.alone) }
            if index < 64, enumerated >> UInt64(index) & 1 == 1 { roles.insert(.enumerated) }
            for (covered, role) in apart where isAbout(covered, phrase.words) { roles.insert(role) }
            add(phrase.words, roles, stretch, isTitleCase: isTitleCase, isDoubtful: phrase.isDoubtful)
            if phrase.words.count > 1 { addInner(phrase.words, stretch, isTitleCase: isTitleCase) }
        }
        addApart(stretch, isTitleCase: isTitleCase)
    }

    /// Running text with fewer function words than one in so many is in no language that the lists know, unless they
    /// know every second word: a fragment.
    private static let wordsPerFunctionWord = 10
    /// The most words of a phrase in another language, which must stand alone.
    private static let longestForeign = 3

    private func isForeign(_ stretch: Stretch) -> Bool {
        guard let first = pieces.first, let last = pieces.last else { return false }
        let count = last.words.upperBound - first.words.lowerBound
        guard count >= TermReader.wordsPerFunctionWord else { return false }
        var (known, english) = (0, 0)
        for index in first.words.lowerBound..<last.words.upperBound {
            if !words[index].traits.isDisjoint(with: .function) { known += 1 }
            if !words[index].traits.isDisjoint(with: .english) { english += 1 }
        }
        if stretch.kind != .row, english * 2 > count { return false }
        return known * TermReader.wordsPerFunctionWord < count
    }

    /// Whether `phrase` is all that `covered` holds, articles and the like left out.
    private func isAbout(_ covered: Range<Int>, _ phrase: Range<Int>) -> Bool {
        covered.upperBound == phrase.upperBound && covered.lowerBound <= phrase.lowerBound
            && isBare(covered.lowerBound..<phrase.lowerBound)
    }

    /// Adds what the author set apart inside a longer phrase.
    private mutating func addApart(_ stretch: Stretch, isTitleCase: Bool) {
        for (covered, role) in apart {
            guard covered.count <= 2 * TermReader.longestPhrase, let phrase = trimmed(covered), phrase == covered else {
                continue
            }
            var isOne = true
            for index in phrase {
                if !words[index].tag.isContent { isOne = false }
                if index > phrase.lowerBound, !words[index].gap.isDisjoint(with: .breaking) { isOne = false }
            }
            guard isOne, !phrases.contains(where: { $0.words == phrase }) else { continue }
            add(phrase, [role, .mention], stretch, isTitleCase: isTitleCase, isDoubtful: false)
        }
    }

    /// A bit for each of the first 64 phrases: set for those named in a row.
    private func enumeratedPhrases(_ stretch: Stretch) -> UInt64 {
        var bits: UInt64 = 0
        var run = 0
        var (isPair, isLed) = (false, false)
        var runBits: UInt64 = 0
        for (index, piece) in pieces.enumerated() {
            let isListed = piece.isBeforeAnd || !piece.after.isDisjoint(with: .listing)
            let isOpen = piece.after.isDisjoint(with: .strong)
            // The phrase at this end of the piece meets the one at the beginning of the next.
            guard isListed, isOpen, index + 1 < pieces.count,
                let left = piece.phrases.last(where: { phrases[$0].touchesEnd }),
                let right = pieces[index + 1].phrases.first(where: { phrases[$0].touchesStart }), right < 64
            else {
                // `Signals: clicks, dwell time`
                let endsLine = piece.after.contains(.line) || index + 1 == pieces.count
                if run > 2 || run == 2 && (isPair || isLed && endsLine) { bits |= runBits }
                (run, isPair, runBits) = (0, false, 0)
                continue
            }
            let goesOn = run > 0 && phrases[left].touchesStart
            if !goesOn {
                if run > 2 || run == 2 && isPair { bits |= runBits }
                (run, isPair, runBits) = (1, false, 1 << UInt64(left))
                isLed =
                    phrases[left].touchesStart
                    && !words[piece.words.lowerBound].gap.isDisjoint(with: .leading)
            }
            if piece.isBeforeAnd || piece.after.contains(.slash) { isPair = true }
            run += 1
            runBits |= 1 << UInt64(right)
        }
        return bits
    }
}
