import KBConcepts
import KBText
import Testing

@testable import KBStudy

/// Which lines of notes make one item, each told on words that the other rules leave alone.
struct FoldingTests {
    /// A line with what stands above it.
    private struct Line {
        var text: String
        var above: [String] = []
        var note: Int
        /// The place of the line above it in its note.
        var parent: Int?
    }

    /// The items of some lines: for each line the first that says the same.
    private func items(_ lines: [Line]) -> [Int] {
        let reader = LineBagReader([], slips: [:])
        let weights = FoldWeights(VaultWords())
        let bags = lines.map { line in
            weights.weighed(reader.bag(line.text, above: line.above, note: line.note, list: line.parent ?? -1))
        }
        let rules = FoldRules(weights: weights, bags: bags)
        return LineFolding(bags, wanted: bags.map { _ in true }, rules).groups
    }

    /// Whether two lines of two notes, below a heading each, make one item.
    private func fold(_ a: String, _ b: String, below one: String = "", _ other: String = "") -> Bool {
        let lines = [Line(text: a, above: [one], note: 0), Line(text: b, above: [other], note: 1)]
        return items(lines) == [0, 0]
    }

    // MARK: - The same point

    @Test func `a warning and a name of the same thing are one item`() {
        #expect(fold("Memory leaks", "Watch out for leaks in memory!"))
    }

    @Test func `the noun of an instruction and the instruction are one item`() {
        #expect(fold("Benchmarking", "Benchmark the parser on large files"))
    }

    @Test func `a name is what an instruction below its first words is about`() {
        #expect(fold("Stress tests", "Discuss tests that show how much it bears", below: "Quality", "Stress"))
    }

    @Test func `two questions that leave the same choice are one item`() {
        #expect(fold("Immediate import or batch import?", "Should rows be loaded one after another or in batch?"))
    }

    @Test func `two labels of several words are one item whatever they explain`() {
        #expect(fold("Failure budget: minutes of silence", "Failure budget: agreed with every customer"))
    }

    @Test func `a remark of a long line is the item that says nothing else`() {
        let long = "Explain how the change reaches everybody. Almost always by a feature flag."
        #expect(fold("Feature flag", long))
    }

    @Test func `lines above lists that share a point are one item when they share a word`() {
        let lines = [
            Line(text: "Understand throughput and budget", note: 0),
            Line(text: "How many uploads per minute?", note: 0, parent: 0),
            Line(text: "Ask for technical throughput", note: 1),
            Line(text: "What is the peak of uploads per minute?", note: 1, parent: 0),
        ]
        #expect(items(lines) == [0, 1, 0, 1])
    }

    // MARK: - Not the same point

    @Test(arguments: [
        ("Offline tests", "Online tests"), ("Precision of the filter", "Recall of the filter"),
        ("Encode the payload", "Decode the payload"), ("Upstream schema changes", "Downstream schema changes"),
    ])
    func `opposites are never one item`(pair: (String, String)) {
        #expect(!fold(pair.0, pair.1))
        #expect(fold(pair.0, pair.0))
    }

    @Test func `the same question below opposite headings makes two items`() {
        #expect(!fold("Which signal, and why?", "Which signal, and why?", below: "Offline review", "Online review"))
        #expect(fold("Which signal, and why?", "Which signal, and why?", below: "Review", "Review"))
    }

    @Test func `a line with an opposite elsewhere is not the one without it`() {
        let lines = [
            Line(text: "Online review", note: 0), Line(text: "Offline review", note: 1), Line(text: "Review", note: 2),
        ]
        #expect(items(lines) == [0, 1, 2])
    }

    @Test func `lines built alike about two things are two items`() {
        #expect(!fold("Restart all workers of the cluster", "Inspect all workers of the cluster"))
    }

    @Test func `what is negated in one line and not in the other makes two items`() {
        #expect(!fold("Cache the answers of the search", "Do not cache the answers of the search"))
    }

    @Test func `a negation of something else does not hold lines apart`() {
        #expect(fold("Single launch owner", "Name one launch owner, do not list everybody"))
    }

    @Test func `a single word in common is not enough where the places differ`() {
        let question = "How would you build a support bot that reads the handbook?"
        #expect(!fold("Bots", question, below: "Traffic", "Asked before"))
    }

    @Test func `lines of one note are two items unless they hardly differ`() {
        let lines = [
            Line(text: "Harmful posts", above: ["Domains"], note: 0),
            Line(text: "Harmful posts - reports, appeals", above: ["Review"], note: 0),
        ]
        #expect(items(lines) == [0, 1])
    }
}
