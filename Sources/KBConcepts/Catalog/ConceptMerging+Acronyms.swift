import KBModel
import KBText

// Acronyms and clipped words with what they are short for.
extension ConceptMerging {
    /// Joins acronyms with what they stand for: as the notes say, else as the general list says, else, for three letters
    /// and more, when a single phrase of the vault has those initials.
    ///
    /// An acronym with two meanings, in the notes or in the list, joins none.
    mutating func joinAcronyms(_ pairs: [NoteAcronym]) {
        let list = Abbreviation.list
        let told = joinTold(pairs)
        for abbreviation in list {
            guard let group = group(of: abbreviation.short), !told.contains(group) else { continue }
            note(abbreviation, for: group)
        }
        joinInitials(unexplained(told, list))
        for abbreviation in list where !Abbreviation.ownWords.contains(abbreviation.short) {
            guard let word = phrases.number(of: abbreviation.short), expansions[word] == nil else { continue }
            guard abbreviation.longs.count == 1 || abbreviation.keys(extractor).count == 1 else { continue }
            if let group = group(of: abbreviation.short), told.contains(group) { continue }
            expansions[word] = abbreviation.longs.first
        }
        expandClippedEndings(list)
        joinExpanded()
    }

    /// Joins what the notes spell out, and tells which acronyms they do.
    private mutating func joinTold(_ pairs: [NoteAcronym]) -> Set<Int> {
        var longs: [Int: Set<Int>] = [:]
        var unmet: [Int: [String: Int]] = [:]
        for pair in pairs where Abbreviation.shortens(pair.short, pair.long) {
            guard let short = group(of: pair.short) else { continue }
            if let long = group(like: pair.long) {
                if short != long { longs[short, default: []].insert(long) }
            } else {
                unmet[short, default: [:]][pair.long, default: 0] += pair.notes
            }
        }
        for (short, forms) in unmet where longs[short] == nil { name(short, forms) }
        for (short, members) in longs.sorted(by: { $0.key < $1.key }) {
            let roots = Set(members.map { joined.root(of: $0) }).sorted()
            if roots.count == 1, let long = roots.first {
                if joined.join(short, long) { expand(short, to: long) }
            } else {
                meanings[short] = members.sorted()
            }
        }
        return Set(longs.keys).union(unmet.keys)
    }

    /// Gives an acronym the long form that its notes spell out and use nowhere else; of several that are not one, none.
    private mutating func name(_ short: Int, _ forms: [String: Int]) {
        guard Set(forms.keys.map { phrases.folded($0) }).count == 1 else { return }
        let ranked = forms.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        further[short] = ranked.map { ConceptNaming.Spelling(text: $0.key, mentions: $0.value, notes: $0.value) }
        shortForms.insert(short)
    }

    /// Takes down the meanings of an acronym that the list has several for.
    private mutating func note(_ abbreviation: Abbreviation, for group: Int) {
        let known = Set(abbreviation.longs.compactMap { self.group(like: $0) })
        if abbreviation.keys(extractor).count > 1, !known.isEmpty { meanings[group] = known.sorted() }
    }

    /// Acronyms of three to eight letters that neither the notes nor the list explain, by their letters.
    private func unexplained(_ told: Set<Int>, _ list: [Abbreviation]) -> [UInt64: [Int]] {
        let listed = Set(list.map(\.short))
        var acronyms: [UInt64: [Int]] = [:]
        for group in groups.indices where !told.contains(group) && isAcronym(group) {
            guard let word = phrases[group].first, !listed.contains(text(of: word)) else { continue }
            let letters = phrases.letters(of: word)
            if 3...8 ~= letters.count { acronyms[Abbreviation.packed(letters), default: []].append(group) }
        }
        return acronyms
    }

    /// Joins acronyms with the one phrase that has their initials.
    private mutating func joinInitials(_ acronyms: [UInt64: [Int]]) {
        guard !acronyms.isEmpty else { return }
        var longs: [UInt64: Set<Int>] = [:]
        for group in groups.indices where phrases[group].count >= 3 {
            for initials in initials(of: group) where acronyms[initials] != nil {
                longs[initials, default: []].insert(joined.root(of: group))
            }
        }
        join(acronyms, longs.filter { initials, longs in longs.allSatisfy { isLikely($0, initials) } })
    }

    /// Joins each acronym with the concept it has in `longs`, if that is the only one.
    private mutating func join(_ acronyms: [UInt64: [Int]], _ longs: [UInt64: Set<Int>]) {
        for (letters, shorts) in acronyms.sorted(by: { $0.key < $1.key }) {
            guard let candidates = longs[letters], candidates.count == 1, let long = candidates.first else { continue }
            for short in shorts where !shortForms.contains(short) && joined.join(short, long) {
                expand(short, to: long)
            }
        }
    }

    /// Whether a phrase is likely to have an acronym: with three letters, which many phrases fit, only one that the notes
    /// treat or use again and again.
    private func isLikely(_ group: Int, _ initials: UInt64) -> Bool {
        let counts = groups[group].counts
        let treated =
            counts[.heading] + counts[.title] + counts[.lead] + counts[.defined] + counts[.marked] + counts[.tag]
        return initials >> 24 != 0 || treated > 0 || groups[group].notes.count >= ConceptMerging.usual
    }

    /// In so many notes, a phrase is a usual one.
    private static let usual = 3

    /// The initials of a group's words: of all, and without function words.
    private func initials(of group: Int) -> Set<UInt64> {
        var all: [UInt8] = []
        var telling: [UInt8] = []
        for word in phrases[group] {
            let letters = phrases.letters(of: word)
            guard let first = letters.first else { continue }
            all.append(first)
            if !StopWords.contains(String(decoding: letters, as: UTF8.self)) { telling.append(first) }
        }
        return Set([all, telling].filter { 3...8 ~= $0.count }.map(Abbreviation.packed))
    }

    /// Whether a group is written in capitals more often than not.
    func isAcronym(_ group: Int) -> Bool {
        guard phrases[group].count == 1 else { return false }
        var capitals = 0
        for index in groups[group].terms.map({ order[$0] }) where Abbreviation.isCapitals(terms[index].spelling) {
            capitals += terms[index].counts[.mention]
        }
        return capitals * 2 > groups[group].counts[.mention]
    }

    /// Gives words that end in a clipped word the same ending in full, where the notes hold that word: `misinfo` is
    /// short for `misinformation`, since `info` is for `information`.
    private mutating func expandClippedEndings(_ list: [Abbreviation]) {
        let clips = list.compactMap(\.clip).filter { !Abbreviation.ownWords.contains($0.short) }
        let counted = phrases.wordCount
        for number in 0..<counted {
            let word = Int32(truncatingIfNeeded: number)
            guard expansions[word] == nil else { continue }
            let letters = phrases.withLetters(of: word) { Array(Fingerprint.singular($0)) }
            for clip in clips where letters.count >= clip.short.utf8.count + 3 && letters.last == clip.short.utf8.last {
                guard letters.suffix(clip.short.utf8.count).elementsEqual(clip.short.utf8) else { continue }
                let head = String(decoding: letters.dropLast(clip.short.utf8.count), as: UTF8.self)
                if group(of: head + clip.long) != nil { expansions[word] = head + clip.long }
            }
        }
    }

    /// Joins each group that holds a short word with the group that holds the long one in its place.
    private mutating func joinExpanded() {
        for group in groups.indices where phrases[group].contains(where: { expansions[$0] != nil }) {
            let long = text(of: group) { expansions[$0] }
            guard meanings[group] == nil, let other = self.group(like: long), joined.join(group, other) else {
                continue
            }
            if phrases[group].count == 1 { shortForms.insert(group) }
        }
    }

    private mutating func expand(_ short: Int, to long: Int) {
        shortForms.insert(short)
        if phrases[short].count == 1, let word = phrases[short].first { expansions[word] = spelling(of: long) }
    }
}
