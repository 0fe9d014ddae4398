public import KBModel
internal import KBParse

/// Turns words of a note into a link where they stand.
public enum MentionLink {
    /// How most links are written.
    public enum Style: Sendable {
        /// `[[note]]`
        case wiki
        /// `[text](note.md)`
        case markdown
    }

    /// Plans a link.
    ///
    /// - Parameters:
    ///   - mention: The words, on one line: a range of ``KBModel/Note/plain``, in no link and no code.
    ///   - target: The path of the note to link to.
    ///   - anchor: The words of a heading there, or `^block`; nil for the note as a whole.
    ///   - style: How the link is written when the note has no links of its own to go by.
    ///   - ends: Where links lead.
    /// - Throws: ``EditRefusal`` when the words cannot be made a link there.
    public static func plan(
        _ bytes: [UInt8], path: String, mention: Range<Int>, target: String, anchor: String? = nil, style: Style,
        ends: LinkMap
    ) throws(EditRefusal) -> ChangePlan {
        try plan(bytes, path: path, mentions: [mention], target: target, anchor: anchor, style: style, ends: ends)
    }

    /// As ``plan(_:path:mention:target:anchor:style:ends:)``, at the first of `mentions` that can be made a link.
    ///
    /// - Throws: ``EditRefusal`` with the reason of the first when none can.
    public static func plan(
        _ bytes: [UInt8], path: String, mentions: [Range<Int>], target: String, anchor: String? = nil, style: Style,
        ends: LinkMap
    ) throws(EditRefusal) -> ChangePlan {
        var parser = NoteParser()
        let note = EditableNote(bytes, path: path, with: &parser)
        if let reason = note.reasonNotEditable { throw EditRefusal("\(path) cannot be changed: \(reason)") }
        let ownStyle = Self.style(of: note.note) ?? style
        // What stands on two lines needs no trying.
        let onOneLine = mentions.filter { !$0.isEmpty && !note.note.text($0).utf8.contains(UInt8.lf) }
        guard let first = onOneLine.first else {
            throw EditRefusal("the words stand on two lines, which a link cannot")
        }
        for mention in onOneLine {
            let block = note.note.block(ofPlain: mention.lowerBound).map { note.note.blocks[$0] }
            let writer = MentionWriter(
                path: path, target: target, anchor: anchor, style: ownStyle, isInTable: block?.kind == .tableRow)
            if let plan = plan(note, mention, writer, ends: ends, with: &parser) { return plan }
        }
        let line = note.note.line(ofPlain: first.lowerBound)
        throw EditRefusal("“\(note.note.text(first))” cannot be made a link where it stands, \(path):\(line)")
    }

    /// The plan for one mention; nil when it cannot be made a link.
    private static func plan(
        _ note: EditableNote, _ mention: Range<Int>, _ writer: MentionWriter, ends: LinkMap,
        with parser: inout NoteParser
    ) -> ChangePlan? {
        let words = note.note.text(mention)
        let line = note.note.line(ofPlain: mention.lowerBound)
        let texts = writer.texts(for: words, ends: ends)
        for place in places(of: words, line: line, in: note) {
            for text in texts {
                guard let new = note.applying([note.edit(place, text)]) else { continue }
                let after = parser.parse(new, path: note.path)
                guard after.plain == note.note.plain, after.links.count == note.note.links.count + 1,
                    after.marks.contains(where: { $0.kind == .link && $0.plain == mention })
                else { continue }
                return ChangePlan(
                    title: "link “\(words)” in \(note.path) to \(writer.target)",
                    changes: [.edit(path: note.path, old: note.bytes, new: new)],
                    replacements: [.init(.text, path: note.path, line: line, old: words, new: text)])
            }
        }
        return nil
    }

    /// A link to the note `target`, showing `words`, for the note at `path`; nil when none can be written that leads there.
    ///
    /// - Parameters:
    ///   - style: How it is written when `bytes`, the note, has no links of its own to go by.
    ///   - ends: Where links lead.
    public static func text(
        _ words: String, to target: String, from path: String, style: Style, in bytes: [UInt8], ends: LinkMap
    ) -> String? {
        var parser = NoteParser()
        let own = bytes.isEmpty ? nil : Self.style(of: parser.parse(bytes, path: path))
        let isPlain = words.utf8.allSatisfy { $0 >= 0x20 && !"[]|\\`*_<".utf8.contains($0) }
        let shown = isPlain && !words.isEmpty ? words : VaultPath.bare(VaultPath.name(of: target))
        let writer = MentionWriter(path: path, target: target, anchor: nil, style: own ?? style, isInTable: false)
        return writer.texts(for: LinkWriter.canStandInBrackets(shown) ? shown : "note", ends: ends).first
    }

    /// How most links of a note to other notes are written; nil when it has none, or as many of each.
    static func style(of note: Note) -> Style? {
        let links = note.links.filter(NoteRewrite.isInVault)
        let (wiki, markdown) = (links.count { $0.kind == .wiki }, links.count { $0.kind == .markdown })
        return wiki == markdown ? nil : wiki > markdown ? .wiki : .markdown
    }

    /// Where `words` stand on `line`, in order.
    private static func places(of words: String, line: Int, in note: EditableNote) -> [Range<Int>] {
        let (utf8, wanted) = (note.note.utf8, Array(words.utf8))
        var (start, number) = (0, 1)
        while number < line, start < utf8.count {
            if utf8[start] == UInt8.lf || (utf8[start] == UInt8.cr && utf8[(start + 1)...].first != UInt8.lf) {
                number += 1
            }
            start += 1
        }
        var places: [Range<Int>] = []
        var place = start
        while place < utf8.count, !utf8[place].isLineEnd {
            if utf8[place...].starts(with: wanted) { places.append(place..<place + wanted.count) }
            place += 1
        }
        return places
    }
}
