internal import KBModel

/// Lays a snippet out in lines and marks its matches.
///
/// With colours a match is bold and red; without, it stands between `**`, as Markdown writes strong words.
struct SnippetText {
    let snippet: Snippet
    let style: Style

    /// The snippet over as many lines as `width` asks for, joined by a line feed and `indent` spaces.
    func lines(width: Int, indent: Int) -> String {
        let (open, close) = marks
        return layOut(breaks: breaks(width: width), indent: indent, open: open, close: close)
    }

    /// The snippet on one line, its matches between `**`.
    static func marked(_ snippet: Snippet) -> String {
        let text = SnippetText(snippet: snippet, style: Style())
        return text.layOut(breaks: [], indent: 0, open: "**", close: "**")
    }

    private var marks: (open: String, close: String) {
        style.isColoured ? ("\u{1B}[\(Style.Role.match.rawValue)m", "\u{1B}[m") : ("**", "**")
    }

    /// Byte offsets of the spaces at which a line ends, ascending.
    private func breaks(width: Int) -> [Int] {
        let markWidth = style.isColoured ? 0 : 2
        let text = Array(snippet.text.utf8)
        var result: [Int] = []
        var used = 0
        var offset = 0
        while offset <= text.count {
            let end = wordEnd(text, from: offset)
            var needed = SnippetText.displayWidth(text[offset..<end])
            for match in snippet.matches {
                if offset..<end ~= match.lowerBound { needed += markWidth }
                if offset + 1..<end + 1 ~= match.upperBound { needed += markWidth }
            }
            if used > 0, used + 1 + needed > width {
                result.append(offset - 1)
                used = needed
            } else {
                used += (used > 0 ? 1 : 0) + needed
            }
            offset = end + 1
        }
        return result
    }

    /// Where the word at `start` ends: at the next space that nothing behind it joins, or at the end.
    private func wordEnd(_ text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count {
            if text[end] == UInt8(ascii: " ") {
                let isAlone = end + 1 == text.count || text[end + 1] < 0x80
                // An accent may stand behind a space, and is one character with it.
                if isAlone || String(decoding: text[end...].prefix(5), as: UTF8.self).first == " " { return end }
            }
            end += 1
        }
        return end
    }

    private static func displayWidth(_ word: ArraySlice<UInt8>) -> Int {
        word.allSatisfy { $0 < 0x80 } ? word.count : String(decoding: word, as: UTF8.self).displayWidth
    }

    private func layOut(breaks: [Int], indent: Int, open: String, close: String) -> String {
        let text = Array(snippet.text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(2 * text.count)
        var matches = snippet.matches.filter { !$0.isEmpty }[...]
        var breaks = breaks[...]
        var isOpen = false
        for offset in text.indices {
            // Matches and breaks begin and end where scalars do.
            if isOpen, let match = matches.first, match.upperBound <= offset, text[offset] & 0xC0 != 0x80 {
                result += close.utf8
                isOpen = false
                matches = matches.dropFirst()
            }
            if !isOpen, let match = matches.first, match.lowerBound <= offset, text[offset] & 0xC0 != 0x80 {
                result += open.utf8
                isOpen = true
            }
            if breaks.first == offset {
                breaks = breaks.dropFirst()
                if isOpen { result += close.utf8 }
                result.append(UInt8(ascii: "\n"))
                result.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
                if isOpen { result += open.utf8 }
            } else {
                SnippetText.append(text, offset, to: &result)
            }
        }
        if isOpen { result += close.utf8 }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends a byte of `text`, or what makes the control character it belongs to harmless; see
    /// ``Swift/Unicode/Scalar/harmless``.
    private static func append(_ text: [UInt8], _ offset: Int, to result: inout [UInt8]) {
        switch text[offset] {
        case 0x09, 0x0A, 0x0D: result.append(UInt8(ascii: " "))
        case 0..<0x20, 0x7F: result += replacement
        // U+0080 to U+009F are two bytes, of which the first is C2.
        case 0xC2 where offset + 1 < text.count && text[offset + 1] < 0xA0: result += replacement
        case 0x80..<0xA0 where offset > 0 && text[offset - 1] == 0xC2: break
        default: result.append(text[offset])
        }
    }

    private static let replacement = Array("\u{FFFD}".utf8)
}
