import KBConcepts
import KBModel
import KBParse
import Testing

/// The phrases a note is about.
struct ExtractionKeyphraseTests {
    private func note(_ text: String) -> Note {
        var parser = NoteParser()
        return parser.parse(Array(text.utf8), path: "n.md")
    }

    private let text = """
        # Compaction

        Log-structured stores write sorted runs. Size-tiered compaction merges runs of like size.
        Leveled compaction keeps one run a level. Leveled compaction costs more writes.

        - Read amplification: runs touched by one read
        """

    @Test func `the best phrases come first and are as many as asked for`() {
        let phrases = TermExtractor().keyphrases(of: note(text), in: nil, limit: 5)
        #expect(phrases.count == 5)
        #expect(phrases.first?.spelling == "Compaction" || phrases.first?.spelling == "Leveled compaction")
        #expect(phrases.map(\.score) == phrases.map(\.score).sorted(by: >))
    }

    @Test func `a phrase tells its lines`() {
        let phrases = TermExtractor().keyphrases(of: note(text), in: nil, limit: 50)
        #expect(phrases.first { $0.spelling == "Leveled compaction" }?.lines == [4])
        #expect(phrases.first { $0.spelling == "Read amplification" }?.lines == [6])
    }

    @Test func `what stands in every note counts less`() throws {
        let extractor = TermExtractor()
        let key = try #require(extractor.key(of: "leveled compaction"))
        let common = TermFrequencies(notes: 100, notesByKey: [key: 100])
        let rare = TermFrequencies(notes: 100, notesByKey: [key: 1])
        func score(_ frequencies: TermFrequencies) -> Double {
            extractor.keyphrases(of: note(text), in: frequencies, limit: 50).first { $0.key == key }?.score ?? 0
        }
        #expect(score(common) > 0)
        #expect(score(rare) > score(common))
    }

    @Test func `no phrase is asked for, none is given`() {
        #expect(TermExtractor().keyphrases(of: note(text), in: nil, limit: 0).isEmpty)
        #expect(TermExtractor().keyphrases(of: note(text), in: nil, limit: -1).isEmpty)
        #expect(TermExtractor().keyphrases(of: note(""), in: nil, limit: 9).isEmpty)
    }
}
