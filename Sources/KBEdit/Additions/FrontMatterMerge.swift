internal import KBModel
internal import KBParse

/// Puts the front matter of a text into a note made by a template, which may have its own.
///
/// Tags and aliases are joined; another key of the text takes the place of the template's.
struct FrontMatterMerge {
    /// The note with both.
    private(set) var bytes: [UInt8]
    /// What could not be taken over, in words.
    private(set) var remarks: [String] = []

    /// Merges the front matter of `text` into the note `bytes`.
    init(of text: AddedText, into bytes: [UInt8], path: String) throws(EditRefusal) {
        self.bytes = bytes
        var parser = NoteParser()
        let other = EditableNote(text.bytes, path: path, with: &parser)
        guard let outline = other.sites.frontMatter else {
            throw EditRefusal("the front matter of the text cannot be read; mend it first")
        }
        let base = EditableNote(bytes, path: path, with: &parser)
        guard let place = base.sites.frontMatter else {
            guard base.note.frontMatter.lines == nil else {
                throw EditRefusal("the front matter of the template cannot be read; mend it first")
            }
            self.bytes = Array(text.bytes[text.frontMatter]) + bytes
            return
        }
        let lists = ["tags": "tags", "tag": "tags", "aliases": "aliases", "alias": "aliases"]
        if !outline.isFlow, !place.isFlow {
            try write(outline, of: other, into: base, place) { lists[$0.lowercased()] == nil }
        } else if outline.entries.contains(where: { lists[$0.key.lowercased()] == nil }) {
            let names = outline.entries.map(\.key).joined(separator: ", ")
            remarks.append("front matter in braces cannot be merged; left out were \(names)")
        }
        let tags = other.note.tags.filter { $0.line <= other.note.frontMatter.lines?.last ?? 0 }.map(\.spelling)
        self.bytes = try FrontMatterAddition.adding(tags, to: "tags", in: self.bytes, path: path)
        self.bytes = try FrontMatterAddition.adding(other.note.aliases, to: "aliases", in: self.bytes, path: path)
    }

    /// Writes the lines of the entries that `isWanted` into `base`, over those of the same key or behind the last.
    private mutating func write(
        _ outline: FrontMatterOutline, of other: EditableNote, into base: EditableNote, _ place: FrontMatterOutline,
        where isWanted: (String) -> Bool
    ) throws(EditRefusal) {
        var edits: [ByteEdit] = []
        for (index, entry) in outline.entries.enumerated() where isWanted(entry.key) {
            var lines = other.text(Self.lines(of: index, in: outline, other))
            if let last = lines.utf8.last, !last.isLineEnd { lines += base.lineEnd }
            let old = place.entries.firstIndex { VaultPath.alike($0.key, entry.key) }
            let range = old.map { Self.lines(of: $0, in: place, base) }
            edits.append(base.edit(range ?? place.range.upperBound..<place.range.upperBound, lines))
        }
        guard let merged = base.applying(edits) else {
            throw EditRefusal("the front matter of the text cannot be merged with that of the template")
        }
        bytes = merged
    }

    /// The lines of an entry, up to the next one.
    private static func lines(of index: Int, in outline: FrontMatterOutline, _ note: EditableNote) -> Range<Int> {
        let next = index + 1 < outline.entries.count ? outline.entries[index + 1].keyRange.lowerBound : nil
        let start = lineStart(outline.entries[index].keyRange.lowerBound, note)
        let end = next.map { lineStart($0, note) } ?? outline.range.upperBound
        return start..<max(start, end)
    }

    private static func lineStart(_ offset: Int, _ note: EditableNote) -> Int {
        var start = min(offset, note.note.utf8.count)
        while start > 0, !note.note.utf8[start - 1].isLineEnd { start -= 1 }
        return start
    }
}
