internal import KBModel

/// Finds and reads the front matter of a note.
struct FrontMatterReader {
    var frontMatter = FrontMatter()
    var issues: [Issue] = []
    /// Where the body starts, and the number of its first line.
    var bodyStart = 0
    var bodyLine = 1
    /// The lines between the two marks; nil when there is no front matter.
    var yaml: Range<Int>?

    init(_ src: ByteView) {
        let firstEnd = src.lineEnd(from: 0)
        guard Self.isMark(src, 0, firstEnd, closing: false) else { return }
        let start = src.nextLine(after: firstEnd)
        var (line, lineStart) = (1, start)
        while lineStart < src.count {
            line += 1
            let end = src.lineEnd(from: lineStart)
            if Self.isMark(src, lineStart, end, closing: true) {
                read(src, start, lineStart, closing: line, bodyStart: src.nextLine(after: end))
                return
            }
            lineStart = src.nextLine(after: end)
        }
        if Self.looksLikeKey(src, start) {
            issues.append(Issue(.frontMatter, .warning, line: 1, "the front matter is never closed with ---"))
        }
    }

    /// `---`, or `...` when it closes, with nothing but white space after it.
    private static func isMark(_ src: ByteView, _ start: Int, _ end: Int, closing: Bool) -> Bool {
        guard src.trimmedEnd(start, end) - start == 3 else { return false }
        let byte = src[start]
        guard byte == .dash || (closing && byte == .dot) else { return false }
        return src[start + 1] == byte && src[start + 2] == byte
    }

    /// Whether a line reads as `key:`; without one, an opening `---` is a rule across the page.
    private static func looksLikeKey(_ src: ByteView, _ start: Int) -> Bool {
        var i = start
        while src[i].isAlphanumeric || src[i] == .underscore || src[i] == .dash { i += 1 }
        return i > start && src[i] == .colon
    }

    private mutating func read(_ src: ByteView, _ start: Int, _ end: Int, closing: Int, bodyStart: Int) {
        if let entries = PlainFrontMatter.read(src, start, end, line: 2) {
            frontMatter = FrontMatter(entries: entries, lines: LineRange(1, closing))
            self.bodyStart = bodyStart
            yaml = start..<end
            bodyLine = closing + 1
            return
        }
        let part = src.slice(start, end)
        var bytes = Array(UnsafeBufferPointer(start: part.base, count: part.count))
        // libyaml counts CR alone as a line end too; a control byte it refuses would cost the whole block.
        for i in bytes.indices where bytes[i] < .space && !bytes[i].isWhitespace { bytes[i] = .space }
        do throws(YAML.SyntaxError) {
            let document = try YAML.read(bytes, firstLine: 2)
            switch document.value {
            case .map(let entries):
                // Both are in the order of the file; only repeated keys have no entry of their own.
                var k = 0
                for entry in entries {
                    while k < document.keys.count, document.keys[k].key != entry.key { k += 1 }
                    let line = k < document.keys.count ? document.keys[k].line : 2
                    frontMatter.entries.append(.init(key: entry.key, value: entry.value, line: line))
                    k += 1
                }
                issues += document.issues
            case .null: break
            // Prose between two rules is no front matter.
            default: return
            }
        } catch {
            // Two rules across the page with prose between them are no slip of YAML.
            guard Self.looksLikeKey(src, start) || src[start] == .braceOpen else { return }
            issues.append(
                Issue(.frontMatter, .error, line: error.line, "the front matter cannot be read: \(error.message)"))
        }
        frontMatter.lines = LineRange(1, closing)
        self.bodyStart = bodyStart
        yaml = start..<end
        bodyLine = closing + 1
    }
}

extension FrontMatter {
    /// The tags of `tags`, `tag` and `keywords`: a list, or words between commas or spaces.
    var tagUses: [TagUse] {
        var uses: [TagUse] = []
        for entry in entries(named: "tags", "tag", "keywords") {
            let isList = if case .list = entry.value { true } else { false }
            let isKeywords = entry.key.utf8.count == 8
            for text in entry.value.scalars {
                if isList {
                    Self.addTag(text, line: entry.line, to: &uses)
                    continue
                }
                let isDivided = isKeywords || text.utf8.contains(.comma)
                for part in text.utf8.split(whereSeparator: { isDivided ? $0 == .comma : $0.isWhitespace }) {
                    Self.addTag(String(part) ?? "", line: entry.line, to: &uses)
                }
            }
        }
        return uses
    }

    private static func addTag(_ word: String, line: Int, to uses: inout [TagUse]) {
        let spelling = LinkTarget.trimmed(word)
        let bare = spelling.utf8.first == .hash ? String(spelling.dropFirst()) : spelling
        if let tag = Tag(bare) { uses.append(TagUse(tag: tag, spelling: bare, line: line)) }
    }

    /// The names of `aliases` and `alias`: a list, or one text with commas between the names.
    var aliasNames: [String] {
        entries(named: "aliases", "alias").flatMap { entry -> [String] in
            if case .list = entry.value { return entry.value.scalars }
            return entry.value.scalars.flatMap { $0.split(separator: ",").map { LinkTarget.trimmed(String($0)) } }
        }.filter { !$0.isEmpty }
    }

    /// The links written in quoted values, `"[[Note]]"`.
    var links: [Link] {
        var found: [Link] = []
        for entry in entries { Self.addLinks(of: entry.value, line: entry.line, to: &found) }
        return found
    }

    private static func addLinks(of value: YAMLValue, line: Int, to found: inout [Link]) {
        switch value {
        case .list(let values):
            for value in values { addLinks(of: value, line: line, to: &found) }
        case .string(let text):
            guard text.utf8.first == .bracketOpen || text.utf8.first?.isBlank == true else { return }
            let trimmed = LinkTarget.trimmed(text)
            guard trimmed.hasPrefix("[["), trimmed.hasSuffix("]]"), trimmed.utf8.count > 4 else { return }
            let parts = trimmed.dropFirst(2).dropLast(2).split(separator: "|", maxSplits: 1)
            guard let first = parts.first else { return }
            let target = LinkTarget(wiki: String(first))
            let shown = String(parts.last ?? first)
            found.append(Link(kind: .wiki, target: target.target, anchor: target.anchor, text: shown, line: line))
        case .null, .bool, .number, .map: return
        }
    }

    /// Whether a key is `name`, which is lowercase ASCII and of the same length.
    private static func isSame(_ key: String, _ name: StaticString) -> Bool {
        var letter = name.utf8Start
        for byte in key.utf8 {
            if byte.lowered != letter.pointee { return false }
            letter += 1
        }
        return true
    }

    private func entries(named names: StaticString...) -> [Entry] {
        var found: [Entry] = []
        for k in entries.indices {
            let length = entries[k].key.utf8.count
            for name in names where name.utf8CodeUnitCount == length && Self.isSame(entries[k].key, name) {
                found.append(entries[k])
            }
        }
        return found
    }
}
