import KBModel
import KBText

/// Joins groups of terms that name one concept although their keys differ.
///
/// Every rule joins only groups that both stand in the notes, and each is written to miss rather than to join wrongly: a
/// missing spelling costs a reader a second look, a wrong one tells an untruth.
struct ConceptMerging {
    let terms: [TermTotals]
    let groups: [TermGroups.Group]
    /// See ``TermGroups/order``.
    let order: [Int]
    /// The most used spelling of each group.
    let phrases: Phrases
    let extractor: TermExtractor
    var joined: DisjointGroups
    /// Groups that are acronyms or clippings of others they were joined with.
    var shortForms: Set<Int> = []
    /// Groups that are no more than slips of the pen.
    var misspelt: Set<Int> = []
    /// What a group with a slip that joins no other was meant to be called.
    var corrections: [Int: String] = [:]
    /// The groups that an acronym with several meanings may stand for, ascending.
    var meanings: [Int: [Int]] = [:]
    /// Spellings that name a group too, though no term of the vault has them: what a note says an acronym stands for.
    var further: [Int: [ConceptNaming.Spelling]] = [:]
    /// The first group with each fingerprint; see ``joinCompounds()``.
    var compounds: [UInt64: Int] = [:]
    /// What a word is short for.
    var expansions: [Int32: String] = [:]

    /// Nothing joined yet.
    init(_ groups: TermGroups, of terms: [TermTotals], extractor: TermExtractor) {
        self.terms = terms
        self.groups = groups.groups
        order = groups.order
        self.extractor = extractor
        phrases = Phrases()
        joined = DisjointGroups(count: groups.groups.count)
        for group in groups.groups { phrases.append(terms[groups.order[group.terms.lowerBound]].spelling) }
    }

    /// The spelling that a group uses most.
    func spelling(of group: Int) -> String { terms[order[groups[group].terms.lowerBound]].spelling }

    /// The group with the key of `spelling`; nil when there is none.
    func group(of spelling: some StringProtocol) -> Int? { extractor.key(of: spelling).flatMap(group(ofKey:)) }

    /// The first group with `key`; nil when there is none.
    func group(ofKey key: UInt64) -> Int? {
        var low = 0
        var high = groups.count
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < groups.count && groups[low].key == key ? low : nil
    }

    /// The letters of a word as text.
    func text(of word: Int32) -> String { String(decoding: phrases.letters(of: word), as: UTF8.self) }

    /// The words of a group one space apart, each as `replacement` has it, or as it is where that returns nil.
    func text(of group: Int, replacing replacement: (Int32) -> String?) -> String {
        phrases[group].map { replacement($0) ?? text(of: $0) }.joined(separator: " ")
    }
}

extension ConceptMerging {
    /// Joins what is written in one word here and in two there: `newsfeed` and `news feed`.
    mutating func joinCompounds() {
        compounds.reserveCapacity(groups.count)
        for group in groups.indices {
            let print = fingerprint(of: phrases[group])
            if let other = compounds[print] { joined.join(other, group) } else { compounds[print] = group }
        }
    }

    /// The group with the key of `spelling`, or else with its letters; nil when there is none.
    func group(like spelling: String) -> Int? {
        if let group = group(of: spelling) { return group }
        var words: [Int32] = []
        phrases.scan(spelling) { word, _, _ in words.append(Int32(truncatingIfNeeded: word)) }
        return words.isEmpty ? nil : compounds[fingerprint(of: words[...])]
    }

    /// A hash of the letters of `words` without what parts them, and without plurals.
    private func fingerprint(of words: ArraySlice<Int32>) -> UInt64 {
        var hash = Fingerprint()
        var endsInDigit = false
        for word in words {
            phrases.withLetters(of: word) { letters in
                guard let start = letters.first, let end = letters.last else { return }
                // 1 1 is not 11.
                if endsInDigit, Fingerprint.isDigit(start) { hash.add(UInt8(ascii: " ")) }
                endsInDigit = Fingerprint.isDigit(end)
                hash.add(Fingerprint.singular(letters))
            }
        }
        return hash.value
    }
}

/// A hash of letters.
struct Fingerprint {
    private var hash = FNV1a()

    var value: UInt64 { hash.value }

    mutating func add(_ byte: UInt8) { hash.add(byte) }

    mutating func add(_ bytes: UnsafeRawBufferPointer) { hash.add(bytes) }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// The letters of a word without a plural's `s`.
    static func singular(_ letters: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        let s = UInt8(ascii: "s")
        guard letters.count > 3, letters.last == s, letters[letters.count - 2] != s else { return letters }
        return UnsafeRawBufferPointer(rebasing: letters.dropLast())
    }
}

extension ConceptMerging {
    /// Heads that keys do not pass over, though behind the same words they say what `approach` says.
    private static let lightHeads: Set<String> = ["method", "methods"]
    /// What keys pass over.
    private static let passedHeads: Set<String> = ["approach", "approaches", "technique", "techniques"]
    /// What may follow the name of a score.
    private static let scores: Set<String> = ["score", "scores"]

    /// Joins `funnel method` with `funnel approach`, and `F1 score` with `F1`.
    ///
    /// `Newton method` stays apart from `Newton`, and a `credit score` from `credit`: the first needs another such head,
    /// the second an acronym.
    mutating func joinHeads() {
        let light = Set(ConceptMerging.lightHeads.compactMap { phrases.number(of: $0) })
        let passed = Set(ConceptMerging.passedHeads.compactMap { phrases.number(of: $0) })
        let scores = Set(ConceptMerging.scores.compactMap { phrases.number(of: $0) })
        for group in groups.indices where phrases[group].count > 1 {
            guard let last = phrases[group].last else { continue }
            if light.contains(last) {
                let rest = phrases[group].dropLast().map { text(of: $0) }.joined(separator: " ")
                guard let other = self.group(of: rest + " approach"), other != group else { continue }
                if isHeaded(other, by: passed) { joined.join(group, other) }
            } else if scores.contains(last), phrases[group].count == 2, let first = phrases[group].first {
                guard let other = self.group(of: text(of: first)), isAcronym(other) else { continue }
                joined.join(group, other)
            }
        }
    }

    /// Whether a spelling of `group` ends with one of `heads`.
    private func isHeaded(_ group: Int, by heads: Set<Int32>) -> Bool {
        groups[group].terms.contains { place in
            let spelling = terms[order[place]].spelling
            return spelling.utf8.contains(UInt8(ascii: " ")) && phrases.number(of: spelling).map(heads.contains) == true
        }
    }
}
