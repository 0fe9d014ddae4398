import KBConcepts
import Testing

@Suite struct SentenceTests {
    @Test(
        arguments: [
            ("One. Two has «it» here. Three.", "Two has it here."),
            ("«It» alone", "It alone"),
            ("See e.g. the «it» of v1.2 now! Next.", "See e.g. the it of v1.2 now!"),
            ("Ends with «it.» Next.", "Ends with it."),
            ("A line\nand «it» here.", "A line\nand it here."),
        ])
    func `a sentence ends at a full stop with no small letter behind it`(marked: String, sentence: String) throws {
        let start = try #require(marked.utf8.firstIndex(of: 0xC2))
        let first = marked.utf8.distance(from: marked.utf8.startIndex, to: start)
        let end = try #require(marked.utf8.lastIndex(of: 0xC2))
        let last = marked.utf8.distance(from: marked.utf8.startIndex, to: end) - 2
        let plain = Array(marked.filter { $0 != "«" && $0 != "»" }.utf8)
        let range = Sentences.around(first..<last, in: 0..<plain.count, of: plain)
        #expect(String(decoding: plain[range], as: UTF8.self) == sentence)
    }
}
