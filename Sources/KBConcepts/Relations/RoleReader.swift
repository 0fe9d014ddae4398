internal import KBModel

/// Tells what words do where they stand, and on which line, walking through a note once.
struct RoleReader {
    private var mark = 0
    private var definition = 0
    private var block = -1
    private var position = 0
    private var lineAtPosition = 0

    /// Starts over, with the first word of `note`.
    mutating func begin(_ note: Note) { self = RoleReader() }

    /// The line of the byte `offset` of ``Note/plain``, which stands in `block` and not before the last one asked for.
    mutating func line(of offset: Int, in block: Block, of note: Note) -> Int {
        if position < block.plain.lowerBound || position > offset || self.block != block.plain.lowerBound {
            self.block = block.plain.lowerBound
            position = block.plain.lowerBound
            lineAtPosition = block.lines.first
        }
        while position < offset {
            if note.plain[position] == UInt8(ascii: "\n") { lineAtPosition += 1 }
            position += 1
        }
        return min(lineAtPosition, block.lines.last)
    }

    /// What `words` do in `block`; asked for in the order of the note.
    mutating func role(of words: Range<Int>, in block: Block, of note: Note) -> ConceptMention.Role {
        if block.kind == .heading { return .heading }
        while definition < note.definitions.count, note.definitions[definition].term.upperBound <= words.lowerBound {
            definition += 1
        }
        if definition < note.definitions.count, note.definitions[definition].term.overlaps(words) {
            return .definitionTerm
        }
        while mark < note.marks.count, note.marks[mark].plain.upperBound <= words.lowerBound { mark += 1 }
        if mark < note.marks.count, note.marks[mark].plain.overlaps(words) {
            return note.marks[mark].kind == .link ? .linkText : .marked
        }
        return RoleReader.opens(words, block, note) ? .lead : .text
    }

    /// Whether nothing but marks, or one article, stands before `words` on their line.
    static func opens(_ words: Range<Int>, _ block: Block, _ note: Note) -> Bool {
        var start = words.lowerBound
        while start > block.plain.lowerBound, note.plain[start - 1] != UInt8(ascii: "\n") {
            start -= 1
            if words.lowerBound - start > longestOpening { return false }
        }
        var letters: [UInt8] = []
        for byte in note.plain[start..<words.lowerBound] {
            if byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") { letters.append(byte | 0x20) }
        }
        return letters.isEmpty || articles.contains(letters)
    }

    /// Room for a number, a quote mark and an article.
    private static let longestOpening = 8
    private static let articles: [[UInt8]] = ["a", "an", "the"].map { Array($0.utf8) }
}

extension Note {
    /// For each block the section it belongs to; a heading belongs to the section it opens.
    var sectionsOfBlocks: [Int] {
        var sections = [Int](repeating: 0, count: blocks.count)
        for (index, section) in self.sections.enumerated() {
            for block in section.blocks.clamped(to: 0..<blocks.count) { sections[block] = index }
            let heading = section.blocks.lowerBound - 1
            if section.kind != .preamble, blocks.indices.contains(heading), blocks[heading].kind == .heading {
                sections[heading] = index
            }
        }
        return sections
    }
}
