internal import KBModel

/// Reads front matter that is nothing but `key: value` lines, as most is, without asking libyaml.
///
/// It gives up, and leaves the block to libyaml, at the first line that is any more than a plain key and a plain or
/// simply quoted value; what it does read, libyaml would read the same. It is there because a note's front matter
/// would otherwise cost more than its text.
enum PlainFrontMatter {
    /// The entries in `start..<end`, whose first line is `line`; nil when this is a case for libyaml.
    static func read(_ src: ByteView, _ start: Int, _ end: Int, line: Int) -> [FrontMatter.Entry]? {
        var entries: [FrontMatter.Entry] = []
        // What most front matter has room in.
        entries.reserveCapacity(16)
        var (lineStart, number) = (start, line)
        while lineStart < end {
            let lineEnd = src.lineEnd(from: lineStart)
            let stop = src.trimmedEnd(lineStart, lineEnd)
            let (keyStart, keyLine) = (lineStart, number)
            lineStart = src.nextLine(after: lineEnd)
            number += 1
            guard stop > keyStart else { continue }
            guard let colon = keyEnd(src, keyStart, stop), var value = value(src, colon + 1, stop, allowsList: true)
            else {
                return nil
            }
            if value == .null, colon + 1 == stop {
                guard let items = items(src, &lineStart, &number, end) else { return nil }
                if !items.isEmpty { value = .list(items) }
            }
            let key = src.string(keyStart, colon)
            // A repeated key is libyaml's to report.
            let length = key.utf8.count
            guard entries.count < 64, !entries.contains(where: { $0.key.utf8.count == length && $0.key == key }) else {
                return nil
            }
            entries.append(.init(key: key, value: value, line: keyLine))
        }
        return entries
    }

    /// The items of `- value` lines below a key, all indented alike; empty when there are none.
    private static func items(_ src: ByteView, _ lineStart: inout Int, _ number: inout Int, _ end: Int) -> [YAMLValue]?
    {
        var items: [YAMLValue] = []
        var indent: Int?
        while lineStart < end {
            let lineEnd = src.lineEnd(from: lineStart)
            let stop = src.trimmedEnd(lineStart, lineEnd)
            var first = lineStart
            while first < stop, src[first] == .space { first += 1 }
            guard src[first] == .dash, first < stop else { break }
            guard src[first + 1] == .space, indent == nil || indent == first - lineStart else { return nil }
            guard let item = value(src, first + 1, stop, allowsList: false), item != .null else { return nil }
            indent = first - lineStart
            items.append(item)
            lineStart = src.nextLine(after: lineEnd)
            number += 1
        }
        return items
    }

    /// The items of `[a, "b"]` in `start..<end`, brackets included.
    private static func flowItems(_ src: ByteView, _ start: Int, _ end: Int) -> [YAMLValue]? {
        guard end - start >= 2, src[end - 1] == .bracketClose else { return nil }
        var items: [YAMLValue] = []
        var i = start + 1
        if src.skippingBlanks(i, end - 1) == end - 1 { return items }
        while true {
            while i < end - 1, src[i] == .space { i += 1 }
            var stop = i
            if src[i] == .quote || src[i] == .apostrophe {
                guard let close = src.firstIndex(of: src[i], i + 1, end - 1) else { return nil }
                stop = close + 1
            }
            while stop < end - 1, src[stop] != .comma {
                guard !flowSigns.contains(src[stop]) else { return nil }
                stop += 1
            }
            let last = src.trimmedEnd(i, stop)
            guard let item = value(src, i, last, allowsList: false), item != .null else { return nil }
            items.append(item)
            if stop >= end - 1 { return items }
            i = stop + 1
        }
    }

    private static let flowSigns = ByteSet("[]{}:#&*!|>'\"%@`")

    /// The offset of the colon behind a plain key at the start of the line.
    private static func keyEnd(_ src: ByteView, _ start: Int, _ end: Int) -> Int? {
        guard src[start].isLetter else { return nil }
        var i = start + 1
        while i < end {
            let byte = src[i]
            if byte == .colon, i + 1 == end || src[i + 1] == .space { return src[i - 1] == .space ? nil : i }
            guard byte.isAlphanumeric || keySigns.contains(byte) else { return nil }
            i += 1
        }
        return nil
    }

    private static let keySigns = ByteSet("_-. :/")

    /// A plain or quoted scalar, or a list in brackets; nil when it is anything else.
    private static func value(_ src: ByteView, _ afterColon: Int, _ end: Int, allowsList: Bool) -> YAMLValue? {
        var start = afterColon
        while start < end, src[start] == .space { start += 1 }
        guard start < end else { return .null }
        let first = src[start]
        if first == .bracketOpen, allowsList { return flowItems(src, start, end).map(YAMLValue.list) }
        if first == .quote || first == .apostrophe {
            guard end - start >= 2, src[end - 1] == first else { return nil }
            let text = src.slice(0, end - 1)
            var i = text.firstMarked(in: marks, from: start + 1)
            while i < end - 1 {
                if src[i] == first || src[i] == .backslash || !isOrdinary(src, i) { return nil }
                i = text.firstMarked(in: marks, from: i + 1)
            }
            return .string(src.string(start + 1, end - 1))
        }
        guard
            first.isAlphanumeric || first == .slash || first == .dot || first == .parenOpen || first == .less
                || first > 0x7F
        else {
            return nil
        }
        let text = src.slice(0, end)
        var i = text.firstMarked(in: marks, from: start)
        while i < end {
            let byte = src[i]
            guard isOrdinary(src, i) else { return nil }
            if byte == .colon, i + 1 == end || src[i + 1] == .space { return nil }
            if byte == .hash, src[i - 1] == .space { return nil }
            i = text.firstMarked(in: marks, from: i + 1)
        }
        let scalar = src.string(start, end)
        return mayMeanMore(src, start, end) ? CoreSchema.resolve(scalar) : .string(scalar)
    }

    /// The bytes of a value that need a closer look.
    static let marks = ByteClasses(
        """
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        .."#...'........\
        ..........:.....\
        ................\
        ............\\...\
        ................\
        ...............x\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx
        """)

    /// Whether a plain scalar may be a number, a truth value or null.
    private static func mayMeanMore(_ src: ByteView, _ start: Int, _ end: Int) -> Bool {
        guard src[start].isLetter else { return true }
        return end - start == 4 || end - start == 5
    }

    /// Whether the byte is no control byte and begins no character YAML treats specially: C1 controls, line and
    /// paragraph separators, the byte order mark and noncharacters.
    @inline(__always)
    private static func isOrdinary(_ src: ByteView, _ i: Int) -> Bool {
        switch src[i] {
        case 0x20..<0x7F: true
        case 0xC2: src[i + 1] >= 0xA0
        case 0xE2: src[i + 1] != 0x80 || (src[i + 2] != 0xA8 && src[i + 2] != 0xA9)
        case 0xEF: src[i + 1] < 0xBB
        case let byte: byte >= 0x80
        }
    }
}
