import KBConcepts
import KBModel

/// Finds the words of a note's links in its text, and the sentences they stand in.
struct LinkContext {
    private struct Place: Hashable {
        var line: Int
        var text: String
    }

    private let note: Note
    /// The link texts by line and words, those later in the note first.
    private var places: [Place: [Range<Int>]] = [:]

    /// The links of `note`, which are asked for in its order.
    init(_ note: Note) {
        self.note = note
        let marks = note.marks.filter { $0.kind == .link }.map(\.plain)
        for range in marks.sorted(by: { $0.lowerBound > $1.lowerBound }) {
            let place = Place(line: note.line(ofPlain: range.lowerBound), text: note.text(range))
            places[place, default: []].append(range)
        }
    }

    /// The sentence around `link`, its words marked; for one in front matter its own words.
    mutating func context(of link: Link) -> Snippet {
        if let range = places[Place(line: link.line, text: link.text)]?.popLast() {
            return LinkContext.context(of: range, in: note)
        }
        // An image leaves no mark, and a text over several lines begins on another one.
        guard let block = note.blocks.first(where: { $0.lines.contains(link.line) }) else {
            return Snippet(text: link.text)
        }
        let range = block.plain.clamped(to: note.plain.indices)
        guard let start = LinkContext.first(Array(link.text.utf8), in: range, of: note.plain) else {
            return Snippet(of: note.plain, in: range, matches: [])
        }
        return LinkContext.context(of: start..<start + link.text.utf8.count, in: note)
    }

    /// The sentence around `range` of the note's words, which are marked.
    static func context(of range: Range<Int>, in note: Note) -> Snippet {
        let block = note.block(ofPlain: range.lowerBound).map { note.blocks[$0].plain } ?? range
        let sentence = Sentences.around(range, in: block, of: note.plain)
        return Snippet(of: note.plain, in: sentence, matches: [range])
    }

    private static func first(_ text: [UInt8], in range: Range<Int>, of plain: [UInt8]) -> Int? {
        guard !text.isEmpty, range.count >= text.count else { return nil }
        return (range.lowerBound...range.upperBound - text.count).first { start in
            plain[start] == text[0] && plain[start..<start + text.count].elementsEqual(text)
        }
    }
}
