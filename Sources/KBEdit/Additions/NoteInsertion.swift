internal import KBModel
internal import KBParse

/// A text for a note that is there: with tags behind it, since those of the note would be said of all of it.
public enum NoteInsertion {
    /// What goes into a note for `text` with `tags`, which may have a `#`, and what of it is left out, in words.
    ///
    /// Front matter cannot stand within a note: its tags join `tags`, and other keys are told.
    /// - Throws: ``EditRefusal`` for a tag that cannot be written in a text, or when there are no words.
    public static func text(
        _ text: AddedText, tags: [String]
    ) throws(EditRefusal) -> (text: String, remarks: [String]) {
        var parser = NoteParser()
        let note = parser.parse(text.bytes, path: "text.md")
        let last = note.frontMatter.lines?.last ?? 0
        var remarks: [String] = []
        let lost = note.frontMatter.entries.map(\.key).filter { !["tag", "tags"].contains($0.lowercased()) }
        if !lost.isEmpty {
            remarks.append("front matter of the text is left out: \(lost.joined(separator: ", "))")
        }
        let own = Set(note.tags.filter { $0.line > last }.map(\.tag))
        var wanted: [String] = []
        for tag in note.tags.filter({ $0.line <= last }).map(\.spelling) + tags {
            guard let folded = Tag(tag) else { throw EditRefusal("“\(tag)” is no tag") }
            guard !own.contains(folded), !wanted.contains(where: { Tag($0) == folded }) else { continue }
            wanted.append(TagSpelling.withoutMark(tag))
        }
        guard !text.hasNoBody else { throw EditRefusal("there is no text to add") }
        return (try Self.text(text, note, with: wanted, &parser), remarks)
    }

    /// The body with `tags` at the end of its last line, or on a line of their own where that is none of running text.
    private static func text(
        _ text: AddedText, _ note: Note, with tags: [String], _ parser: inout NoteParser
    ) throws(EditRefusal) -> String {
        let body = String(decoding: text.body, as: UTF8.self)
        guard !tags.isEmpty else { return body }
        let written = tags.map { "#" + $0 }.joined(separator: " ")
        let wanted = tags.compactMap { Tag($0) }
        for gap in [isProse(note) ? " " : "", text.lineEnd + text.lineEnd] where !gap.isEmpty {
            let result = body + gap + written
            if parser.parse(Array(result.utf8), path: "text.md").tags.suffix(tags.count).map(\.tag) == wanted {
                return result
            }
        }
        let example = "letters, digits, - and _, levels parted by /, not digits alone"
        throw EditRefusal("“\(written)” cannot be written as tags in a text: a tag has \(example)")
    }

    /// Whether the last line is one of running text or of a list.
    private static func isProse(_ note: Note) -> Bool {
        guard let last = note.blocks.last else { return false }
        return [.paragraph, .item, .task].contains(last.kind) && last.blockID == nil
            && last.lines.last == note.lineCount
    }
}
