internal import KBModel

/// The headings of the notes of each folder, to tell which one a note lacks.
struct HeadingTable {
    /// A note with its headings.
    private struct Outline {
        var path: String
        var title: String
        var headings: Set<UInt64>
    }

    private var folders: [String: [Outline]] = [:]
    /// How a heading is written: of its spellings one that begins with a letter or digit, then the first in byte order.
    private var names: [UInt64: String] = [:]

    /// Fewer notes beside each other follow no pattern.
    private static let fewestNotes = 4
    /// The share of a folder's notes that makes a heading expected.
    private static let expected = 0.6
    /// The share of the other expected headings that a note has when it follows the pattern at all.
    private static let follows = 0.5
    /// Fewer expected headings are no pattern.
    private static let fewestHeadings = 2
    /// Headings of one note looked at: a note of more is a book.
    private static let mostHeadings = 64

    /// Takes in one more note.
    mutating func add(_ note: Note) {
        let folder = note.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(note.path[..<$0]) } ?? ""
        var headings: Set<UInt64> = []
        for section in note.sections.prefix(HeadingTable.mostHeadings) where section.kind != .preamble {
            guard let key = HeadingTable.key(note.plain, section.title) else { continue }
            headings.insert(key)
            let name = Snippet(of: note.plain, in: section.title, matches: []).text
            if let known = names[key], !HeadingTable.isPlainer(name, than: known) { continue }
            names[key] = name
        }
        guard !headings.isEmpty else { return }
        folders[folder, default: []].append(Outline(path: note.path, title: note.title, headings: headings))
    }

    private static func isPlainer(_ name: String, than known: String) -> Bool {
        func isPlain(_ text: String) -> Bool { text.first.map { $0.isLetter || $0.isNumber } ?? false }
        if isPlain(name) != isPlain(known) { return isPlain(name) }
        return name.utf8.lexicographicallyPrecedes(known.utf8)
    }

    /// The letters of a title, without numbers, signs and brackets; nil when there are none.
    private static func key(_ plain: [UInt8], _ title: Range<Int>) -> UInt64? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var (depth, letters) = (0, 0)
        for byte in plain[title.clamped(to: 0..<plain.count)] {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
            let small = byte | 0x20
            guard depth == 0, byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= small else { continue }
            hash = (hash ^ UInt64(byte >= 0x80 ? byte : small)) &* 0x100_0000_01B3
            letters += 1
        }
        return letters > 1 ? hash : nil
    }

    /// The headings that most notes of a folder have, with the notes that lack them.
    func gaps() -> [Gap] {
        folders.keys.sorted().flatMap { folder in gaps(among: folders[folder] ?? []) }
    }

    private func gaps(among outlines: [Outline]) -> [Gap] {
        guard outlines.count >= HeadingTable.fewestNotes else { return [] }
        var counts: [UInt64: Int] = [:]
        for outline in outlines { for heading in outline.headings { counts[heading, default: 0] += 1 } }
        let share = Double(outlines.count) * HeadingTable.expected
        let expected = counts.filter { Double($0.value) >= share }.map(\.key).sorted()
        guard expected.count >= HeadingTable.fewestHeadings else { return [] }
        return expected.compactMap { heading in
            let others = expected.count - 1
            let lacking = outlines.filter { outline in
                guard !outline.headings.contains(heading) else { return false }
                let has = expected.filter { outline.headings.contains($0) }.count
                return Double(has) >= Double(others) * HeadingTable.follows
            }
            guard !lacking.isEmpty else { return nil }
            let sources = lacking.map { Reason(path: $0.path, line: 1, text: $0.title) }
                .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            return Gap(kind: .heading, name: names[heading] ?? "", notes: counts[heading] ?? 0, sources: sources)
        }
    }
}
