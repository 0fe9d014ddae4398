internal import KBModel
internal import KBParse

/// Writes other words into a heading; its marks, its `{#id}` and its block id stay.
struct HeadingWriter {
    let note: EditableNote

    /// The edits that give section number `section` the words `title`.
    func edits(section: Int, title: String) throws(EditRefusal) -> [ByteEdit] {
        let sections = note.note.sections
        guard sections.indices.contains(section), sections[section].kind != .preamble else {
            throw EditRefusal("there is no such heading")
        }
        let index = section - (sections.first?.kind == .preamble ? 1 : 0)
        guard note.sites.headings.indices.contains(index) else { throw EditRefusal("there is no such heading") }
        let words = trimmed(title)
        guard !words.isEmpty, !words.utf8.contains(where: { $0 < 0x20 }) else {
            throw EditRefusal("a heading is one line of text")
        }
        let site = note.sites.headings[index]
        switch sections[section].kind {
        case .atx: return [note.edit(site.title, closingEscaped(words))]
        case .html: return [note.edit(site.title, htmlEscaped(words))]
        case .setext: return setext(site, words)
        case .pseudo, .preamble: return pseudo(site, words)
        }
    }

    private func trimmed(_ text: String) -> String {
        let bytes = text.utf8.drop(while: \.isBlank)
        let end = bytes.lastIndex { !$0.isBlank }.map { bytes.index(after: $0) } ?? bytes.startIndex
        return String(Substring(bytes[..<end]))
    }

    /// A `#` at the end of a title would be taken for a closing mark.
    private func closingEscaped(_ words: String) -> String {
        guard let last = words.utf8.lastIndex(where: { $0 != UInt8.hash }) else { return "\\" + words }
        let rest = words.utf8.index(after: last)
        guard rest < words.utf8.endIndex, words.utf8[last].isBlank else { return words }
        return String(words[..<rest]) + "\\" + String(words[rest...])
    }

    private func htmlEscaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A line below that was as long as the words gets as long as the new ones.
    private func setext(_ site: HeadingSite, _ words: String) -> [ByteEdit] {
        var edits = [note.edit(site.title, words)]
        if let underline = site.underline, let mark = note.text(underline).first,
            underline.count == note.text(site.title).count
        {
            edits.append(note.edit(underline, String(repeating: mark, count: max(3, words.count))))
        }
        return edits
    }

    /// Marks of bold text around the words stay, and so does a colon behind them.
    private func pseudo(_ site: HeadingSite, _ words: String) -> [ByteEdit] {
        let utf8 = note.note.utf8
        var range = site.title
        var hasColon = false
        while range.count > 2 {
            let (first, last) = (utf8[range.lowerBound], utf8[range.upperBound - 1])
            if last == UInt8(ascii: ":"), !hasColon {
                hasColon = true
                range = range.lowerBound..<range.upperBound - 1
            } else if first == last, first == UInt8(ascii: "*") || first == UInt8(ascii: "_") {
                range = range.lowerBound + 1..<range.upperBound - 1
            } else {
                break
            }
        }
        // The colon stands there already, inside the bold text or behind it.
        let bare = hasColon && words.utf8.last == UInt8(ascii: ":") ? String(words.dropLast()) : words
        return [note.edit(range, bare)]
    }
}
