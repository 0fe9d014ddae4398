internal import KBModel

// Links and tags of the front matter, in the order in which ``FrontMatter`` gives them.
extension FrontMatterOutline {
    func linkSites(_ src: ByteView) -> [LinkSite] {
        var sites: [LinkSite] = []
        for entry in entries { Self.addLinks(entry.value, src, to: &sites) }
        return sites
    }

    private static func addLinks(_ value: Value, _ src: ByteView, to sites: inout [LinkSite]) {
        if let items = value.items {
            for item in items { addLinks(item, src, to: &sites) }
            return
        }
        guard case .string(let text)? = value.scalar else { return }
        let trimmed = LinkTarget.trimmed(text)
        guard trimmed.hasPrefix("[["), trimmed.hasSuffix("]]"), trimmed.utf8.count > 4,
            trimmed.dropFirst(2).dropLast(2).contains(where: { $0 != "|" })
        else { return }
        let range = value.range
        let mark: UInt8? =
            src[range.lowerBound] == .quote || src[range.lowerBound] == .apostrophe
            ? src[range.lowerBound] : nil
        guard let start = first(trimmed, in: range, of: src) else {
            let empty = range.lowerBound..<range.lowerBound
            sites.append(LinkSite(.yaml, whole: range, target: empty, mark: mark, isExact: false))
            return
        }
        let (from, end) = (start + 2, start + trimmed.utf8.count - 2)
        // As the reader of front matter does: bars at the start divide nothing.
        var first = from
        while src[first] == .pipe { first += 1 }
        let pipe = src.firstIndex(of: .pipe, first, end)
        let stop = pipe ?? end
        let hash = src.firstIndex(of: .hash, first, stop)
        let low = src.skippingBlanks(first, hash ?? stop)
        var anchor: Range<Int>?
        if let hash {
            let low = src.skippingBlanks(hash + 1, stop)
            anchor = low..<src.trimmedEnd(low, stop)
        }
        sites.append(
            LinkSite(
                .yaml, whole: range, target: low..<src.trimmedEnd(low, hash ?? stop), anchor: anchor,
                text: pipe.map { $0 + 1..<end }, mark: mark))
    }

    /// Where `text` stands in `range`, if once and only once.
    private static func first(_ text: String, in range: Range<Int>, of src: ByteView) -> Int? {
        let bytes = Array(text.utf8)
        guard let head = bytes.first, range.count >= bytes.count else { return nil }
        var found: Int?
        var k = range.lowerBound
        while let hit = src.firstIndex(of: head, k, range.upperBound - bytes.count + 1) {
            if bytes.indices.allSatisfy({ src[hit + $0] == bytes[$0] }) {
                guard found == nil else { return nil }
                found = hit
            }
            k = hit + 1
        }
        return found
    }

    func tagSites(_ src: ByteView) -> [TagSite] {
        var sites: [TagSite] = []
        for entry in entries where ["tags", "tag", "keywords"].contains(entry.key.lowercased()) {
            if let items = entry.value.items {
                addItems(items, isFlow: entry.value.isFlow, src, to: &sites)
            } else if let text = entry.value.scalar?.scalar {
                addWords(text, entry.value.range, isKeywords: entry.key.utf8.count == 8, src, to: &sites)
            }
        }
        return sites
    }

    private func addItems(_ items: [Value], isFlow: Bool, _ src: ByteView, to sites: inout [TagSite]) {
        for (index, item) in items.enumerated() {
            if let inner = item.items {
                addItems(inner, isFlow: item.isFlow, src, to: &sites)
                continue
            }
            guard let text = item.scalar?.scalar, let name = Self.bare(text[...]) else { continue }
            let removal: Range<Int>
            if isFlow {
                let start = index > 0 ? items[index - 1].range.upperBound : item.range.lowerBound
                removal = start..<max(start, item.range.upperBound)
            } else {
                var start = item.range.lowerBound
                while start > range.lowerBound, src[start - 1] != .lf, src[start - 1] != .cr { start -= 1 }
                removal = start..<max(start, src.nextLine(after: src.lineEnd(from: item.range.upperBound)))
            }
            let place = Self.first(name, in: item.range, of: src)
            sites.append(
                TagSite(
                    place: .item(removal: removal), name: place.map { $0..<$0 + name.utf8.count } ?? item.range,
                    scalar: item.range, isExact: place != nil))
        }
    }

    private func addWords(
        _ text: String, _ range: Range<Int>, isKeywords: Bool, _ src: ByteView, to sites: inout [TagSite]
    ) {
        let isDivided = isKeywords || text.utf8.contains(.comma)
        // Where the text stands for itself its words can be told apart in the file.
        let start = Self.first(text, in: range, of: src)
        var (offset, previous) = (0, 0)
        for part in text.utf8.split(
            omittingEmptySubsequences: false,
            whereSeparator: {
                isDivided ? $0 == .comma : $0.isWhitespace
            })
        {
            defer { offset += part.count + 1 }
            let word = String(part) ?? ""
            guard !word.isEmpty, let name = Self.bare(word[...]) else { continue }
            guard let start else {
                sites.append(TagSite(place: .word(removal: range), name: range, scalar: range, isExact: false))
                continue
            }
            let end = start + offset + part.count
            let first = Self.first(name, in: start + offset..<end, of: src)
            sites.append(
                TagSite(
                    place: .word(removal: (previous == 0 ? start + offset : previous)..<end),
                    name: first.map { $0..<$0 + name.utf8.count } ?? range, scalar: range, isExact: first != nil))
            previous = end
        }
    }

    /// The tag in `word`, as the reader of front matter takes it; nil when there is none.
    private static func bare(_ word: Substring) -> String? {
        let spelling = LinkTarget.trimmed(String(word))
        let bare = spelling.utf8.first == .hash ? String(spelling.dropFirst()) : spelling
        return Tag(bare) == nil ? nil : bare
    }
}
