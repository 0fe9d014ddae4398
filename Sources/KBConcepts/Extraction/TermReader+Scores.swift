internal import KBModel

// How much of a note a term stands for.
extension TermReader {
    /// Terms kept of a short note.
    private static let fewestTerms = 60
    /// Terms kept beyond those for every hundred words.
    private static let termsPerHundredWords = 15
    /// Spellings kept of one term.
    private static let mostSpellings = 4

    /// The best terms of what was read, in the order of first sight.
    func bestTerms() -> [TermUse] {
        let limit = TermReader.fewestTerms + words.count * TermReader.termsPerHundredWords / 100
        var kept = keptGroups
        if kept.count > limit {
            let scores = scores(in: nil, forKeeping: true)
            kept.sort { (scores[$1], $0) < (scores[$0], $1) }
            // What the author set down as a thing of its own always stays; the best of the rest fill the room.
            var room = limit - kept.count { isStructural($0) }
            kept = kept.filter { group in
                if isStructural(group) { return true }
                room -= 1
                return room >= 0
            }
            kept.sort()
        }
        var terms: [TermUse] = []
        terms.reserveCapacity(kept.count * 5 / 4)
        for group in kept {
            var variant = Int(table.groups[group].variant)
            var spellings = 0
            while variant >= 0, spellings < TermReader.mostSpellings {
                let found = table.variants[variant]
                terms.append(
                    TermUse(spelling: spelling(found), key: table.groups[group].key, counts: found.counts))
                variant = Int(found.next)
                spellings += 1
            }
        }
        return terms
    }

    private static let structural: RoleSet = [
        .alone, .lead, .heading, .enumerated, .acronym, .marked, .defined, .title, .tag, .link,
    ]

    /// Whether a term was met as more than a piece of running text.
    private func isStructural(_ group: Int) -> Bool {
        !RoleSet(rawValue: table.groups[group].roles).isDisjoint(with: TermReader.structural)
    }

    /// The best phrases of what was read, best first; ties by first sight.
    func keyphrases(in frequencies: TermFrequencies?, limit: Int) -> [Keyphrase] {
        let scores = scores(in: frequencies)
        var kept = keptGroups
        kept.sort { (scores[$1], $0) < (scores[$0], $1) }
        kept.removeLast(max(0, kept.count - max(0, limit)))
        return zip(kept, lines(of: kept)).map { group, lines in
            let found = table.groups[group]
            return Keyphrase(
                spelling: spelling(bestVariant(of: found)), key: found.key, score: scores[group], lines: lines)
        }
    }

    /// Terms that may be kept, in the order of first sight. A phrase with `of` counts when it comes twice.
    var keptGroups: [Int] {
        var kept: [Int] = []
        kept.reserveCapacity(table.groups.count)
        for index in table.groups.indices where !table.groups[index].isDoubtful || table.groups[index].uses > 1 {
            kept.append(index)
        }
        return kept
    }

    /// How much of the note each group stands for; `forKeeping`, how much it is worth keeping in the index.
    private func scores(in frequencies: TermFrequencies?, forKeeping: Bool = false) -> [Double] {
        var scores: [Double] = []
        scores.reserveCapacity(table.groups.count)
        for index in table.groups.indices {
            scores.append(score(table.groups[index], frequencies, forKeeping: forKeeping))
        }
        return scores
    }

    private func score(_ group: TermTable.Group, _ frequencies: TermFrequencies?, forKeeping: Bool) -> Double {
        let words = Int(group.words)
        let uses = Double(group.uses) + TermWeight.nested * Double(group.nested)
        var score = TermWeight.binaryLogarithm(1 + uses)
        score *= forKeeping ? TermWeight.lengthKept(words) : TermWeight.length(words)
        let depth = TermWeight.binaryLogarithm(1 + Double(group.first) / TermWeight.placeUnit)
        score /= 1 + TermWeight.place * depth
        if group.isGeneric { score *= TermWeight.generic }
        if group.isDoubtful { score *= TermWeight.doubtful }
        score *= TermWeight.bonus(RoleSet(rawValue: group.roles))
        if let frequencies {
            score *= TermWeight.rarity(frequencies.notes, frequencies.notes(holding: group.key))
        }
        return score
    }

    /// The spelling used most; ties by first sight.
    func bestVariant(of group: TermTable.Group) -> TermTable.Variant {
        var index = Int(group.variant)
        var best = table.variants[index]
        while table.variants[index].next >= 0 {
            index = Int(table.variants[index].next)
            if table.variants[index].counts[.mention] > best.counts[.mention] { best = table.variants[index] }
        }
        return best
    }

    /// The spelling as written, its words one space apart.
    func spelling(_ variant: TermTable.Variant) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(variant.end - variant.start))
        var skip = 0
        for index in Int(variant.start)..<Int(variant.end) {
            if skip > 0 {
                skip -= 1
                continue
            }
            let byte = text[index]
            if byte > 0x20 {
                skip = byte < 0xC2 ? 0 : blankLength(at: index) - 1
                if skip <= 0 {
                    bytes.append(byte)
                    continue
                }
            }
            if bytes.last != 0x20 { bytes.append(0x20) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of the blank beyond ASCII that begins at `index`, as U+00A0 and U+2009; 0 when none does.
    private func blankLength(at index: Int) -> Int {
        let second = index + 1 < text.count ? text[index + 1] : 0
        let third = index + 2 < text.count ? text[index + 2] : 0
        return switch (text[index], second, third) {
        case (0xC2, 0xA0, _): 2
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): 3
        default: 0
        }
    }

    /// For each of `groups`, the lines it stands on, ascending, each once.
    func lines(of groups: [Int]) -> [[Int]] {
        var wanted = [Int](repeating: -1, count: table.groups.count)
        for (place, group) in groups.enumerated() { wanted[group] = place }
        var lines = [[Int]](repeating: [], count: groups.count)
        var stretch = 0
        for use in table.uses {
            let place = wanted[Int(use.group)]
            guard place >= 0 else { continue }
            while stretch + 1 < stretches.count, stretches[stretch + 1].range.lowerBound <= Int(use.start) {
                stretch += 1
            }
            let found = stretches[stretch]
            let start = min(found.range.lowerBound, Int(use.start))
            let line = found.line + text[start..<Int(use.start)].count { $0 == UInt8(ascii: "\n") }
            if lines[place].last != line { lines[place].append(line) }
        }
        return lines
    }

    /// The key of a typed phrase.
    mutating func key(ofSpelling spelling: [UInt8]) -> UInt64? {
        text = spelling
        stretches.removeAll(keepingCapacity: true)
        stretches.append(Stretch(kind: .whole, range: 0..<text.count, section: -1, line: 1, roles: []))
        keyWords.words.removeAll(keepingCapacity: true)
        tokenize()
        guard !words.isEmpty else { return nil }
        let all = 0..<words.count
        words[0].gap = .line
        tag(0..<words.count, isTitleCase: true)
        return key(of: all)
    }
}
