import KBModel
import Testing

@testable import KBStudy

@Suite struct IdentityTests {
    private let lines = [
        "Name the users of the system", "Estimate requests a second", "Which metrics matter to the business?",
        "Choose a split by time", "Write down how labels are made", "Plan the first experiment",
        "Draw the path of one request", "Describe what happens on failure",
    ]

    private func anchor(
        _ text: String, _ path: String = "plan.md", under headings: [String] = ["Plan"], concept: String? = nil,
        kind: Anchor.Kind = .checklist, answer: String = ""
    ) -> Anchor {
        Anchor(kind, path: path, headingPath: headings, concept: concept, text: text, answer: answer)
    }

    /// What `anchors` are known by when nothing was known before.
    private func known(_ anchors: [Anchor]) -> [StudyID: Anchor] {
        let matches = IdentityMatcher([:]).match(anchors).matches
        return Dictionary(zip(matches.map(\.id), anchors)) { first, _ in first }
    }

    private func match(_ old: [Anchor], _ new: [Anchor]) -> IdentityMatches { IdentityMatcher(known(old)).match(new) }

    /// What the log says of the one at `index`.
    private func outcome(_ old: [Anchor], _ new: [Anchor], at index: Int = 0) throws -> String {
        let before = try #require(IdentityMatcher([:]).match(old).matches.dropFirst(index).first)
        let after = try #require(match(old, new).matches.dropFirst(index).first)
        return (after.id == before.id ? "kept" : after.isNew ? "new" : "another") + (after.isChanged ? ", changed" : "")
    }

    @Test func `new lines get ids of ten letters and digits, each its own`() {
        let matches = IdentityMatcher([:]).match(lines.map { anchor($0) }).matches
        #expect(Set(matches.map(\.id)).count == lines.count)
        #expect(matches.allSatisfy { $0.isNew && $0.isMoved && $0.id.text.utf8.count == 10 })
        #expect(matches.allSatisfy { StudyID($0.id.text) == $0.id })
    }

    @Test func `an id stays the same in every version`() {
        let match = IdentityMatcher([:]).match([anchor("What is a gap?", kind: .question, answer: "A hole")]).matches
        #expect(match.map(\.id.text) == ["9cny8943mv"])
    }

    @Test func `two machines give the same new line the same id, also under another path`() {
        let here = IdentityMatcher([:]).match([anchor(lines[0])]).matches
        let there = IdentityMatcher([:]).match([anchor(lines[1]), anchor(lines[0], "moved/plan.md")]).matches
        #expect(here.first?.id == there.last?.id)
    }

    @Test func `lines that read the same get different ids, in the order of their notes`() {
        let twice = [anchor("Examples", "b.md"), anchor("Examples", "a.md"), anchor("Examples", "a.md")]
        let ids = IdentityMatcher([:]).match(twice).matches.map(\.id)
        #expect(Set(ids).count == 3)
        let turned = IdentityMatcher([:]).match([twice[1], twice[2], twice[0]]).matches.map(\.id)
        #expect(turned == [ids[1], ids[2], ids[0]])
    }

    @Test func `what did not change is neither new nor moved`() {
        let result = match(lines.map { anchor($0) }, lines.reversed().map { anchor($0) })
        #expect(result.matches.allSatisfy { !$0.isNew && !$0.isMoved && !$0.isChanged })
        #expect(result.lost.isEmpty)
    }

    @Test func `a renamed note keeps all its lines`() {
        let old = lines.map { anchor($0) }
        let result = match(old, lines.map { anchor($0, "2026/plan.md") })
        #expect(result.matches.allSatisfy { !$0.isNew && $0.isMoved && !$0.isChanged })
        #expect(result.matches.map(\.id) == IdentityMatcher([:]).match(old).matches.map(\.id))
    }

    @Test func `a heading with another name keeps its lines`() {
        let result = match(lines.map { anchor($0) }, lines.map { anchor($0, under: ["How to go about it"]) })
        #expect(result.matches.allSatisfy { !$0.isNew && $0.isMoved })
    }

    @Test func `of two notes with the same line the nearer one keeps it`() {
        let result = match(
            [anchor("Examples", "a.md", under: ["Loss"]), anchor("Examples", "b.md", under: ["Gain"])],
            [anchor("Examples", "c.md", under: ["Gain"]), anchor("Examples", "c.md", under: ["Loss"])])
        let ids = IdentityMatcher([:]).match(
            [anchor("Examples", "a.md", under: ["Loss"]), anchor("Examples", "b.md", under: ["Gain"])]
        ).matches.map(\.id)
        #expect(result.matches.map(\.id) == ids.reversed())
    }

    @Test func `a line that is gone is lost and comes back when it is written again`() {
        let old = lines.map { anchor($0) }
        let ids = IdentityMatcher([:]).match(old).matches.map(\.id)
        #expect(match(old, Array(old.dropLast())).lost == Array(ids.suffix(1)))
        #expect(match(old, old).lost.isEmpty)
    }

    @Test func `a new line beside an edited one does not take its place`() throws {
        let old = lines.map { anchor($0) }
        var new = old
        new[0] = anchor("Name the main users of the system")
        new.append(anchor("Name the owners of the system"))
        #expect(try outcome(old, new) == "kept")
        #expect(match(old, new).matches.last?.isNew == true)
    }

    @Test(
        arguments: [
            ("Evaluate offline", "Evaluate online"), ("Explain recall", "Explain precision"),
            ("Do log the user id", "Do not log the user id"), ("Read stage 2", "Read stage 3"),
            ("Watch p50", "Watch p99"), ("Alert when load > 2", "Alert when load < 2"),
        ])
    func `an opposite never takes an id over`(old: String, new: String) throws {
        #expect(try outcome([anchor(old)], [anchor(new)]) == "new")
    }

    @Test func `a word that the notes use beside the other makes another line`() throws {
        let others = [anchor("Store features by day"), anchor("Delete predictions after a year")]
        let old = [anchor("Log features with the request id")] + others
        #expect(try outcome(old, [anchor("Log predictions with the request id")] + others) == "new")
    }

    @Test func `a concept is never taken for another one`() throws {
        let old = [
            anchor("Plot the calibration of the model for each group", concept: "calibration"),
            anchor("Sharpness", concept: "sharpness"),
        ]
        let new = [anchor("Plot the sharpness of the model for each group", concept: "sharpness"), old[1]]
        #expect(try outcome(old, new) == "new")
        // The same words can be about something the notes now call otherwise.
        let renamed = [anchor("Plot the calibration of the model for each group", concept: "reliability"), old[1]]
        #expect(try outcome(old, renamed) == "kept")
    }

    @Test func `a term or heading can be edited though it names the concept itself`() throws {
        func card(_ title: String) -> [Anchor] {
            [anchor(title, concept: title, kind: .heading, answer: "kettle\ncup")] + lines.map { anchor($0) }
        }
        #expect(try outcome(card("Tools for tea"), card("Tool for teas")) == "kept")
        #expect(try outcome(card("Tools for tea"), card("Tools for making tea")) == "kept")
    }

    @Test func `a card keeps its history when its answer is edited, and says so when the answer changed`() throws {
        func card(_ answer: String) -> [Anchor] { [anchor("Recall", kind: .definition, answer: answer)] }
        let old = card("the share of the relevant notes that were found")
        #expect(try outcome(old, card("The share of relevant notes that were found.")) == "kept")
        #expect(try outcome(old, card("the share of the relevant notes that were not found")) == "kept, changed")
        #expect(try outcome(old, card("a tool for judging search engines")) == "kept, changed")
    }

    @Test func `a sentence with its gap elsewhere is another card`() throws {
        func card(_ gap: String) -> [Anchor] { [anchor("Heat makes gases expand", kind: .cloze, answer: gap)] }
        #expect(try outcome(card("expand"), card("gases")) == "new")
        #expect(try outcome(card("expand"), card("expand")) == "kept")
    }

    @Test func `a card of one kind is not one of another`() throws {
        let old = [anchor("Gradient descent", kind: .heading, answer: "steps")]
        #expect(try outcome(old, [anchor("Gradient descent", kind: .definition, answer: "steps")]) == "new")
    }

    @Test(arguments: 0..<10) func `neither order of notes nor of ids decides anything`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let old = lines.map { anchor($0) }
        let edited = lines.map { anchor($0.replacing("the ", with: ""), "new.md") }.shuffled(using: &random)
        let once = match(old, edited)
        let again = match(old.shuffled(using: &random), edited)
        #expect(once == again)
        #expect(once.matches.allSatisfy { !$0.isNew })
    }

    @Test func `texts without words are told apart and cause no harm`() {
        let odd = ["", " ", "…", "???", "<", ">", "数据", String(repeating: "a ", count: 3000)].map { anchor($0) }
        let result = match(odd, odd.map { anchor($0.text, "b.md") })
        #expect(Set(result.matches.map(\.id)).count == odd.count)
        #expect(result.matches.allSatisfy { !$0.isNew })
    }
}
