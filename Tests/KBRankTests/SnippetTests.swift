import KBModel
import KBRank
import Testing

@Suite struct SnippetTests {
    @Test(arguments: [
        ("a «drift» of inputs", 200, "a «drift» of inputs"),
        ("  one\n two\t\tthree ", 200, "one two three"),
        ("one two three four five six «seven» eight nine ten eleven twelve", 24, "…six «seven» eight nine…"),
        ("«one» two three four five six seven", 13, "«one» two three…"),
        ("one two three four five six «seven»", 14, "…five six «seven»"),
        ("«a» b c d e f g h i j k «x» «y» z", 9, "…j k «x» «y» z"),
        ("«cold» «start»", 200, "«cold» «start»"),
        ("«cold start»", 200, "«cold start»"),
        ("e\u{301}«e\u{301}»e", 200, "e\u{301}«e\u{301}»e"),
        ("esc \u{1B}[31m «red»", 200, "esc [31m «red»"),
        ("", 10, ""), ("   ", 10, ""),
        ("機械学習の«評価»指標について詳しく", 8, "…習の«評価»指標につ…"),
        ("👩‍👩‍👧‍👧👩‍👩‍👧‍👧«👩‍👩‍👧‍👧»👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 3, "…«👩‍👩‍👧‍👧»👩‍👩‍👧‍👧👩‍👩‍👧‍👧"),
    ])
    func `a snippet is cut between words around its matches`(_ marked: String, length: Int, expected: String) {
        let (plain, matches) = SnippetTests.unmarked(marked)
        let snippet = Snippet(of: plain, in: 0..<plain.count, matches: matches, length: length)
        #expect(SnippetTests.marked(snippet) == expected)
    }

    @Test func `overlapping matches become one, and one inside a grapheme covers it`() {
        let plain = Array("abcdef e\u{301}x".utf8)
        let snippet = Snippet(of: plain, in: 0..<plain.count, matches: [2..<4, 0..<3, 8..<9, 99..<120])
        #expect(SnippetTests.marked(snippet) == "«abcd»ef «e\u{301}»x")
    }

    @Test func `only the passage is shown`() {
        let plain = Array("before. the passage. after".utf8)
        let snippet = Snippet(of: plain, in: 8..<20, matches: [0..<6, 12..<19])
        #expect(SnippetTests.marked(snippet) == "the «passage».")
    }

    @Test func `random bytes and ranges give valid snippets`() {
        var random = SplitMix(seed: 13)
        let alphabet = Array("ab \n\u{301}\u{200D}👩é\u{1B}".utf8) + [0xFF, 0x80]
        for _ in 0..<2_000 {
            let plain = (0..<Int.random(in: 0...300, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            let matches = (0..<Int.random(in: 0...9, using: &random)).map { _ in
                let low = Int.random(in: 0...310, using: &random)
                return low..<low + Int.random(in: 0...20, using: &random)
            }
            let length = Int.random(in: -1...60, using: &random)
            let snippet = Snippet(of: plain, in: 0..<400, matches: matches, length: length)
            #expect(snippet.text.count <= max(1, length) + 2)
            var end = 0
            for match in snippet.matches {
                #expect(match.lowerBound >= end && match.upperBound <= snippet.text.utf8.count && !match.isEmpty)
                end = match.upperBound
            }
            #expect(!snippet.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `one endless line is cut in linear time`() {
        let plain = Array(String(repeating: "drift and more ", count: 100_000).utf8)
        let matches = stride(from: 0, to: plain.count, by: 15).map { $0..<$0 + 5 }
        let snippet = Snippet(of: plain, in: 0..<plain.count, matches: matches)
        #expect(snippet.text.count <= Snippet.usualLength + 1)
        let unbroken = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(Snippet(of: unbroken, in: 0..<unbroken.count, matches: [500_000..<500_004]).matches.count == 1)
    }

    static func unmarked(_ marked: String) -> ([UInt8], [Range<Int>]) {
        var (plain, matches, start): ([UInt8], [Range<Int>], Int) = ([], [], 0)
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«": start = plain.count
            case "»": matches.append(start..<plain.count)
            default: plain += Array(String(scalar).utf8)
            }
        }
        return (plain, matches)
    }

    static func marked(_ snippet: Snippet) -> String {
        var bytes: [UInt8] = []
        for (offset, byte) in snippet.text.utf8.enumerated() {
            if snippet.matches.contains(where: { $0.upperBound == offset }) { bytes += Array("»".utf8) }
            if snippet.matches.contains(where: { $0.lowerBound == offset }) { bytes += Array("«".utf8) }
            bytes.append(byte)
        }
        if snippet.matches.last?.upperBound == snippet.text.utf8.count { bytes += Array("»".utf8) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
