/// Notes made up at random, the same ones on every run.
struct RandomNotes {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    /// A number below `bound`: xorshift64*.
    mutating func next(_ bound: Int) -> Int {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(bound, 1)
    }

    mutating func pick(_ parts: [String]) -> String { parts.isEmpty ? "" : parts[next(parts.count)] }

    static let starts = [
        "# ", "## ", "###### ", "####### ", "#", "> ", ">", "> > ", "- ", "-", "* ", "+ ", "1. ", "2) ", "10. ", "    ",
        "  ", " ",
        "\t", "   ", "```", "~~~", "````", "---", "===", "***", "| a | b |", "| - | :-: |", "<div>", "</div>", "<!-- ",
        "<b>", "[x]: /y",
        "- [ ] ", "- [x] ", "",
    ]
    static let words = [
        "alpha", "Beta", "*em*", "**strong**", "`code`", "[link](/url)", "[x]", "![i](j)", "a_b_c", "<br>", "&amp;",
        "\\*", "\\", "`", "*",
        "**", "_", "[", "]", "(", ")", "<", ">", "!", "http://a.example/b", "---", "| c |", "|", "-->", "ä", "“q”",
        "日本", "x@y.example",
        "[^n]", "~~s~~", "~", ":", "\"t\"", "1.", "- ", "?",
    ]
    /// What kb reads beyond CommonMark.
    static let ours = [
        "[^n]: ", "%%", "%%c%%", "$x$", "$$", ":::", "::: tip T", "[[N]]", "![[e.png]]", "[[a|b]]",
        "==h==", "#tag", " ^id", "> [!note] T", "Q::A",
        "?", "Title:", "**Bold**", "A Title", "<h2>H</h2>", "(5 min)", "Area Under Curve (AUC)", "X is a y",
        "---\nk: v\n---", "\0", "\u{FEFF}",
        "<a href=\"x\">", "</a>", "<img src=y alt=z>", "✅ 2026-01-01", "{#id}", "<!--SR:!x-->", "\r", "[!x]",
    ]

    /// Some lines of Markdown; with `beyond`, also of what only kb knows.
    mutating func note(lines: Int, beyond: Bool) -> String {
        let parts = beyond ? Self.words + Self.ours : Self.words
        let starts = beyond ? Self.starts + Self.ours : Self.starts
        var text = ""
        for _ in 0..<lines {
            for _ in 0..<next(3) { text += pick(starts) }
            for k in 0..<next(5) { text += (k > 0 && next(4) > 0 ? " " : "") + pick(parts) }
            text += "\n"
        }
        return text
    }

    /// `bytes` with some of them changed, dropped or doubled.
    mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<(1 + next(8)) where !bytes.isEmpty {
            let at = next(bytes.count)
            switch next(4) {
            case 0: bytes[at] = UInt8(next(256))
            case 1: bytes.remove(at: at)
            case 2: bytes.insert(bytes[next(bytes.count)], at: at)
            default: bytes.removeSubrange(at..<min(bytes.count, at + next(20)))
            }
        }
        return bytes
    }
}
