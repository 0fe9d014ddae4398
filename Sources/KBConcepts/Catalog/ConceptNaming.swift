import KBModel
import KBText

/// Chooses what a concept is called, and in which case.
struct ConceptNaming {
    /// A spelling of a concept, in one of its cases.
    struct Spelling {
        var text: String
        var mentions: Int
        var notes: Int
        /// It is an acronym or a clipped word of another spelling.
        var isShort = false
        /// It is no more than a slip.
        var isMisspelt = false
    }

    /// How many times as often as the long form an acronym must be written before it is the name: `API`, which hardly
    /// anybody writes out.
    private static let shortOverLong = 3
    /// The singular is the name unless the plural is written more than so many times as often: `metrics`.
    private static let pluralOverSingular = 2
    /// How many times as often a word must be a capital within a sentence as a small letter to be a name of its own.
    private static let properOverCommon = 3
    /// A shorter beginning is more likely a prefix: `re-ranking`.
    private static let shortestInSlug = 4
    /// So few capitals do not make a name of a word that looks like an ordinary one.
    private static let fewCapitals = 2
    /// Words in capitals that are longer are headings, not acronyms.
    private static let longestAcronym = 6

    private let phrases: Phrases
    /// How often each word, by its stem, begins with a small letter.
    private var small: [Int]
    /// How often it begins with a capital where no heading, item or label calls for one.
    private var capital: [Int]

    /// Learns from the spellings of every group how the notes write their words.
    init(_ merging: ConceptMerging) {
        phrases = merging.phrases
        small = []
        capital = []
        small = [Int](repeating: 0, count: phrases.wordCount)
        capital = small
        for (number, group) in merging.groups.enumerated() {
            for place in group.terms {
                let term = merging.terms[merging.order[place]]
                if ConceptNaming.hasCapital(term.spelling) {
                    learn(term)
                } else if place == group.terms.lowerBound {
                    for word in merging.phrases[number] { add(term.counts[.mention], to: phrases.stem(of: word)) }
                }
            }
        }
    }

    private mutating func add(_ uses: Int, to stem: Int32) {
        guard small.indices.contains(Int(stem)) else { return }
        small[Int(stem)] += uses
    }

    private static func hasCapital(_ text: String) -> Bool { text.utf8.contains { isCapital($0) } }

    private mutating func learn(_ term: TermTotals) {
        let counts = term.counts
        // Where every writer puts a capital.
        let excused = counts[.heading] + counts[.title] + counts[.lead] + counts[.alone]
        let free = max(0, counts[.mention] - excused)
        let bytes = Array(term.spelling.utf8)
        phrases.scan(term.spelling) { word, start, end in
            let stem = Int(phrases.stem(of: Int32(truncatingIfNeeded: word)))
            while small.count <= max(stem, word) {
                small.append(0)
                capital.append(0)
            }
            guard start < bytes.count else { return }
            if ConceptNaming.isCapital(bytes[start]) { capital[stem] += free } else { small[stem] += counts[.mention] }
        }
    }

    /// The name of a concept with these spellings, cased as its notes would within a sentence.
    func name(of spellings: [Spelling]) -> String {
        let long = spellings.filter { !$0.isShort && !$0.isMisspelt }
        let short = spellings.filter { $0.isShort && !$0.isMisspelt }
        let written = long.reduce(0) { $0 + $1.mentions }
        let abbreviated = short.reduce(0) { $0 + $1.mentions }
        let isShort = !short.isEmpty && (long.isEmpty || abbreviated > ConceptNaming.shortOverLong * written)
        let eligible = isShort ? short : long.isEmpty ? spellings : long
        if eligible.count == 1, let only = eligible.first { return cased(only.text) }
        return best(eligible).map { cased($0) } ?? ""
    }

    /// The most used of `spellings`, whatever their case; its singular when that is about as usual.
    private func best(_ spellings: [Spelling]) -> String? {
        var uses: [String: (mentions: Int, notes: Int, text: String, most: Int)] = [:]
        for spelling in spellings {
            let folded = folded(spelling.text)
            var use = uses[folded] ?? (0, 0, spelling.text, 0)
            if use.mentions == 0 || Self.isPreferred(spelling, to: use.text, used: use.most) {
                (use.text, use.most) = (spelling.text, spelling.mentions)
            }
            use.mentions += spelling.mentions
            use.notes += spelling.notes
            uses[folded] = use
        }
        // `class-imbalance` is how a link or a file says `class imbalance`.
        let named = uses.filter { !Self.isSlug($0.value.text) }
        if named.contains(where: { $0.key.utf8.contains(UInt8(ascii: " ")) }) { uses = named }
        let ranked = uses.sorted { a, b in
            if a.value.mentions != b.value.mentions { return a.value.mentions > b.value.mentions }
            if a.value.notes != b.value.notes { return a.value.notes > b.value.notes }
            if a.key.utf8.count != b.key.utf8.count { return a.key.utf8.count < b.key.utf8.count }
            return a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
        }
        guard let first = ranked.first else { return nil }
        let singular = ConceptNaming.singulars(of: first.key).lazy.compactMap { uses[$0] }.first {
            $0.mentions * ConceptNaming.pluralOverSingular >= first.value.mentions
        }
        return singular?.text ?? first.value.text
    }

    /// Whether `spelling` names better than `text`, the same words, written `used` times: with blanks, then more often.
    private static func isPreferred(_ spelling: Spelling, to text: String, used: Int) -> Bool {
        let isSlug = isSlug(spelling.text)
        guard isSlug == Self.isSlug(text) else { return !isSlug }
        return spelling.mentions > used || (spelling.mentions == used && spelling.text > text)
    }

    /// Whether `text` is words in small letters with hyphens for blanks, rather than a prefix and its word.
    private static func isSlug(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"))
        guard parts.count > 1, let first = parts.first, first.count >= shortestInSlug else { return false }
        let isPlain = text.utf8.allSatisfy { $0 != UInt8(ascii: " ") && !isCapital($0) }
        return isPlain && !Array(first).withUnsafeBytes { WordTable.traits(of: $0).contains(.prefix) }
    }

    /// `text` as it is compared: without case and hyphens. Most names are plain, and need no tokenizer for it.
    private func folded(_ text: String) -> String {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return phrases.folded(text) }
        return String(
            decoding: text.utf8.map { byte in
                if ConceptNaming.isCapital(byte) { return byte | 0x20 }
                return byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte
            }, as: UTF8.self)
    }

    /// What the singular of a folded phrase may be, the likeliest first; empty when it does not look like a plural.
    static func singulars(of phrase: String) -> [String] {
        guard phrase.utf8.count > 3, phrase.hasSuffix("s"), !phrase.hasSuffix("ss") else { return [] }
        var singulars = [String(phrase.dropLast())]
        if phrase.hasSuffix("ies") { singulars.append(phrase.dropLast(3) + "y") }
        if phrase.hasSuffix("es") { singulars.append(String(phrase.dropLast(2))) }
        return singulars
    }

    /// `spelling` with small letters where only its place called for capitals.
    func cased(_ spelling: String) -> String {
        guard ConceptNaming.hasCapital(spelling) else { return spelling }
        var bytes = Array(spelling.utf8)
        phrases.scan(spelling) { word, start, end in
            guard end <= bytes.count, end - start > 1, ConceptNaming.isCapital(bytes[start]) else { return }
            let capitals = bytes[start..<end].count(where: ConceptNaming.isCapital)
            let stem = Int(phrases.stem(of: Int32(truncatingIfNeeded: word)))
            let (common, proper) = stem < small.count ? (small[stem], capital[stem]) : (0, 0)
            let isName: Bool
            if capitals == end - start {
                isName = capitals <= ConceptNaming.longestAcronym || common == 0
            } else if capitals > 1 || bytes[start..<end].contains(where: Fingerprint.isDigit) {
                isName = true
            } else {
                // A capital seen once or twice at the beginning may be that of a sentence.
                let isDoubtful = start == 0 && proper <= ConceptNaming.fewCapitals
                isName =
                    proper > ConceptNaming.properOverCommon * common
                    && !(isDoubtful && phrases.withLetters(of: Int32(truncatingIfNeeded: word), OrdinaryWord.isLikely))
            }
            guard !isName else { return }
            for index in start..<end where ConceptNaming.isCapital(bytes[index]) { bytes[index] |= 0x20 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }
}
