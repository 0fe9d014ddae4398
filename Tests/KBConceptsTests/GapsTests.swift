import KBModel
import Testing

@testable import KBConcepts

@Suite struct GapsTests {
    private func notes(_ texts: String...) -> [String: String] {
        Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("n\($0).md", $1) })
    }

    @Test func `a topic of several notes that none defines is a gap`() {
        let vault = SmallVault(["quorum"], notes("# Quorum\n", "- Quorum\n", "- Quorum\n"))
        let gaps = vault.gaps(.undefined)
        #expect(gaps.map(\.name) == ["quorum"])
        #expect(gaps.first?.notes == 3)
        #expect(gaps.first?.sources.first == Reason(path: "n0.md", line: 1, text: "Quorum"))
    }

    @Test func `one definition closes the gap`() {
        let vault = SmallVault(["quorum"], notes("# Quorum\n", "- Quorum\n", "- Quorum is a majority.\n"))
        #expect(vault.gaps(.undefined).isEmpty)
    }

    @Test func `a word that is only used is no gap`() {
        let vault = SmallVault(["tea"], notes("We drink tea.", "They drink tea.", "You drink tea."))
        #expect(vault.gaps(.undefined).isEmpty)
    }

    @Test func `an acronym that no note spells out is a gap`() {
        let vault = SmallVault(["XQT"], notes("The XQT.", "An XQT."))
        #expect(vault.gaps(.acronym).map(\.name) == ["XQT"])
    }

    @Test(arguments: [["XQT"], ["XQT|extra quick tea"]])
    func `an acronym that is spelled out is none`(_ concepts: [String]) {
        let text = concepts == ["XQT"] ? "Xenon Quick Test (XQT) is good." : "The XQT."
        let vault = SmallVault(concepts, notes(text, "An XQT."))
        #expect(vault.gaps(.acronym).isEmpty)
    }

    @Test func `an acronym that everybody knows is none`() {
        #expect(SmallVault(["HTTP"], notes("The HTTP.", "An HTTP.")).gaps(.acronym).isEmpty)
    }

    @Test func `a word in capitals is no acronym`() {
        #expect(SmallVault(["VALUE"], notes("The VALUE.", "A VALUE.")).gaps(.acronym).isEmpty)
    }

    @Test func `a heading that the notes beside have is a gap`() {
        let whole = "# A\n\nText.\n\n## 1. Uses\n\nText.\n\n## Costs (5 min)\n\nText.\n"
        let vault = SmallVault(
            [],
            [
                "f/a.md": whole, "f/b.md": whole, "f/c.md": whole, "f/d.md": "# D\n\n## Uses\n\nText.\n",
                "g/e.md": "# E\n\n## Uses\n\nText.\n",
            ])
        let gaps = vault.gaps(.heading).filter { $0.name != "A" }
        #expect(gaps.map(\.name) == ["Costs (5 min)"])
        #expect(gaps.first?.notes == 3)
        #expect(gaps.first?.sources.map(\.path) == ["f/d.md"])
    }

    @Test func `notes that follow no pattern lack no heading`() {
        let vault = SmallVault(
            [], ["a.md": "# A\n\n## B\n", "b.md": "# C\n\n## D\n", "c.md": "# E\n\n## F\n", "d.md": "# G\n\n## H\n"])
        #expect(vault.gaps(.heading).isEmpty)
    }

    @Test func `a note that shares nothing and has no link is an orphan`() {
        let vault = SmallVault(["tea"], notes("Some tea.", "Other tea.", "More tea.", "Nothing at all."))
        #expect(vault.gaps(.orphan).map(\.name) == ["n3"])
        #expect(vault.gaps(.orphan, linked: ["n3.md"]).isEmpty)
    }

    @Test func `the order of notes changes nothing`() {
        let vault = SmallVault(["tea", "XQT"], notes("- Tea\n- XQT", "- Tea\n- XQT", "- Tea\n- XQT", "None."))
        for kind in Gap.Kind.allCases { #expect(vault.gaps(kind) == vault.gaps(kind, reversed: true)) }
    }
}
