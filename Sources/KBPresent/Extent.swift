internal import KBModel

/// The part of a note that is shown: all of it, or a section with all that stands under it.
struct Extent {
    /// A line of text with its number in the file.
    struct Line: Equatable {
        var number: Int
        var text: String
    }

    /// A range of ``Note/utf8``.
    var bytes: Range<Int>
    /// The lines of the file.
    var lines: LineRange
    /// A range of ``Note/blocks``, the headings among them.
    private var blocks: Range<Int>

    /// The extent of `section`, or of the whole note when there is none of that number.
    init(_ note: Note, section: Int?) {
        guard let section, note.sections.indices.contains(section) else {
            bytes = 0..<note.utf8.count
            lines = LineRange(1, note.lineCount)
            blocks = note.blocks.indices
            return
        }
        let root = note.sections[section]
        var end = root
        for other in note.sections[(section + 1)...] {
            guard other.lines.first <= root.lastLine else { break }
            end = other
        }
        let start = max(0, root.bytes.lowerBound)
        bytes = (start..<max(start, end.bytes.upperBound)).clamped(to: 0..<note.utf8.count)
        lines = LineRange(root.lines.first, root.lastLine)
        // A heading's own block stands before the blocks under it.
        let first = note.blocks.firstIndex { $0.lines.first >= root.lines.first } ?? note.blocks.endIndex
        blocks = (first..<max(first, end.blocks.upperBound)).clamped(to: note.blocks.indices)
    }

    /// The source, line by line, with `\r\n` and `\r` read as line ends too.
    func sourceLines(of note: Note) -> [Line] {
        var result: [Line] = []
        var rest = note.utf8[bytes]
        var number = lines.first
        while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
            result.append(Line(number: number, text: String(decoding: rest[..<end], as: UTF8.self)))
            let isPair = rest[end] == 0x0D && end + 1 < rest.endIndex && rest[end + 1] == 0x0A
            rest = rest[(end + (isPair ? 2 : 1))...]
            number += 1
        }
        if !rest.isEmpty { result.append(Line(number: number, text: String(decoding: rest, as: UTF8.self))) }
        return result
    }

    /// The words, block by block.
    func plainLines(of note: Note) -> [Line] {
        note.blocks[blocks].flatMap { block in
            note.text(block.plain).split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                Line(number: block.lines.first + $0.offset, text: String($0.element))
            }
        }
    }
}
