/// The pieces of a link: label, destination, title (<https://spec.commonmark.org/0.31.2/#links>).
///
/// Each function starts at an offset and returns the offset after the piece; nil when the piece is not there.
enum LinkParts {
    /// The longest label, brackets excluded.
    static let longestLabel = 999
    /// The most parentheses a destination may nest: cmark's limit.
    static let deepestParentheses = 32

    /// A label in brackets: no bracket inside unless escaped, and not blank.
    static func label(_ t: ByteView, _ start: Int, _ limit: Int) -> Int? {
        guard t[start] == .bracketOpen else { return nil }
        var i = start + 1
        var hasText = false
        let stop = min(limit, start + longestLabel + 2)
        while i < stop {
            let byte = t[i]
            if byte == .bracketClose { return hasText ? i + 1 : nil }
            if byte == .bracketOpen { return nil }
            if byte == .backslash, t[i + 1].isPunctuation { i += 1 }
            if !byte.isWhitespace { hasText = true }
            i += 1
        }
        return nil
    }

    /// A destination, with its range without angle brackets.
    static func destination(_ t: ByteView, _ start: Int, _ limit: Int) -> (start: Int, end: Int, next: Int)? {
        if t[start] == .less, start < limit {
            var i = start + 1
            while i < limit {
                let byte = t[i]
                if byte == .greater { return (start + 1, i, i + 1) }
                if byte == .less || byte == .lf { return nil }
                i += byte == .backslash && t[i + 1].isPunctuation ? 2 : 1
            }
            return nil
        }
        var i = start
        var depth = 0
        let text = t.slice(0, limit)
        while true {
            i = text.firstMarked(in: destinationMarks, from: i)
            guard i < limit else { break }
            let byte = t[i]
            if byte == .backslash, t[i + 1].isPunctuation {
                i += 2
                continue
            }
            if byte == .parenOpen {
                depth += 1
                if depth > deepestParentheses { return nil }
            } else if byte == .parenClose {
                if depth == 0 { break }
                depth -= 1
            } else if byte <= .space || byte == 0x7F {
                break
            }
            i += 1
        }
        guard depth == 0 else { return nil }
        return (start, min(i, limit), min(i, limit))
    }

    /// What may end a destination.
    static let destinationMarks = ByteClasses(
        """
        xxxxxxxxxxxxxxxx\
        xxxxxxxxxxxxxxxx\
        x.......()......\
        ................\
        ................\
        ............\\...\
        ................\
        ...............x\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................\
        ................
        """)

    /// A title in quotes or parentheses.
    static func title(_ t: ByteView, _ start: Int, _ limit: Int) -> Int? {
        let open = t[start]
        guard start < limit, open == .quote || open == .apostrophe || open == .parenOpen else { return nil }
        let close = open == .parenOpen ? UInt8.parenClose : open
        var i = start + 1
        while i < limit {
            let byte = t[i]
            if byte == close { return i + 1 }
            if open == .parenOpen, byte == .parenOpen { return nil }
            i += byte == .backslash ? 2 : 1
        }
        return nil
    }

    /// Past white space, line ends included.
    static func skipSpace(_ t: ByteView, _ start: Int, _ limit: Int) -> Int {
        var i = start
        while i < limit, t[i].isWhitespace { i += 1 }
        return i
    }

    /// A label as labels are compared: case folded, white space collapsed.
    static func normalized(_ label: String) -> String {
        // Upper after lower folds what lower alone keeps apart, such as "ẞ" and "SS".
        label.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased().uppercased()
    }
}
