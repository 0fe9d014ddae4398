import KBText

/// The headings that the most notes of a large vault share: what there is room for when no topic is given.
public struct SharedHeadings: Sendable {
    /// A heading of a note with lines below it.
    public struct Use: Sendable {
        var key: UInt64
        var lines: Int
    }

    /// How many lines are left out.
    public private(set) var hidden = 0
    private var counts: [UInt64: (notes: Int, lines: Int)] = [:]
    private var chosen: Set<UInt64> = []

    /// More lines than anybody reads, and no more than can be compared with each other while the reader waits.
    private static let room = 3_000

    /// No heading yet.
    public init() {}

    /// The headings of one note with how many lines stand below each; each once.
    public static func uses(in note: NoteLines) -> [Use] {
        var lines: [UInt64: Int] = [:]
        for line in note.lines { lines[key(note.headings, line.section), default: 0] += 1 }
        return lines.map { Use(key: $0.key, lines: $0.value) }
    }

    /// Takes in one more note.
    public mutating func add(_ uses: [Use]) {
        for use in uses {
            counts[use.key, default: (0, 0)].notes += 1
            counts[use.key, default: (0, 0)].lines += use.lines
        }
    }

    /// Chooses, once all notes are known: those of most notes first, as long as there is room.
    public mutating func choose() {
        let ordered = counts.sorted { a, b in
            a.value.notes != b.value.notes ? a.value.notes > b.value.notes : a.key < b.key
        }
        var left = SharedHeadings.room
        for (key, count) in ordered {
            if count.lines <= left {
                chosen.insert(key)
                left -= count.lines
            } else {
                hidden += count.lines
            }
        }
    }

    /// Whether lines below `section` are taken.
    public func holds(_ headings: [NoteLines.Heading], _ section: Int) -> Bool {
        chosen.contains(SharedHeadings.key(headings, section))
    }

    /// The letters of a title, whatever its case and its signs.
    private static func key(_ headings: [NoteLines.Heading], _ section: Int) -> UInt64 {
        guard headings.indices.contains(section) else { return 0 }
        var hash = FNV1a()
        for byte in headings[section].title.utf8 {
            let small = byte | 0x20
            if byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= small { hash.add(byte >= 0x80 ? byte : small) }
        }
        return hash.value
    }
}
