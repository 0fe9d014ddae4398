import KBModel

/// Numbers the terms of notes and writes them: each spelling once for all notes, and for each note which it uses how.
///
/// Totals are nowhere kept: adding up all notes takes as long as reading totals would, and so a note that goes takes
/// exactly its own with it. A spelling that an update meets again gets a second number, as ``InternedStrings`` do.
struct TermWriter {
    /// Spellings a row: a look at a few of them reads little, and there are not many rows.
    private static let spellingsPerRow = 4_096

    private let insertTerms: Statement
    private let insertUses: Statement
    /// The spellings as numbers of words.
    private var spellings = StringList()
    /// The keys and words of the spellings that are not written yet.
    private var newKeys: [UInt64] = []
    private var newWords: [UInt8] = []
    /// The uses of the note at hand as they will be written.
    private var list: [UInt8] = []
    /// The spelling or the counts at hand.
    private var bytes: [UInt8] = []
    private var uses: [(spelling: Int, counts: Int, place: Int)] = []

    /// `isEmpty` tells that the database has just been made.
    init(_ connection: Connection, isEmpty: Bool) throws(StoreError) {
        insertTerms = try connection.prepare("INSERT INTO term VALUES(?1, ?2, ?3, ?4)")
        insertUses = try connection.prepare("INSERT INTO note_term VALUES(?1, ?2)")
        guard !isEmpty else { return }
        let last = try connection.prepare("SELECT first, count FROM term ORDER BY first DESC LIMIT 1")
        guard try last.step() else { return }
        let (next, hasOverflowed) = last.integer(0).addingReportingOverflow(last.integer(1))
        guard !hasOverflowed, next > 0 else { throw .damaged("the numbers of terms make no sense") }
        spellings.first = next
    }

    /// Writes the terms of the note with this number.
    mutating func add(_ terms: [TermUse], ofNote note: Int, _ strings: inout InternedStrings) throws(StoreError) {
        guard !terms.isEmpty else { return }
        uses.removeAll(keepingCapacity: true)
        for (place, term) in terms.enumerated() {
            let spelling = number(of: term, &strings)
            uses.append((spelling, number(of: term.counts, &strings), place))
        }
        uses.sort { ($0.spelling, $0.place) < ($1.spelling, $1.place) }
        list.removeAll(keepingCapacity: true)
        var last = 0
        var index = 0
        while index < uses.count {
            var use = uses[index]
            index += 1
            // A spelling given twice is one use.
            if index < uses.count, uses[index].spelling == use.spelling {
                var sum = terms[use.place].counts
                while index < uses.count, uses[index].spelling == use.spelling {
                    sum += terms[uses[index].place].counts
                    index += 1
                }
                use.counts = number(of: sum, &strings)
            }
            Varint.append(use.spelling - last, to: &list)
            Varint.append(use.counts, to: &list)
            last = use.spelling
        }
        insertUses.bind(1, note)
        insertUses.bind(2, list)
        try insertUses.run()
        if newKeys.count >= TermWriter.spellingsPerRow { try writeSpellings() }
    }

    /// Writes the spellings that are not written yet.
    mutating func finish() throws(StoreError) {
        if !newKeys.isEmpty { try writeSpellings() }
    }

    private mutating func writeSpellings() throws(StoreError) {
        insertTerms.bind(1, spellings.next - newKeys.count)
        insertTerms.bind(2, newKeys.count)
        insertTerms.bind(3, TermCoding.encode(keys: newKeys))
        insertTerms.bind(4, newWords)
        try insertTerms.run()
        newKeys.removeAll(keepingCapacity: true)
        newWords.removeAll(keepingCapacity: true)
    }

    /// The number of a term's spelling, added when it is new.
    private mutating func number(of term: TermUse, _ strings: inout InternedStrings) -> Int {
        bytes.removeAll(keepingCapacity: true)
        var spelling = term.spelling
        spelling.withUTF8 { spelling in
            var start = 0
            for end in 0...spelling.count where end == spelling.count || spelling[end] == TermCoding.space {
                let word = UnsafeBufferPointer(rebasing: spelling[start..<end])
                TermCoding.append(
                    word: strings.intern(word, as: .termWord), isLast: end == spelling.count, to: &bytes)
                start = end + 1
            }
        }
        let next = spellings.next
        let number = bytes.withUnsafeBufferPointer { spellings.intern($0) }
        if number == next {
            newKeys.append(term.key)
            newWords += bytes
        }
        return number
    }

    private mutating func number(of counts: TermCounts, _ strings: inout InternedStrings) -> Int {
        bytes.removeAll(keepingCapacity: true)
        TermCoding.append(counts, to: &bytes)
        return bytes.withUnsafeBufferPointer { strings.intern($0, as: .termCounts) }
    }
}
