/// Which lists of ``WordList`` a word stands in, and what its ending says.
enum WordTable {
    /// Slots, a power of two: about twice the words listed.
    private static let slotCount = 8_192

    /// The low bits of a slot are the traits, the others the word's hash: two words of a language agree in 39 bits
    /// about once in a million times a million.
    private static let hashMask = ~UInt64(WordTraits.listed.rawValue)

    /// Written once, before anybody reads it.
    nonisolated(unsafe) private static let slots: UnsafePointer<UInt64> = {
        let slots = UnsafeMutablePointer<UInt64>.allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        let lists: [(StaticString, WordTraits)] = [
            (WordList.determiners, .determiner), (WordList.prepositions, .preposition),
            (WordList.conjunctions, .conjunction), (WordList.pronouns, .pronoun), (WordList.auxiliaries, .auxiliary),
            (WordList.beAndHave, .conjunction),
            (WordList.adverbs, .adverb), (WordList.judgements, .judgement), (WordList.measures, .measure),
            (WordList.adjectives, .adjective),
            (WordList.nouns, .noun), (WordList.genericNouns, .genericNoun), (WordList.verbs, .verb),
            (WordList.irregularVerbs, .verb), (WordList.nounVerbs, .nounVerb),
            (WordList.openers, [.nounVerb, .opener]),
            (WordList.dates, .date), (WordList.codes, .code), (WordList.givenNames, .givenName),
            (WordList.prefixes, .prefix), (WordList.compounds, .compound), (WordList.compoundHeads, .compoundHead),
            (WordList.ownStems, .ownStem), (WordList.lightHeads, .light),
            (WordList.lightPrepositions, .light),
            ("of", .of), ("to", .to), ("and or vs versus", .and),
        ]
        for (text, traits) in lists { add(text, traits, to: slots) }
        return UnsafePointer(slots)
    }()

    private static func add(_ text: StaticString, _ traits: WordTraits, to slots: UnsafeMutablePointer<UInt64>) {
        var hash = start
        var length = 0
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        for byte in bytes {
            if byte > UInt8(ascii: " ") {
                hash = advanced(hash, byte)
                length += 1
            } else if length > 0 {
                insert(hash, traits, slots)
                hash = start
                length = 0
            }
        }
        if length > 0 { insert(hash, traits, slots) }
    }

    private static func insert(_ hash: UInt64, _ traits: WordTraits, _ slots: UnsafeMutablePointer<UInt64>) {
        let mark = finished(hash) & hashMask
        var slot = place(mark)
        while slots[slot] != 0, slots[slot] & hashMask != mark { slot = (slot + 1) & (slotCount - 1) }
        slots[slot] |= mark | UInt64(traits.rawValue)
    }

    private static func place(_ mark: UInt64) -> Int { Int(truncatingIfNeeded: mark >> 40) & (slotCount - 1) }

    /// The hash of no letters: FNV-1a, whose next state needs the next byte only.
    ///
    /// - SeeAlso: <https://datatracker.ietf.org/doc/html/draft-eastlake-fnv>
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash with one more byte.
    @inline(__always)
    static func advanced(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// Spreads a hash over all its bits (D. Stafford's thirteenth variant of MurmurHash3's last step).
    @inline(__always)
    static func finished(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }

    /// The hash of `bytes`, going on from `hash`.
    static func hash(_ bytes: some Sequence<UInt8>, from hash: UInt64 = start) -> UInt64 {
        var hash = hash
        for byte in bytes { hash = advanced(hash, byte) }
        return hash
    }

    /// The lists that the word with this hash, not yet finished, stands in.
    static func listed(_ hash: UInt64) -> WordTraits {
        let mark = finished(hash) & hashMask
        var slot = place(mark)
        // Half of the slots are free.
        while slots[slot] != 0 {
            if slots[slot] & hashMask == mark {
                return WordTraits(rawValue: UInt32(truncatingIfNeeded: slots[slot])).intersection(.listed)
            }
            slot = (slot + 1) & (slotCount - 1)
        }
        return []
    }
}
