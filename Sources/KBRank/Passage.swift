public import KBModel

/// The few lines of a section that answer a query best.
public struct Passage: Equatable, Sendable {
    /// The lines in the file, at most ``longest``.
    public var lines: LineRange
    /// Their words: a range of ``Note/plain``. Empty when the section has no text of its own.
    public var plain: Range<Int>

    /// The most lines a passage has: what a reader takes in at a glance.
    public static let longest = 6

    /// Chooses the passage of `note`'s section number `section`.
    ///
    /// It is the run of consecutive lines whose query words weigh most, each word counted once, fewer lines before
    /// more, ties going to the earliest. The lead of a list counts for its items. The run then grows to whole blocks
    /// and takes in the items under its last line, as far as ``longest`` allows.
    ///
    /// - Parameters:
    ///   - matches: Where words of the query stand in the note, ascending.
    ///   - weights: What each word is worth, by its number; a word beyond the end is worth 1.
    public init(in note: Note, section: Int, matches: [TermMatch], weights: [Double] = []) {
        guard note.sections.indices.contains(section) else {
            self.init(lines: LineRange(1, 1), plain: 0..<0)
            return
        }
        let chosen = note.sections[section]
        let lines = TextLine.lines(of: chosen, in: note)
        guard !lines.isEmpty else {
            self.init(lines: LineRange(chosen.lines.first, chosen.lines.first), plain: 0..<0)
            return
        }
        let search = PassageSearch(lines: lines, note: note, matches: matches, weights: weights)
        let best = search.best() ?? 0...0
        let whole = search.grown(best)
        let last = lines[whole.upperBound]
        let start = lines[whole.lowerBound]
        self.init(
            lines: LineRange(start.number, last.number),
            plain: min(start.plain.lowerBound, last.plain.upperBound)..<last.plain.upperBound)
    }

    /// A passage on `lines` with the words at `plain`.
    public init(lines: LineRange, plain: Range<Int>) {
        self.lines = lines
        self.plain = plain
    }
}

/// One line of a block's text.
struct TextLine {
    /// The line in the file, counted from 1.
    var number: Int
    /// Its words: a range of ``Note/plain``.
    var plain: Range<Int>
    /// The block it belongs to: an index of ``Note/blocks``.
    var block: Int

    /// The lines of all blocks under the heading of `section`, in order.
    static func lines(of section: Section, in note: Note) -> [TextLine] {
        var lines: [TextLine] = []
        for index in section.blocks.clamped(to: 0..<note.blocks.count) {
            let block = note.blocks[index]
            let range = block.plain.clamped(to: 0..<note.plain.count)
            var number = block.lines.first
            var start = range.lowerBound
            for position in range where note.plain[position] == 0x0A {
                lines.append(TextLine(number: number, plain: start..<position, block: index))
                start = position + 1
                number += 1
            }
            if start < range.upperBound || range.isEmpty {
                lines.append(TextLine(number: number, plain: start..<range.upperBound, block: index))
            }
        }
        return lines
    }
}
