import KBModel
import KBRank
import Testing

@Suite struct PassageTests {
    /// Each row: a section's text, `[` and `]` around the lines expected, words of the query in braces.
    @Test(arguments: [
        "intro\n\n[{drift} is a change of {inputs}]\n\nthe {drift} again",
        "[one {drift}]\n\nlater {drift} alone",
        "filler\n\n[- Metrics {drift}\n  - {inputs} per day]\n  - recall\n\n- other",
        "- {drift} elsewhere\n\nfiller\n\nfiller\n\nfiller\n\nfiller\n\nfiller\n\n[{drift} beside {inputs}]",
        "[plain first]\n\nsecond",
        "[- Lead\n  - child one\n  - child two]\n- other",
        "far {drift}\n\n[near {inputs}: {drift}]",
        "about {drift} in general\n\n[{drift}: how {drift} comes]",
        "[- {drift}\n  - 1\n  - 2\n  - 3\n  - 4\n  - 5]\n  - 6\n  - 7",
    ])
    func `the passage is the run of lines that holds most of the query`(_ marked: String) throws {
        let (note, matches, lines) = PassageTests.note(marked)
        let passage = Passage(in: note, section: 0, matches: matches)
        #expect(passage.lines == lines, "\(marked)")
    }

    @Test func `a rare word outweighs a common one`() {
        let (note, matches, _) = PassageTests.note("{common}\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\nx\n\n{rare}")
        #expect(Passage(in: note, section: 0, matches: matches, weights: [1, 3]).lines.first == 17)
        #expect(Passage(in: note, section: 0, matches: matches, weights: [3, 1]).lines.first == 1)
    }

    @Test func `a section without text points at its heading`() {
        var note = Note(path: "a.md", title: "a")
        note.sections = [
            Section(
                kind: .atx, level: 1, lines: LineRange(4, 5), lastLine: 5, title: 0..<0, body: 0..<0, blocks: 0..<0,
                bytes: 0..<0)
        ]
        #expect(Passage(in: note, section: 0, matches: []).lines == LineRange(4, 4))
        #expect(Passage(in: note, section: 9, matches: []).plain.isEmpty)
        note.sections[0].blocks = 3..<9
        #expect(Passage(in: note, section: 0, matches: [TermMatch(term: -1, range: 5..<9)]).lines == LineRange(4, 4))
    }

    @Test(.timeLimit(.minutes(1)))
    func `a huge section full of matches takes linear time`() {
        let (note, matches, _) = PassageTests.note(String(repeating: "- {drift} and {inputs}\n", count: 10_000))
        #expect(Passage(in: note, section: 0, matches: matches).lines.first == 1)
    }

    /// A note of one section whose blocks are the lines of `marked`, indented ones under the item before.
    static func note(_ marked: String) -> (Note, [TermMatch], LineRange) {
        var note = Note(path: "a.md", title: "a")
        var (matches, terms): ([TermMatch], [String]) = ([], [])
        var (first, last) = (1, 1)
        var topItem: Int?
        for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("[") { first = index + 1 }
            if line.hasSuffix("]") { last = index + 1 }
            let isChild = line.hasPrefix("  ")
            var text = line.filter { $0 != "[" && $0 != "]" }
            text = String(text.drop { $0 == " " || $0 == "-" })
            guard !text.isEmpty else { continue }
            let start = note.plain.count
            var word: Int?
            for character in text {
                if character == "{" {
                    word = note.plain.count
                } else if character == "}", let begin = word {
                    let typed = String(decoding: note.plain[begin...], as: UTF8.self)
                    if !terms.contains(typed) { terms.append(typed) }
                    matches.append(TermMatch(term: terms.firstIndex(of: typed) ?? 0, range: begin..<note.plain.count))
                } else {
                    note.plain += Array(String(character).utf8)
                }
            }
            note.blocks.append(
                Block(
                    kind: line.contains("- ") ? .item : .paragraph, parent: isChild ? topItem : nil,
                    lines: LineRange(index + 1, index + 1), plain: start..<note.plain.count))
            if !isChild { topItem = note.blocks.count - 1 }
            note.plain.append(0x0A)
        }
        note.sections = [
            Section(
                kind: .preamble, level: 0, lines: LineRange(1, 99_999), lastLine: 99_999, title: 0..<0,
                body: 0..<note.plain.count, blocks: 0..<note.blocks.count, bytes: 0..<0)
        ]
        return (note, matches, LineRange(first, last))
    }
}
