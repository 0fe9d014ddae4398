internal import KBModel

// What of a note is read.
extension TermReader {
    /// Lays out the text and cuts it into stretches.
    mutating func gather(_ note: Note) {
        text.removeAll(keepingCapacity: true)
        stretches.removeAll(keepingCapacity: true)
        text.append(contentsOf: note.plain)
        var section = 0
        for (index, block) in note.blocks.enumerated() {
            // A heading's own block stands before those of its section.
            while section + 1 < note.sections.count, index + 1 >= note.sections[section + 1].blocks.lowerBound,
                note.sections[section + 1].kind != .preamble
            {
                section += 1
            }
            let range = block.plain.clamped(to: 0..<note.plain.count)
            guard let kind = TermReader.kind(block), !range.isEmpty else { continue }
            stretches.append(
                Stretch(
                    kind: kind, range: range, section: section, line: block.lines.first,
                    roles: kind == .heading ? [.mention, .heading] : .mention))
        }
        addNames(note)
    }

    private static func kind(_ block: Block) -> Stretch.Kind? {
        switch block.kind {
        case .heading: .heading
        case .item, .task: .item
        case .tableRow: .row
        case .paragraph, .callout, .footnote, .html: .text
        case .code, .math: nil
        }
    }

    /// Adds the names a note bears and gives: its title, aliases, tags and acronyms.
    private mutating func addNames(_ note: Note) {
        let isFileName = !note.title.utf8.contains(UInt8(ascii: " "))
        add(note.title, .title, .title, line: 1, splitting: isFileName)
        for alias in note.aliases { add(alias, .whole, .title, line: 1) }
        for use in note.tags {
            for level in use.spelling.utf8.split(separator: UInt8(ascii: "/")) {
                add(Substring(level), .whole, .tag, line: use.line, splitting: true)
            }
        }
        for acronym in note.acronyms {
            add(acronym.short, .whole, .acronym, line: acronym.line)
            add(acronym.long, .whole, .acronym, line: acronym.line)
        }
    }

    /// Adds one name; with `splitting`, hyphens and underscores divide its words.
    private mutating func add(
        _ name: some StringProtocol, _ kind: Stretch.Kind, _ roles: RoleSet, line: Int, splitting: Bool = false
    ) {
        let start = text.count
        for byte in name.utf8 {
            let isDivider = byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            text.append(splitting && isDivider || byte == UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
        }
        stretches.append(Stretch(kind: kind, range: start..<text.count, section: -1, line: line, roles: roles))
        text.append(UInt8(ascii: "\n"))
    }

    /// Hides the words of code and addresses in `range`, and collects what the author set apart.
    mutating func readMarks(
        _ note: Note, _ mark: inout Int, _ definition: inout Int, _ stretch: Stretch, _ range: Range<Int>
    ) {
        apart.removeAll(keepingCapacity: true)
        hideAddresses(range)
        guard stretch.section >= 0 else { return }
        while mark < note.marks.count, note.marks[mark].plain.upperBound <= stretch.range.lowerBound { mark += 1 }
        var next = mark
        while next < note.marks.count, note.marks[next].plain.lowerBound < stretch.range.upperBound {
            let found = note.marks[next]
            next += 1
            let covered = wordsIn(found.plain, range)
            guard !covered.isEmpty else { continue }
            if found.kind == .code, !isName(covered, range) {
                for index in covered { words[index].isHidden = true }
            } else {
                apart.append((covered, found.kind == .link ? .link : .marked))
            }
        }
        while definition < note.definitions.count,
            note.definitions[definition].term.lowerBound < stretch.range.lowerBound
        {
            definition += 1
        }
        while definition < note.definitions.count,
            note.definitions[definition].term.lowerBound < stretch.range.upperBound
        {
            let covered = wordsIn(note.definitions[definition].term, range)
            if !covered.isEmpty { apart.append((covered, .defined)) }
            definition += 1
        }
    }

    /// Those of the words `range` that stand in the bytes `bytes`.
    private func wordsIn(_ bytes: Range<Int>, _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if Int(words[middle].start) < bytes.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < range.upperBound, Int(words[end].start) < bytes.upperBound { end += 1 }
        return low..<end
    }

    /// Whether the words of a piece of code open their block or line, or are all of it, and look like words: the name of
    /// what the line is about.
    private func isName(_ code: Range<Int>, _ range: Range<Int>) -> Bool {
        guard code.lowerBound == range.lowerBound || words[code.lowerBound].gap.contains(.line), code.count <= 3 else {
            return false
        }
        for index in code {
            guard !words[index].shape.contains(.digit), !words[index].shape.contains(.inner) else { return false }
            if index > code.lowerBound, words[index].gap != .blank, words[index].gap != .hyphen { return false }
        }
        if let first = code.first, first == 0 || Int(words[first].start) == 0 { return true }
        let start = Int(words[code.lowerBound].start)
        let before = start > 0 ? text[start - 1] : UInt8(ascii: "\n")
        let end = Int(words[code.upperBound - 1].end)
        let after = end < text.count ? text[end] : UInt8(ascii: "\n")
        return before <= UInt8(ascii: " ") && (after <= UInt8(ascii: " ") || after == UInt8(ascii: ":"))
    }

    /// Hides what follows `http:` and `www.` up to the next blank, and whole words with `@`, `\` or several `/` in them.
    private mutating func hideAddresses(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            var end = index + 1
            var (isAddress, slashes) = (false, 0)
            while end < range.upperBound, words[end].gap.isDisjoint(with: [.blank, .line]) {
                let gap = words[end].gap
                if gap.isSuperset(of: [.colon, .slash]) { isAddress = true }
                if gap == .joint { slashes += 2 }
                if gap == .slash { slashes += 1 }
                end += 1
            }
            if isAddress || slashes > 3 { for word in index..<end { words[word].isHidden = true } }
            index = end
        }
    }
}
