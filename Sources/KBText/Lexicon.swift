/// Every distinct word a tokenizer has met, with its stem and the number of sections it stands in.
///
/// An open-addressing table over one arena of bytes: looking a word up allocates nothing, so that a stem is
/// computed once a word and not once an occurrence. Words are at most ``longestWord`` bytes long.
public final class Lexicon {
    /// The most bytes of a word that count; the rest of a longer word is cut off.
    public static let longestWord = 64

    /// A word's place in the lexicon, counted from 0 in the order of first sight.
    public typealias Word = Int

    struct Entry {
        /// The first sixteen bytes, padded with zeros: most words whole, so that they are compared, and their stems
        /// handed out, without a look at the arena.
        var head: UInt64
        var neck: UInt64
        var sections: UInt32
        var lastSection: UInt32
        /// Where the word stands in the arena, in units of eight bytes; behind it its stem, if that is no beginning.
        var surface: UInt32
        var surfaceCount: UInt8
        /// With ``ownStem`` when the stem is no beginning of the word.
        var stemCount: UInt8

        static let ownStem: UInt8 = 0x80
    }

    /// What changes, behind a pointer: the runtime checks every access to a variable of a class.
    struct Storage {
        var count = 0
        /// The section whose words are counted; 0 to count nothing.
        var section: UInt32 = 0
        var entries: UnsafeMutablePointer<Entry>
        // Small to begin with: a query meets few words, and memory that is touched costs time.
        var entryCapacity = 1 << 9
        /// A word's place plus one; 0 is a free slot. Common words come early and so sit where their hash points.
        var slots: UnsafeMutablePointer<UInt32>
        var slotCount = 1 << 10
        var arena: UnsafeMutableRawPointer
        var arenaCapacity = 1 << 13
        var arenaCount = 0

        init() {
            entries = .allocate(capacity: entryCapacity)
            slots = .allocate(capacity: slotCount)
            slots.initialize(repeating: 0, count: slotCount)
            arena = .allocate(byteCount: arenaCapacity, alignment: 8)
        }
    }

    private let storage: UnsafeMutablePointer<Storage>

    /// An empty lexicon.
    public init() {
        storage = .allocate(capacity: 1)
        storage.initialize(to: Storage())
    }

    deinit {
        storage.pointee.entries.deallocate()
        storage.pointee.slots.deallocate()
        storage.pointee.arena.deallocate()
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    /// How many distinct words there are.
    public var count: Int { storage.pointee.count }

    /// The section whose words are counted; 0 to count nothing.
    var section: UInt32 {
        @inline(__always) get { storage.pointee.section }
        set { storage.pointee.section = newValue }
    }

    private var entries: UnsafeMutablePointer<Entry> {
        @inline(__always) get { storage.pointee.entries }
    }

    private var arena: UnsafeMutableRawPointer {
        @inline(__always) get { storage.pointee.arena }
    }

    /// The bytes of the word as folded, valid until the next word is added.
    public func surface(of word: Word) -> UnsafeRawBufferPointer {
        guard word >= 0, word < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let entry = entries[word]
        return UnsafeRawBufferPointer(start: arena + 8 * Int(entry.surface), count: Int(entry.surfaceCount))
    }

    /// The bytes of the word's stem, valid until the next word is added.
    @inline(__always)
    public func stem(of word: Word) -> UnsafeRawBufferPointer {
        guard word >= 0, word < count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let entry = entries + word
        let stemCount = Int(entry.pointee.stemCount & ~Entry.ownStem)
        if entry.pointee.stemCount <= 16 {
            // The bytes of the entry's first two fields, in memory order.
            return UnsafeRawBufferPointer(start: UnsafeRawPointer(entry), count: stemCount)
        }
        var start = 8 * Int(entry.pointee.surface)
        if entry.pointee.stemCount & Entry.ownStem != 0 { start += (Int(entry.pointee.surfaceCount) + 7) & ~7 }
        return UnsafeRawBufferPointer(start: arena + start, count: stemCount)
    }

    /// In how many sections the word was counted.
    public func sections(of word: Word) -> Int {
        word >= 0 && word < count ? Int(entries[word].sections) : 0
    }

    /// Counts the word for ``section``, once a section. Sections come one after the other.
    @inline(__always)
    func mark(_ word: Word) {
        let entry = entries + word
        let section = storage.pointee.section
        // With no section set, both are 0 and nothing is counted.
        if entry.pointee.lastSection != section {
            entry.pointee.lastSection = section
            entry.pointee.sections &+= 1
        }
    }

    /// The place of the word of `length` bytes (1 to ``longestWord``) that begins with the eight bytes of `head` and the
    /// next ones of `neck`, padded with zeros; added when it is new.
    ///
    /// A word of more than sixteen bytes stands in `scratch`, with zeros up to the next multiple of eight; a shorter one
    /// may be written there.
    @inline(__always)
    func intern(_ head: UInt64, _ neck: UInt64, _ length: Int, _ scratch: UnsafeMutableRawPointer) -> Word {
        // In memory order, as entries hold them.
        let (head, neck) = (head.littleEndian, neck.littleEndian)
        let hash = Lexicon.hash(scratch, length, head, neck)
        let short = UInt32(truncatingIfNeeded: hash)
        let slots = storage.pointee.slots
        let entries = entries
        let mask = storage.pointee.slotCount &- 1
        var slot = Int(truncatingIfNeeded: short) & mask
        while true {
            let value = slots[slot]
            if value == 0 { return add(scratch, length, head, neck, slot) }
            let word = Int(truncatingIfNeeded: value) &- 1
            let entry = entries + word
            if entry.pointee.head == head, entry.pointee.neck == neck, Int(entry.pointee.surfaceCount) == length,
                length <= 16 || tailsAgree(scratch, arena + 8 * Int(entry.pointee.surface), length)
            {
                return word
            }
            slot = (slot &+ 1) & mask
        }
    }

    /// Multiplies by 2^64 over the golden ratio, which spreads neighbouring values (D. E. Knuth, TAOCP 3, 6.4).
    @inline(__always)
    private static func hash(_ word: UnsafeRawPointer, _ length: Int, _ head: UInt64, _ neck: UInt64) -> UInt64 {
        let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        var hash = (head ^ UInt64(truncatingIfNeeded: length)) &* multiplier
        hash = (hash ^ (hash >> 29) ^ neck) &* multiplier
        var offset = 16
        while offset < length {
            hash = (hash ^ (hash >> 29) ^ word.load(fromByteOffset: offset, as: UInt64.self)) &* multiplier
            offset += 8
        }
        return hash ^ (hash >> 32)
    }

    @inline(__always)
    private func tailsAgree(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ length: Int) -> Bool {
        var offset = 16
        while offset < length {
            if a.load(fromByteOffset: offset, as: UInt64.self) != b.load(fromByteOffset: offset, as: UInt64.self) {
                return false
            }
            offset += 8
        }
        return true
    }

    @inline(never)
    private func add(
        _ scratch: UnsafeMutableRawPointer, _ length: Int, _ head: UInt64, _ neck: UInt64, _ slot: Int
    ) -> Word {
        let padded = (length + 7) & ~7
        scratch.storeBytes(of: head, as: UInt64.self)
        if length > 8 { scratch.storeBytes(of: neck, toByteOffset: 8, as: UInt64.self) }
        // The stem is never longer than the word, and the arena stays aligned.
        reserve(2 * padded)
        let surface = storage.pointee.arenaCount
        (arena + surface).copyMemory(from: scratch, byteCount: padded)
        storage.pointee.arenaCount += padded
        let word = UnsafeRawBufferPointer(start: scratch, count: length)
        // Behind the word, where it stays when it is no beginning of the word.
        let stem = UnsafeMutableRawBufferPointer(start: arena + storage.pointee.arenaCount, count: padded)
        var stemCount = UInt8(truncatingIfNeeded: Stemmer.stem(word, into: stem))
        if !word.starts(with: stem.prefix(Int(stemCount))) {
            storage.pointee.arenaCount += (Int(stemCount) + 7) & ~7
            stemCount |= Entry.ownStem
        }
        if count == storage.pointee.entryCapacity { growEntries() }
        (entries + count).initialize(
            to: Entry(
                head: head, neck: neck, sections: 0, lastSection: 0,
                surface: UInt32(truncatingIfNeeded: surface / 8), surfaceCount: UInt8(truncatingIfNeeded: length),
                stemCount: stemCount))
        storage.pointee.count += 1
        storage.pointee.slots[slot] = UInt32(truncatingIfNeeded: count)
        if count * 2 > storage.pointee.slotCount { growSlots() }
        return count - 1
    }

    private func reserve(_ more: Int) {
        guard storage.pointee.arenaCount + more > storage.pointee.arenaCapacity else { return }
        let larger = UnsafeMutableRawPointer.allocate(byteCount: storage.pointee.arenaCapacity * 2, alignment: 8)
        larger.copyMemory(from: arena, byteCount: storage.pointee.arenaCount)
        arena.deallocate()
        storage.pointee.arena = larger
        storage.pointee.arenaCapacity *= 2
    }

    private func growEntries() {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: storage.pointee.entryCapacity * 2)
        larger.moveInitialize(from: entries, count: count)
        entries.deallocate()
        storage.pointee.entries = larger
        storage.pointee.entryCapacity *= 2
    }

    private func growSlots() {
        let slotCount = storage.pointee.slotCount * 2
        let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: slotCount)
        slots.initialize(repeating: 0, count: slotCount)
        for word in 0..<count {
            let entry = entries[word]
            let hash = Lexicon.hash(
                arena + 8 * Int(entry.surface), Int(entry.surfaceCount), entry.head, entry.neck)
            var slot = Int(UInt32(truncatingIfNeeded: hash)) & (slotCount - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = UInt32(truncatingIfNeeded: word + 1)
        }
        storage.pointee.slots.deallocate()
        storage.pointee.slots = slots
        storage.pointee.slotCount = slotCount
    }
}
