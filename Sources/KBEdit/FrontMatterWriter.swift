internal import KBModel
internal import KBParse

/// Adds values to the front matter of a note; comments, order and layout stay.
struct FrontMatterWriter {
    let note: EditableNote

    init(_ note: EditableNote) { self.note = note }

    /// The edit that adds `value` to the list under `key`, which is made when it is missing; nil when the front matter
    /// cannot be read or holds something else there.
    func adding(_ value: String, to key: String) -> ByteEdit? {
        guard let outline = note.sites.frontMatter else {
            guard note.note.frontMatter.lines == nil else { return nil }
            let end = note.lineEnd
            return note.edit(0..<0, ["---", "\(key):", "  - \(YAML.scalar(value))", "---", ""].joined(separator: end))
        }
        guard let entry = outline.entry(named: key, singular(key)) else { return newEntry(key, value, in: outline) }
        if let items = entry.value.items {
            return entry.value.isFlow
                ? flowItem(value, after: items, of: entry.value) : blockItem(value, after: items, of: entry)
        }
        switch entry.value.scalar {
        case nil: return nil
        case .null where entry.value.range.isEmpty && !outline.isFlow:
            let end = lineStop(entry.keyRange.upperBound)
            return note.edit(end..<end, note.lineEnd + "  - " + YAML.scalar(value))
        case .some(let scalar):
            let values = texts(of: scalar, key: entry.key) + [value]
            let list = values.map { YAML.scalar($0, inBrackets: true) }.joined(separator: ", ")
            return note.edit(trimmed(entry.value.range), "[\(list)]")
        }
    }

    /// Whether `value`, case-blind, is among the values of `key`; a tag with or without `#`.
    func holds(_ value: String, _ key: String) -> Bool {
        if key == "tags" {
            let tag = Tag(value)
            return zip(note.note.tags, note.sites.tags).contains { $1.place != .text && $0.tag == tag }
        }
        guard let entry = note.sites.frontMatter?.entry(named: key, singular(key)) else { return false }
        let scalars =
            entry.value.items?.compactMap { $0.scalar?.scalar } ?? texts(of: entry.value.scalar ?? .null, key: key)
        return scalars.contains { VaultPath.alike($0, value) }
    }

    private func singular(_ key: String) -> String { key == "aliases" ? "alias" : key == "tags" ? "tag" : key }

    private func newEntry(_ key: String, _ value: String, in outline: FrontMatterOutline) -> ByteEdit? {
        guard outline.isFlow else {
            let place = outline.range.upperBound
            return note.edit(place..<place, "\(key):\(note.lineEnd)  - \(YAML.scalar(value))\(note.lineEnd)")
        }
        guard let last = outline.entries.last else { return nil }
        let place = last.value.range.upperBound
        return note.edit(place..<place, ", \(YAML.quoted(key)): [\(YAML.quoted(value))]")
    }

    private func flowItem(
        _ value: String, after items: [FrontMatterOutline.Value], of list: FrontMatterOutline.Value
    ) -> ByteEdit? {
        let text = YAML.scalar(value, inBrackets: true)
        guard let last = items.last else {
            let place = list.range.lowerBound + 1
            return note.edit(place..<place, text)
        }
        return note.edit(last.range.upperBound..<last.range.upperBound, ", " + text)
    }

    private func blockItem(
        _ value: String, after items: [FrontMatterOutline.Value], of entry: FrontMatterOutline.Entry
    ) -> ByteEdit? {
        guard let last = items.last else { return nil }
        var start = last.range.lowerBound
        while start > 0, !note.note.utf8[start - 1].isLineEnd { start -= 1 }
        let lead = note.text(start..<last.range.lowerBound)
        // Only `- ` and blanks may stand before an item; anything else is a layout nobody should guess at.
        guard lead.utf8.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: "-") }),
            lead.utf8.contains(UInt8(ascii: "-"))
        else { return nil }
        let end = lineStop(trimmed(last.range).upperBound)
        return note.edit(end..<end, note.lineEnd + lead + YAML.scalar(value))
    }

    private func texts(of scalar: YAMLValue, key: String) -> [String] {
        guard let text = scalar.scalar else { return [] }
        let hasWords = key.lowercased().hasPrefix("tag") && !text.utf8.contains(UInt8(ascii: ","))
        return text.split { hasWords ? $0.isWhitespace : $0 == "," }
            .map { part in
                let bytes = part.utf8.drop(while: \.isBlank)
                let end = bytes.lastIndex { !$0.isBlank }.map { bytes.index(after: $0) } ?? bytes.startIndex
                return String(Substring(bytes[..<end]))
            }
            .filter { !$0.isEmpty }
    }

    /// Where the line that holds `offset` ends, before its line end.
    private func lineStop(_ offset: Int) -> Int {
        var stop = offset
        while stop < note.note.utf8.count, !note.note.utf8[stop].isLineEnd { stop += 1 }
        return stop
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, note.note.utf8[end - 1].isLineEnd || note.note.utf8[end - 1].isBlank {
            end -= 1
        }
        return range.lowerBound..<end
    }
}
