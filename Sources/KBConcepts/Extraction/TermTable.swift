internal import KBModel

/// The phrases met in one note, by key and by spelling.
struct TermTable {
    /// All spellings of one key.
    struct Group {
        var key: UInt64
        /// Words of the key.
        var words: Int32
        /// Where it stands first: a place in the reader's text.
        var first: Int32
        /// How often it stands as a phrase of its own.
        var uses: Int32 = 0
        /// How often it stands inside a longer phrase.
        var nested: Int32 = 0
        /// The roles it was met in, by raw value.
        var roles: UInt32 = 0
        /// Whether every word of it is a generic noun.
        var isGeneric: Bool
        /// Whether it was only met as a phrase with `of` in running text.
        var isDoubtful: Bool
        /// Its first spelling.
        var variant: Int32
        var lastSection: Int32 = -1
        var sections: Int32 = 0
    }

    /// One spelling, whatever its case.
    struct Variant {
        var surface: UInt64
        var group: Int32
        /// The next spelling of the group, or -1.
        var next: Int32 = -1
        /// Where it stands as it is to be shown.
        var start: Int32
        var end: Int32
        /// Whether it stands there at the beginning of a sentence or among capitals, so that its own say nothing.
        var isWeak: Bool
        var lastSection: Int32 = -1
        var counts = TermCounts()
    }

    /// One place where a phrase stands by itself.
    struct Use {
        var group: Int32
        /// A place in the reader's text.
        var start: Int32
        /// Its words' hashes: a range of ``TermReader/keyWords``.
        var firstWord: Int32
        var wordCount: Int32
    }

    var groups: [Group] = []
    var variants: [Variant] = []
    var uses: [Use] = []
    /// Places in ``groups`` and ``variants`` plus one, by hash; 0 is free.
    private var groupSlots = [Int32](repeating: 0, count: usualSlots)
    private var variantSlots = [Int32](repeating: 0, count: usualSlots)

    /// Forgets everything but its memory.
    mutating func clear() {
        groups.removeAll(keepingCapacity: true)
        variants.removeAll(keepingCapacity: true)
        uses.removeAll(keepingCapacity: true)
        TermTable.empty(&groupSlots)
        TermTable.empty(&variantSlots)
    }

    /// What most notes need; clearing more for each of them would cost more than growing again.
    private static let usualSlots = 512

    private static func empty(_ slots: inout [Int32]) {
        if slots.count > usualSlots {
            slots = [Int32](repeating: 0, count: usualSlots)
        } else {
            slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        }
    }

    /// The group with `key`, or nil.
    func group(_ key: UInt64) -> Int? {
        let mask = groupSlots.count - 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while groupSlots[slot] != 0 {
            let index = Int(groupSlots[slot]) - 1
            if groups[index].key == key { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The spelling with the hash `surface`, or nil.
    func variant(_ surface: UInt64) -> Int? {
        let mask = variantSlots.count - 1
        var slot = Int(truncatingIfNeeded: surface) & mask
        while variantSlots[slot] != 0 {
            let index = Int(variantSlots[slot]) - 1
            if variants[index].surface == surface { return index }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Adds a group whose key is new.
    mutating func append(_ group: Group) -> Int {
        groups.append(group)
        if groups.count * 2 > groupSlots.count {
            groupSlots = TermTable.slots(groupSlots.count * 2, groups.lazy.map(\.key))
        } else {
            TermTable.insert(group.key, groups.count, &groupSlots)
        }
        return groups.count - 1
    }

    /// Adds a spelling that is new, at the end of its group's.
    mutating func append(_ variant: Variant) -> Int {
        variants.append(variant)
        if variants.count * 2 > variantSlots.count {
            variantSlots = TermTable.slots(variantSlots.count * 2, variants.lazy.map(\.surface))
        } else {
            TermTable.insert(variant.surface, variants.count, &variantSlots)
        }
        let index = variants.count - 1
        var last = Int(groups[Int(variant.group)].variant)
        if last == index { return index }
        while variants[last].next >= 0 { last = Int(variants[last].next) }
        variants[last].next = Int32(index)
        return index
    }

    /// Counts, for each phrase, how often it stands inside a longer one.
    mutating func countNested(_ keyWords: KeyWords) {
        for use in uses.indices where uses[use].wordCount > 1 {
            let (first, end) = (Int(uses[use].firstWord), Int(uses[use].firstWord + uses[use].wordCount))
            for start in first..<end {
                for stop in start + 1...end where stop - start < end - first {
                    guard let group = group(keyWords.key(of: start..<stop)) else { continue }
                    groups[group].nested += 1
                    variants[Int(groups[group].variant)].counts[.mention] += 1
                }
            }
        }
    }

    private static func insert(_ hash: UInt64, _ value: Int, _ slots: inout [Int32]) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(truncatingIfNeeded: value)
    }

    private static func slots(_ count: Int, _ hashes: some Sequence<UInt64>) -> [Int32] {
        var slots = [Int32](repeating: 0, count: count)
        for (index, hash) in hashes.enumerated() { insert(hash, index + 1, &slots) }
        return slots
    }
}
