internal import KBModel
internal import KBText

// Into the table.
extension TermReader {
    /// The most words of a name taken whole.
    private static let longestName = 7

    /// Adds a name as it is: a tag, an alias, an acronym or its long form.
    mutating func addWhole(_ range: Range<Int>, _ stretch: Stretch) {
        var start = range.lowerBound
        while start < range.upperBound, traits(start).contains(.determiner), range.count > 1 { start += 1 }
        guard start < range.upperBound, range.upperBound - start <= TermReader.longestName else { return }
        var isName = false
        PhraseTagger(traits: memory.traits, isTitleCase: true).tag(&words, range)
        for index in start..<range.upperBound {
            words[index].tag = .noun
            if words[index].gap.contains(.joint) { return }
            if traits(index).isDisjoint(with: [.genericNoun, .judgement, .number, .date, .code, .givenName, .short]) {
                isName = true
            }
            if words[index].shape.contains(.capitals) { isName = true }
        }
        guard isName || stretch.roles.contains(.acronym) else { return }
        add(start..<range.upperBound, stretch.roles, stretch, isTitleCase: false, isDoubtful: false)
    }

    func traits(_ index: Int) -> WordTraits {
        let word = Int(words[index].word)
        return memory.traits.indices.contains(word) ? memory.traits[word] : []
    }

    /// Adds the phrase `range` in `roles`.
    mutating func add(
        _ range: Range<Int>, _ roles: RoleSet, _ stretch: Stretch, isTitleCase: Bool, isDoubtful: Bool
    ) {
        let firstWord = keyWords.count
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
                        key: key, words: Int32(keyWords.count - firstWord), first: first.start, isGeneric: isGeneric,
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
        if hasCapital, !isWeak { table.groups[group].isProper = true }
        guard roles.contains(.mention) else { return }
        table.groups[group].uses += 1
        table.uses.append(
            TermTable.Use(
                group: Int32(group), start: first.start, firstWord: Int32(firstWord),
                wordCount: isDoubtful ? 0 : Int32(keyWords.count - firstWord)))
    }

    private mutating func count(_ variant: Int, _ group: Int, _ roles: RoleSet, section: Int) {
        for role in TermCounts.Role.allCases where roles.contains(RoleSet(role)) {
            table.variants[variant].counts[role] += 1
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
        let first = keyWords.count
        var index = range.lowerBound
        while index < range.upperBound {
            let word = Int(words[index].word)
            let isTied =
                index + 1 < range.upperBound && words[index + 1].gap == .hyphen
            if isDropped(index, isTied: isTied || index > range.lowerBound && words[index].gap == .hyphen) {
                index += 1
                continue
            }
            if index + 1 < range.upperBound, !isDropped(index + 1, isTied: isTied) {
                let next = Int(words[index + 1].word)
                if let inner = memory.joined(word, next, isLast: false, tokenizer.lexicon),
                    let last = memory.joined(word, next, isLast: true, tokenizer.lexicon)
                {
                    keyWords.append((inner, last))
                    index += 2
                    continue
                }
            }
            if memory.inner.indices.contains(word) { keyWords.append((memory.inner[word], memory.last[word])) }
            index += 1
        }
        if keyWords.count > first + 1, traits(range.upperBound - 1).contains(.lightHead) { keyWords.removeLast() }
        guard keyWords.count > first else { return nil }
        return key(ofWords: first..<keyWords.count)
    }

    /// Whether a word says nothing in a key: `of`, `the`. One tied by a hyphen is part of a name: `in-memory`.
    private func isDropped(_ index: Int, isTied: Bool) -> Bool {
        let traits = traits(index)
        if !traits.isDisjoint(with: [.of, .to, .and]) { return true }
        if isTied { return false }
        return !traits.isDisjoint(with: [.determiner, .preposition]) && traits.isDisjoint(with: .prefix)
    }

    /// The key of a range of ``keyWords``: the same for all their orders.
    func key(ofWords range: Range<Int>) -> UInt64 {
        var sum = UInt64(truncatingIfNeeded: range.count)
        for index in range.dropLast() { sum &+= WordTable.finished(keyWords[index].inner) }
        if let last = range.last { sum &+= WordTable.finished(keyWords[last].last) }
        return WordTable.finished(sum)
    }

    /// Counts, for each phrase, how often it stands inside a longer one.
    mutating func countNested() {
        for use in table.uses where use.wordCount > 1 {
            let (first, end) = (Int(use.firstWord), Int(use.firstWord + use.wordCount))
            for start in first..<end {
                for stop in start + 1...end where stop - start < end - first {
                    guard let group = table.group(key(ofWords: start..<stop)) else { continue }
                    table.groups[group].nested += 1
                    table.variants[Int(table.groups[group].variant)].counts[.mention] += 1
                }
            }
        }
    }
}
