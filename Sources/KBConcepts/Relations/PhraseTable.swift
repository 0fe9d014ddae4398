internal import KBText

/// Every spelling of a catalog as the hashes of its words' stems: a trie kept in one hash table.
///
/// Two phrases with equal hashes count as one; with 64 bits that does not happen in a vault.
public struct PhraseTable: Sendable {
    /// A phrase, or the beginning of longer ones.
    struct Node: Sendable {
        /// The concept shown that goes by the phrase; -1 for none.
        var shown: Int32 = -1
        /// The concept below the cut that goes by it; -1 for none.
        var unshown: Int32 = -1
        /// Whether the phrase, one short acronym, counts only where it stands in capitals.
        var isAcronym = false
        /// Whether a longer phrase begins so.
        var isPrefix = false
    }

    /// The most words a spelling has; longer ones are clauses and never matched.
    static let mostWords = 8

    private(set) var nodes: [Node] = []
    private var keys: [UInt64]
    private var slots: [Int32]
    private var mask: Int

    /// All spellings of `catalog`; where two concepts share a phrase, one shown goes first, then the more salient.
    init(_ catalog: ConceptCatalog) {
        let spellings = catalog.concepts.reduce(0) { $0 + $1.spellings.count }
        var capacity = 1 << 6
        while capacity < 4 * spellings { capacity *= 2 }
        keys = [UInt64](repeating: 0, count: capacity)
        slots = [Int32](repeating: -1, count: capacity)
        mask = capacity - 1
        nodes.reserveCapacity(2 * spellings)
        let tokenizer = Tokenizer()
        var hashes: [UInt64] = []
        for (index, concept) in catalog.concepts.enumerated() {
            for spelling in concept.spellings {
                hashes.removeAll(keepingCapacity: true)
                guard PhraseTable.hashes(of: spelling, with: tokenizer, into: &hashes) else { continue }
                add(hashes, concept: Int32(index), isShown: concept.isShown, PhraseTable.isShortAcronym(spelling))
            }
        }
    }

    /// The hashes of the words of `spelling`; false when it has none, too many, or only a part of a word.
    private static func hashes(of spelling: String, with tokenizer: Tokenizer, into hashes: inout [UInt64]) -> Bool {
        var spelling = spelling
        var isWhole = true
        spelling.withUTF8 { bytes in
            _ = tokenizer.scan(bytes, as: .query) { word, _, _, _ in
                let surface = tokenizer.lexicon.surface(of: word)
                // A lone character of a script without spaces stands in every other word.
                if surface.count <= 4, Tokenizer.isUnspaced(surface), scalars(surface) == 1 { isWhole = false }
                hashes.append(hash(tokenizer.lexicon.stem(of: word)))
                return hashes.count <= mostWords
            }
        }
        return isWhole && 1...mostWords ~= hashes.count
    }

    private static func scalars(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// Whether a spelling is two or three capitals: `IT` is not `it`.
    static func isShortAcronym(_ spelling: String) -> Bool {
        2...3 ~= spelling.utf8.count && spelling.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
    }

    /// FNV-1a, mixed once more so that all bits depend on all bytes (http://www.isthe.com/chongo/tech/comp/fnv/).
    static func hash(_ stem: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stem { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// The key of the phrase `key` followed by the word `hash`.
    @inline(__always)
    static func joined(_ key: UInt64, _ hash: UInt64) -> UInt64 {
        let mixed = ((key << 7 | key >> 57) ^ hash) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 29) | 1
    }

    /// The node of a phrase, a place in ``nodes``; -1 when no spelling begins so.
    @inline(__always)
    func node(of key: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return -1
    }

    private mutating func add(_ hashes: [UInt64], concept: Int32, isShown: Bool, _ isAcronym: Bool) {
        guard let first = hashes.first else { return }
        var key = first
        var node = insert(key)
        for hash in hashes.dropFirst() {
            nodes[node].isPrefix = true
            key = PhraseTable.joined(key, hash)
            node = insert(key)
        }
        let isFree = nodes[node].shown < 0 && nodes[node].unshown < 0
        if isShown, nodes[node].shown < 0 {
            nodes[node].shown = concept
        } else if !isShown, isFree {
            nodes[node].unshown = concept
        }
        // A spelling that is no acronym, `It` beside `IT`, lifts the condition.
        nodes[node].isAcronym = isAcronym && (isFree || nodes[node].isAcronym)
    }

    private mutating func insert(_ key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(slots[slot]) }
            slot = (slot + 1) & mask
        }
        keys[slot] = key
        slots[slot] = Int32(nodes.count)
        nodes.append(Node())
        if nodes.count * 2 > keys.count { grow() }
        return nodes.count - 1
    }

    private mutating func grow() {
        let old = (keys: keys, slots: slots)
        keys = [UInt64](repeating: 0, count: old.keys.count * 2)
        slots = [Int32](repeating: -1, count: keys.count)
        mask = keys.count - 1
        for (key, node) in zip(old.keys, old.slots) where key != 0 {
            var slot = Int(truncatingIfNeeded: key >> 20) & mask
            while keys[slot] != 0 { slot = (slot + 1) & mask }
            keys[slot] = key
            slots[slot] = node
        }
    }
}
