import KBModel
import Testing

@testable import KBConcepts

@Suite struct PathTests {
    private let vault = SmallVault(
        ["tea", "milk", "cow", "grass", "ink", "cup"],
        ["a.md": "Tea with milk.", "b.md": "Milk from the cow.", "c.md": "The cow eats grass.", "d.md": "Some ink."])

    private func path(_ from: String, _ to: String, reversed: Bool = false) -> [Hop]? {
        vault.relations(around: [from, to], reversed: reversed)
            .path(from: vault.index(from), to: vault.index(to), reading: vault.reader)
    }

    @Test func `a chain names each step with its sentence`() {
        let hops = path("tea", "grass")
        #expect(hops?.map(\.to) == ["milk", "cow", "grass"])
        #expect(
            hops?.map(\.reason) == [
                Reason(path: "a.md", line: 1, text: "Tea with milk."),
                Reason(path: "b.md", line: 1, text: "Milk from the cow."),
                Reason(path: "c.md", line: 1, text: "The cow eats grass."),
            ])
        #expect(hops?.map(\.kind) == [.together, .together, .together])
    }

    @Test func `a chain is the same in both directions`() {
        #expect(path("grass", "tea")?.map(\.to) == ["cow", "milk", "tea"])
    }

    @Test func `from a concept to itself there is no step`() {
        #expect(path("tea", "tea") == [])
    }

    @Test func `what nothing joins has no chain`() {
        #expect(path("tea", "ink") == nil)
        #expect(path("tea", "cup") == nil)
    }

    @Test func `the order of notes changes nothing`() {
        #expect(path("tea", "grass") == path("tea", "grass", reversed: true))
    }

    @Test func `a shorter chain comes before a stronger one`() {
        let vault = SmallVault(
            ["a1", "b1", "c1"], ["a.md": "- a1\n  - b1\n    - c1\n", "b.md": "Between a1, and some say, c1."])
        let hops = vault.relations().path(from: 0, to: 2, reading: vault.reader)
        #expect(hops?.count == 1)
    }

    @Test func `of equally short chains the strongest is taken`() {
        let vault = SmallVault(
            ["tea", "weak", "strong", "cow"],
            [
                "a.md": "Tea of a weak kind.", "b.md": "Weak is the cow.", "c.md": "- Tea\n  - strong\n",
                "d.md": "- Strong\n  - cow\n",
            ])
        let hops = vault.relations().path(from: 0, to: 3, reading: vault.reader)
        #expect(hops?.map(\.to) == ["strong", "cow"])
        #expect(hops?.map(\.kind) == [.narrower, .narrower])
    }

    @Test func `a map holds what is shown and the relations between`() {
        let map = vault.relations().map(around: [], reading: vault.reader)
        #expect(map.concepts.map(\.name) == ["tea", "milk", "cow", "grass", "ink"])
        #expect(map.edges.map { [$0.from, $0.to] } == [[0, 1], [1, 2], [2, 3]])
        #expect(map.edges.first?.reason == Reason(path: "a.md", line: 1, text: "Tea with milk."))
    }

    @Test func `a map around a concept reaches as deep as asked`() {
        let relations = vault.relations()
        func names(_ depth: Int, _ limit: Int? = nil) -> [String] {
            relations.map(around: [0], depth: depth, limit: limit, reading: vault.reader).concepts.map(\.name)
        }
        #expect(names(0) == ["tea"])
        #expect(names(1) == ["tea", "milk"])
        #expect(names(2) == ["tea", "milk", "cow"])
        #expect(names(9, 2) == ["tea", "milk"])
    }

    @Test func `an edge leads from the broader to the narrower`() {
        let vault = SmallVault(["poodle", "dogs"], ["a.md": "- Dogs\n  - Poodle\n"])
        let map = vault.relations().map(around: [], reading: vault.reader)
        #expect(map.edges.map(\.kind) == [.narrower])
        #expect(map.edges.map { map.concepts[$0.from].name } == ["dogs"])
    }

    @Test func `a concept with many neighbours keeps the closest`() {
        let items = (0..<40).map { "  - part\($0)\n" }.joined()
        let vault = SmallVault(["whole"] + (0..<40).map { "part\($0)" }, ["a.md": "- Whole\n\(items)"])
        let map = vault.relations().map(around: [], reading: vault.reader)
        #expect(map.edges.count >= 40)
        #expect(map.edges.count < 160)
    }
}
