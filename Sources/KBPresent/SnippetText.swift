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

    /// Byte offsets of the spaces at which a line ends.
    private func breaks(width: Int) -> Set<Int> {
        let markWidth = style.isColoured ? 0 : 2
        var result: Set<Int> = []
        var used = 0
        var offset = 0
        for word in snippet.text.split(separator: " ", omittingEmptySubsequences: false) {
            let end = offset + word.utf8.count
            let opened = snippet.matches.count { offset..<end ~= $0.lowerBound }
            let closed = snippet.matches.count { offset + 1..<end + 1 ~= $0.upperBound }
            let needed = String(word).displayWidth + (opened + closed) * markWidth
            if used > 0, used + 1 + needed > width {
                result.insert(offset - 1)
                used = needed
            } else {
                used += (used > 0 ? 1 : 0) + needed
            }
            offset = end + 1
        }
        return result
    }

    private func layOut(breaks: Set<Int>, indent: Int, open: String, close: String) -> String {
        var result = ""
        var matches = snippet.matches.filter { !$0.isEmpty }[...]
        var isOpen = false
        var offset = 0
        for scalar in snippet.text.unicodeScalars {
            if isOpen, let match = matches.first, match.upperBound <= offset {
                result += close
                isOpen = false
                matches = matches.dropFirst()
            }
            if !isOpen, let match = matches.first, match.lowerBound <= offset {
                result += open
                isOpen = true
            }
            if breaks.contains(offset) {
                result += (isOpen ? close : "") + "\n" + String(repeating: " ", count: indent) + (isOpen ? open : "")
            } else {
                result.unicodeScalars.append(scalar.harmless)
            }
            offset += UTF8.width(scalar)
        }
        return isOpen ? result + close : result
    }
}
