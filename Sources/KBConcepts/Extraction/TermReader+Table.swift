internal import KBModel
internal import KBText

// Into the table.
extension TermReader {
    /// The most words of a name taken whole.
    private static let longestName = 7

    /// Adds a name as it is: a tag, an alias, an acronym or its long form.
    mutating func addWhole(_ range: Range<Int>, _ stretch: Stretch) {
        var start = range.lowerBound
        while start < range.upperBound, words[start].traits.contains(.determiner), range.count > 1 { start += 1 }
        guard start < range.upperBound, range.upperBound - start <= TermReader.longestName else { return }
        var isName = false
        tag(range, isTitleCase: true)
        for index in start..<range.upperBound {
            words[index].tag = .noun
            if words[index].gap.contains(.joint) { return }
            if words[index].traits.isDisjoint(with: [
                .genericNoun, .judgement, .number, .date, .code, .givenName, .short,
            ]) {
                isName = true
            }
            if words[index].shape.contains(.capitals) { isName = true }
        }
        guard isName || stretch.roles.contains(.acronym) else { return }
        add(start..<range.upperBound, stretch.roles, stretch, isTitleCase: false, isDoubtful: false)
    }

    /// Adds the phrase `range` in `roles`.
    mutating func add(
        _ range: Range<Int>, _ roles: RoleSet, _ stretch: Stretch, isTitleCase: Bool, isDoubtful: Bool
    ) {
        let firstWord = keyWords.words.count
        guard let key = key(of: range) else { return }
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        let surface = surface(of: range)
        let (isGeneric, hasCapital) = look(range)
        let startsSentence = !first.gap.isDisjoint(with: [.stop, .line, .colon])
        let isWeak = hasCapital && (isTitleCase || startsSentence)
        let variant: Int
        if let known = table.variant(surface) {
            variant = known
        } else {
            let group: Int
            if let known = table.group(key) {
                group = known
            } else {
                group = table.append(
                    TermTable.Group(
                        key: key, words: Int32(keyWords.words.count - firstWord), first: first.start,
                        isGeneric: isGeneric,
                        isDoubtful: true, variant: Int32(table.variants.count)))
            }
            variant = table.append(
                TermTable.Variant(
                    surface: surface, group: Int32(group), start: first.start, end: last.end, isWeak: isWeak))
        }
        if table.variants[variant].isWeak, !isWeak {
            table.variants[variant].start = first.start
            table.variants[variant].end = last.end
            table.variants[variant].isWeak = false
        }
        let group = Int(table.variants[variant].group)
        count(variant, group, roles, section: stretch.section)
        if !isDoubtful { table.groups[group].isDoubtful = false }
        guard roles.contains(.mention) else { return }
        table.groups[group].uses += 1
        table.uses.append(
            TermTable.Use(
                group: Int32(group), start: first.start, firstWord: Int32(firstWord),
                wordCount: isDoubtful ? 0 : Int32(keyWords.words.count - firstWord)))
    }

    private mutating func count(_ variant: Int, _ group: Int, _ roles: RoleSet, section: Int) {
        var rest = roles.rawValue
        while rest != 0 {
            if let role = TermCounts.Role(rawValue: rest.trailingZeroBitCount) {
                table.variants[variant].counts[role] += 1
            }
            rest &= rest &- 1
        }
        table.groups[group].roles |= roles.rawValue
        guard section >= 0, roles.contains(.mention) else { return }
        if table.variants[variant].lastSection != Int32(section) {
            table.variants[variant].lastSection = Int32(section)
            table.variants[variant].counts[.section] += 1
        }
        if table.groups[group].lastSection != Int32(section) {
            table.groups[group].lastSection = Int32(section)
            table.groups[group].sections += 1
        }
    }

    /// Whether all words are generic, and whether one has a capital that is no acronym's.
    private func look(_ range: Range<Int>) -> (isGeneric: Bool, hasCapital: Bool) {
        var (isGeneric, hasCapital) = (true, false)
        for index in range {
            let word = words[index]
            if word.tag == .noun || word.tag == .adjective || word.tag == .participle { isGeneric = false }
            if word.shape.contains(.capital) { hasCapital = true }
        }
        return (isGeneric, hasCapital)
    }

    /// A hash of the spelling, whatever its case.
    private func surface(of range: Range<Int>) -> UInt64 {
        var hash = WordTable.start
        for index in range {
            let isJoined = index > range.lowerBound && words[index].gap == .hyphen
            hash = WordTable.finished(hash ^ UInt64(UInt32(bitPattern: words[index].word)) << 1 ^ (isJoined ? 1 : 0))
        }
        return hash
    }

    /// Lays the keys of the words `range` behind ``keyWords``, and returns the key of them all; nil when none counts.
    mutating func key(of range: Range<Int>) -> UInt64? {
        let first = keyWords.words.count
        let lexicon = tokenizer.lexicon
        var index = range.lowerBound
        while index < range.upperBound {
            let word = words[index]
            let next = index + 1 < range.upperBound ? words[index + 1] : nil
            let isTied = next?.gap == .hyphen
            let isTiedBefore = index > range.lowerBound && word.gap == .hyphen
            index += 1
            if word.isDropped(isTied: isTied || isTiedBefore) { continue }
            if word.mayJoin, let next,
                let joined = memory.joined(Int(word.word), Int(next.word), isTied: isTied, lexicon)
            {
                keyWords.words.append(joined)
                index += 1
            } else if let key = memory.key(of: Int(word.word)) {
                keyWords.words.append(key)
            }
        }
        if keyWords.words.count > first + 1, words[range.upperBound - 1].traits.contains(.light) {
            keyWords.words.removeLast()
        }
        guard keyWords.words.count > first else { return nil }
        return keyWords.key(of: first..<keyWords.words.count)
    }

    /// Counts, for each phrase, how often it stands inside a longer one.
    mutating func countNested() { table.countNested(keyWords) }
}
