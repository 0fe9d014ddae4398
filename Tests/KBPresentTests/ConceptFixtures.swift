import KBModel
import KBPresent

/// Answers about the concepts of a small bakery's notes.
enum Bakery {
    static let vault = PathStyle.inVault(root: "/v")

    static let starter = Concept(
        name: "starter", aliases: ["sourdough starter", "levain", "starters"], notes: 3, sections: 12,
        salience: 0.98765432,
        mentions: [Source(path: "bread/levain.md", line: 4), Source(path: "bread/levain.md", line: 9)])
    static let crumb = Concept(name: "open crumb", notes: 1, sections: 1, salience: 0.5)

    static let feeding = Reason(
        path: "bread/levain.md", line: 4,
        text: "A starter is a culture of yeast and bacteria that is fed with flour and water every day, or every week "
            + "when it rests in the cold.")
    static let list = Reason(path: "faults.md", line: 31, text: "Weak starter, cold dough, short proof.")

    static let proof = Neighbour(
        name: "bulk proof", score: 1.25, kinds: [.sibling, .together], reasons: [list, feeding])
    static let culture = Neighbour(name: "culture", score: 0.5, kinds: [.broader], reasons: [feeding])
    static let bare = Neighbour(name: "oven", score: 0.04, kinds: [], reasons: [])

    static let page = ConceptPage(
        concept: starter, definitions: [feeding], broader: [culture], narrower: [], related: [proof, bare],
        sections: [
            ConceptSection(
                path: "bread/levain.md", line: 4, headingPath: ["Levain", "Feeding"], score: 2.5,
                snippet: Snippet(text: "A starter is a culture of yeast", matches: [2..<9])),
            ConceptSection(
                path: "faults.md", title: "What goes wrong", line: 31, headingPath: [], score: 0.5,
                snippet: Snippet(text: "Weak starter, cold dough", matches: [5..<12])),
        ])

    static let comparison = ConceptComparison(
        concept: starter, shared: ["flour", "water"],
        notes: [
            ConceptComparison.Treatment(
                path: "bread/levain.md", title: "Levain",
                passages: [
                    ConceptComparison.Passage(
                        line: 3, headingPath: ["Levain", "Feeding"],
                        pieces: [
                            .init(line: 4, depth: 0, text: feeding.text), .init(line: 6, depth: 1, text: "equal parts"),
                            .init(line: 7, depth: 2, text: "by weight, never by volume, whatever the flour is"),
                        ])
                ], only: ["yeast"]),
            ConceptComparison.Treatment(
                path: "faults.md", title: "What goes wrong",
                passages: [
                    ConceptComparison.Passage(
                        line: 31, headingPath: [], pieces: [.init(line: 31, depth: 0, text: list.text)])
                ], only: []),
        ])

    static let gaps = [
        Gap(kind: .orphan, name: "Scratch", notes: 0, sources: [Reason(path: "scratch.md", line: 1, text: "Scratch")]),
        Gap(
            kind: .undefined, name: "autolyse", notes: 5,
            sources: [
                list, feeding, Reason(path: "a.md", line: 1, text: "Autolyse first."),
                Reason(path: "b.md", line: 2, text: "After the autolyse …"),
                Reason(path: "c.md", line: 3, text: "No autolyse for rye."),
            ]),
        Gap(kind: .undefined, name: "bassinage", notes: 2, sources: [list]),
        Gap(
            kind: .acronym, name: "DDT", notes: 1,
            sources: [Reason(path: "faults.md", line: 8, text: "Aim at a DDT of 24.")]),
        Gap(kind: .heading, name: "Faults", notes: 4, sources: [Reason(path: "bread/rye.md", line: 1, text: "Rye")]),
    ]
}
