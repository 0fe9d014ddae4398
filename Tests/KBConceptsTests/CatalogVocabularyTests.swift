import KBConcepts
import KBModel
import Testing

@Suite struct CatalogVocabularyTests {
    private func entry(_ name: String, _ change: (inout Vocabulary.Entry) -> Void = { _ in }) -> Vocabulary.Entry {
        var entry = Vocabulary.Entry(name: name, line: 1)
        change(&entry)
        return entry
    }

    @Test func `the vocabulary joins what nothing else would, and names it`() {
        let catalog = catalog(
            [term("dark launch", notes: 2), term("shadow traffic", notes: 5)],
            vocabulary: Vocabulary(entries: [entry("Dark Launch") { $0.aliases = ["shadow traffic"] }]))
        #expect(catalog.concepts.count == 1)
        #expect(catalog.concepts.first?.name == "Dark Launch")
        #expect(catalog.joins("dark launch", "shadow traffic"))
    }

    @Test func `what an entry is not stays apart, though it looks the same`() {
        let terms = [term("schedule", notes: 3), term("schedules", notes: 2), term("newsfeed"), term("news feed")]
        let catalog = catalog(
            terms,
            vocabulary: Vocabulary(entries: [
                entry("schedule") { $0.not = ["schedules"] }, entry("newsfeed") { $0.not = ["news feed"] },
            ]))
        #expect(!catalog.joins("schedule", "schedules"))
        #expect(!catalog.joins("newsfeed", "news feed"))
        #expect(catalog.name(of: "schedules") == "schedules")
    }

    @Test func `two entries are two concepts, whatever the notes say`() {
        let catalog = catalog(
            [term("SLO"), term("service level objective", notes: 2)],
            vocabulary: Vocabulary(entries: [entry("SLO"), entry("service level objective")]))
        #expect(!catalog.joins("SLO", "service level objective"))
    }

    @Test func `a hidden concept is not shown`() {
        let catalog = catalog(
            [term("meeting", notes: 9, [.heading: 9]), term("quorum")],
            vocabulary: Vocabulary(entries: [entry("meeting") { $0.isHidden = true }]))
        let meeting = catalog.concepts.first { $0.name == "meeting" }
        #expect(meeting?.isHidden == true)
        #expect(meeting?.isShown == false)
    }

    @Test func `what lies above and below is known from both ends`() {
        let catalog = catalog(
            [term("B-tree"), term("index"), term("LSM tree")],
            vocabulary: Vocabulary(entries: [
                entry("B-tree") {
                    $0.broader = ["index"]
                    $0.related = ["LSM trees"]
                }
            ]))
        func names(_ name: String, _ others: (CatalogConcept) -> [Int]) -> [String] {
            catalog.concepts.filter { $0.name == name }.flatMap(others).map { catalog.concepts[$0].name }
        }
        #expect(names("B-tree", \.broader) == ["index"])
        #expect(names("index", \.narrower) == ["B-tree"])
        #expect(names("B-tree", \.related) == ["LSM tree"])
    }

    @Test func `an entry that no note mentions is there, and not shown`() {
        let catalog = catalog(
            [term("B-tree")],
            vocabulary: Vocabulary(entries: [entry("access method") { $0.narrower = ["B-tree"] }]))
        let method = catalog.concepts.first { $0.name == "access method" }
        #expect(method?.isShown == false)
        #expect(method?.narrower.count == 1)
    }

    @Test func `an entry is shown however little stands out`() {
        let many = (0..<200).map { term("gadget\(["b", "c", "d", "f"][$0 % 4])\($0) wheel", notes: 5, [.heading: 5]) }
        let catalog = catalog(
            many + [term("quorum")], words: 500, vocabulary: Vocabulary(entries: [entry("quorum")]))
        #expect(catalog.concepts.first { $0.name == "quorum" }?.isShown == true)
    }
}
