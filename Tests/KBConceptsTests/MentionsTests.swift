import KBModel
import KBParse
import Testing

@testable import KBConcepts

@Suite struct MentionsTests {
    private func found(_ concepts: [String], _ text: String) -> [String] {
        SmallVault(concepts, ["a.md": text]).mentioned
    }

    @Test func `a mention is found in any form of its words`() {
        #expect(found(["blue whale"], "Blue whales sing. A BLUE-WHALE sings.") == ["Blue whales", "BLUE-WHALE"])
    }

    @Test func `the longest spelling counts`() {
        #expect(found(["whale", "blue whale"], "The blue whale is a whale.") == ["blue whale", "whale"])
    }

    @Test func `a spelling below the cut hides none that is shown`() {
        #expect(found(["whale", "-blue whale song"], "A blue whale song.") == ["blue whale song", "whale"])
    }

    @Test(arguments: [",", ".", ";", ":", " (", "?"])
    func `a spelling does not reach over punctuation`(_ mark: String) {
        #expect(found(["blue whale"], "It is blue\(mark) whale.") == [])
    }

    @Test func `a spelling does not reach from one block into the next`() {
        #expect(found(["blue whale"], "- blue\n- whale\n") == [])
    }

    @Test func `a spelling goes on over a line break`() {
        #expect(found(["blue whale"], "A large blue\nwhale.") == ["blue\nwhale"])
    }

    @Test func `a short acronym counts only in capitals`() {
        #expect(found(["IT"], "Now it is IT.") == ["IT"])
    }

    @Test func `the plural of an acronym is the acronym`() {
        #expect(found(["SLA"], "Two SLAs.") == ["SLAs"])
    }

    @Test func `a word with capitals inside is found whole and in parts`() {
        #expect(found(["GitHub"], "On GitHub.") == ["GitHub"])
        #expect(found(["feature store"], "A FeatureStore here.") == ["FeatureStore"])
    }

    @Test func `symbols belong to the name of a language`() {
        #expect(found(["C++"], "C and C++ differ.") == ["C++"])
    }

    @Test func `code blocks hold no mentions`() {
        #expect(found(["whale"], "```\nwhale\n```\n\nA whale.") == ["whale"])
    }

    @Test func `a mention knows its section, block, line and role`() {
        let text = "# Whale\n\nText of **whale** kind.\n\n- Whale: a mammal\n- the [whale](x.md)\n"
        let vault = SmallVault(["whale"], ["a.md": text])
        let mentions = MentionFinder(vault.catalog).mentions(in: vault.notes[0])
        #expect(mentions.map(\.line) == [1, 3, 5, 6])
        #expect(mentions.map(\.role) == [.heading, .marked, .definitionTerm, .linkText])
        #expect(mentions.map(\.section) == [0, 0, 0, 0])
        #expect(mentions.map(\.block) == [0, 1, 2, 3])
    }

    @Test func `lines are counted inside a block`() {
        let vault = SmallVault(["whale"], ["a.md": "One\ntwo whale\nthree\nfour whale"])
        #expect(MentionFinder(vault.catalog).mentions(in: vault.notes[0]).map(\.line) == [2, 4])
    }

    @Test func `an empty catalog and an empty note have no mentions`() {
        #expect(found([], "A whale.") == [])
        #expect(found(["whale"], "") == [])
        #expect(found(["", "---", "…"], "A whale … ---") == [])
    }

    @Test func `Chinese is found without spaces`() {
        #expect(found(["机器学习"], "我喜欢机器学习。") == ["机器学习"])
    }

    @Test(arguments: [
        ("One. Two", ["One.", " Two"]), ("See e.g. Two", ["See e.g. Two"]), ("A\nB", ["A\n", "B"]),
        ("A\nb", ["A\nb"]), ("1. Two", ["1. Two"]), ("Is it? Yes! No", ["Is it?", " Yes!", " No"]),
    ])
    func `a text is cut into sentences`(_ text: String, _ sentences: [String]) {
        let plain = Array(text.utf8)
        let found = Sentences.ranges(in: plain, 0..<plain.count).map { String(decoding: plain[$0], as: UTF8.self) }
        #expect(found == sentences)
    }

    @Test func `an excerpt is cut between words around its marks`() {
        let plain = Array("one two three four five six seven".utf8)
        let excerpt = Snippet(of: plain, in: 0..<plain.count, matches: [14..<18], length: 14)
        let text = Array(excerpt.text.utf8)
        #expect(excerpt.text == "…four five…")
        #expect(excerpt.matches.map { String(decoding: text[$0], as: UTF8.self) } == ["four"])
    }
}
