import Foundation
import Glibc
import KBConcepts
import KBModel
import KBStore
import Testing

@testable import KnowledgeBase

/// What a vault says about its concepts.
@Suite struct ConceptTests {
    private let vault: EngineVault

    init() throws { vault = try ConceptVault.make() }

    // MARK: - Names

    @Test(arguments: ["capped brood", "Capped Brood", "CAPPED BROOD", "capped broods", "capped-brood"])
    func `a name resolves in any case and number`(name: String) throws {
        let base = try vault.base()
        #expect(try base.concept(name).concept == base.concept("capped brood").concept)
        #expect(base.remarks.isEmpty)
    }

    @Test func `a name with a typing error resolves and says so`() throws {
        let base = try vault.base()
        let page = try base.concept("caped brood")
        #expect(page.concept.name.lowercased() == "capped brood")
        #expect(base.remarks == [.readAs(typed: "caped brood", concept: page.concept.name)])
    }

    @Test func `an acronym resolves to what it stands for`() throws {
        let base = try vault.base()
        #expect(try base.concept("IPM").concept == base.concept("integrated pest management").concept)
        #expect(try base.concept("IPM").concept.notes == 2)
    }

    @Test func `an unknown name is an error`() throws {
        let base = try vault.base()
        #expect { try base.concept("helicopter") } throws: { error in
            guard case .noSuchConcept("helicopter", _) = error as? KnowledgeBaseError else { return false }
            return true
        }
    }

    @Test func `in a vault without concepts every name is unknown`() throws {
        let vault = try EngineVault(["a.md": ""])
        let base = try vault.base()
        #expect(throws: KnowledgeBaseError.noSuchConcept("bee", nearest: [])) { try base.concept("bee") }
        #expect(try base.concepts() == ConceptList(concepts: [], total: 0, hidden: 0))
        #expect(try base.gaps(kinds: [.undefined, .acronym, .heading]).isEmpty)
        #expect(try base.map() == ConceptMap(concepts: [], edges: []))
    }

    // MARK: - Answers

    @Test func `a list filters, sorts and limits`() throws {
        let base = try vault.base()
        let all = try base.concepts(passing: ConceptFilter(includesAll: true))
        #expect(all.hidden == 0 && all.total == all.concepts.count)
        let shown = try base.concepts()
        #expect(shown.total + shown.hidden == all.total)
        let brood = try base.concepts(passing: ConceptFilter(text: "BROOD"))
        #expect(!brood.concepts.isEmpty)
        #expect(brood.concepts.allSatisfy { ([$0.name] + $0.aliases).contains { $0.lowercased().contains("brood") } })
        let common = try base.concepts(passing: ConceptFilter(minimumNotes: 3), by: .notes)
        #expect(!common.concepts.isEmpty && common.concepts.allSatisfy { $0.notes >= 3 })
        #expect(zip(common.concepts, common.concepts.dropFirst()).allSatisfy { $0.notes >= $1.notes })
        let two = try base.concepts(passing: ConceptFilter(limit: 2), by: .name)
        #expect(two.concepts.count == 2 && two.total == shown.total)
        #expect(two.concepts == Array(try base.concepts(by: .name).concepts.prefix(2)))
    }

    @Test func `mentions are the lines that hold the concept, and what is counted`() throws {
        let base = try vault.base()
        let list = try base.concepts(passing: ConceptFilter(includesAll: true, withMentions: true))
        #expect(!list.concepts.isEmpty)
        for concept in list.concepts where concept.notes > 0 {
            #expect(Set(concept.mentions.map(\.path)).count == concept.notes, "\(concept.name)")
            #expect(concept.mentions == concept.mentions.sorted(), "\(concept.name)")
        }
        let plain = try base.concepts(passing: ConceptFilter(includesAll: true))
        #expect(plain.concepts.map(\.notes) == list.concepts.map(\.notes))
        #expect(plain.concepts.map(\.sections) == list.concepts.map(\.sections))
        let brood = list.concepts.first { $0.name.lowercased() == "capped brood" }
        #expect(
            brood?.mentions == [
                Source(path: "glossary.md", line: 3), Source(path: "mites.md", line: 11),
                Source(path: "mites.md", line: 12),
                Source(path: "spring.md", line: 3),
            ])
    }

    @Test func `the concepts of a note stand on lines of that note`() throws {
        let base = try vault.base()
        let list = try base.concepts(in: "Swarming", passing: ConceptFilter(includesAll: true))
        #expect(list.concepts.contains { $0.name.lowercased().hasPrefix("queen cell") })
        #expect(
            list.concepts.allSatisfy { $0.mentions.allSatisfy { $0.path == "swarming.md" } && !$0.mentions.isEmpty })
    }

    @Test func `a page opens with the definition and cites every section`() throws {
        let page = try vault.base().concept("capped brood")
        #expect(
            page.definitions.first
                == Reason(
                    path: "glossary.md", line: 3, text: "Capped brood: larvae and pupae under wax lids"))
        #expect(Set(page.sections.map(\.path)) == ["glossary.md", "mites.md", "spring.md"])
    }

    @Test func `neighbours carry the text that says so`() throws {
        let related = try vault.base().related(to: ["oxalic acid"])
        let other = related.related.first { $0.name.lowercased() == "formic acid" }
        #expect(other?.reasons.first?.path == "mites.md")
        let path = try vault.base().path(from: "oxalic acid", to: "formic acid")
        #expect(path.hops?.count == 1)
        #expect(try vault.base().path(from: "sugar roll", to: "Sugar rolls").hops == [])
    }

    @Test func `more than a few notes are read in order on two threads`() throws {
        let more = Dictionary(uniqueKeysWithValues: (0..<90).map { ("yard\($0).md", "- Smoker fuel: \($0) cones\n") })
        try vault.write(more)
        let mentions = try vault.base().concept("smoker fuel").concept.mentions
        #expect(mentions == more.keys.map { Source(path: $0, line: 1) }.sorted())
    }

    @Test func `of too many notes those are read that say most, whatever their numbers`() throws {
        _ = try vault.base().refresh()
        try vault.write(["a.md": "Queen cells.\n", "b.md": "Queen cells, queen cells, queen cells: queen cells.\n"])
        for rebuilding in [false, true] {
            let base = try vault.base()
            _ = try base.refresh(rebuilding: rebuilding)
            let catalog = try base.catalog().catalog
            let index = try base.index(of: "queen cells", in: catalog)
            #expect(try base.holders(of: [index], in: catalog, limit: 2).map(\.path) == ["b.md", "swarming.md"])
            let all = try base.holders(of: [index], in: catalog).map(\.path)
            #expect(all == ["a.md", "b.md", "glossary.md", "spring.md", "swarming.md"])
        }
    }

    @Test func `full-text search counts what the notes hold`() throws {
        let base = try vault.base()
        let loaded = try base.catalog()
        let index = try base.index(of: "sugar roll", in: loaded.catalog)
        let read = try base.count([index], in: loaded, withMentions: false)[index]
        let searched = try base.asking { store throws(StoreError) in
            try ConceptPlaces(store).counts(of: loaded.catalog.concepts[index], firsts: store.firstSections())
        }
        #expect(searched.notes == read.notes && searched.sections == read.sections && read.notes == 2)
    }

    @Test func `in a vault without concepts questions about them say so`() throws {
        try vault.write(["kb.yml": "notes: [.]\nconcepts: false\n"])
        let base = try vault.base()
        #expect(throws: KnowledgeBaseError.conceptsAreOff) { try base.concepts() }
        #expect(throws: KnowledgeBaseError.conceptsAreOff) { try base.concept("queen cells") }
        #expect(try base.places("concept:\"capped brood\"").count == 3)
    }

    // MARK: - The state of the index

    @Test func `after a change every answer is that of a fresh index`() throws {
        let old = try Answers(vault.base())
        try vault.write([
            "mites.md": "# Varroa mites\n\n- Sugar roll, drone comb\n- Drone comb: cut it out\n",
            "new.md": "# Drone comb\n\nDrone comb is where drones grow. See [[mites]].\n",
        ])
        try vault.remove("autumn.md")
        let incremental = try Answers(vault.base())
        #expect(incremental != old)
        _ = try vault.base().refresh(rebuilding: true)
        #expect(try Answers(vault.base()) == incremental)
    }

    @Test func `the order in which notes were indexed does not matter`() throws {
        let all = try Answers(vault.base())
        let other = try EngineVault()
        for name in ConceptVault.notes.keys.sorted(by: >) {
            try other.write([name: ConceptVault.notes[name] ?? ""])
            _ = try other.base().refresh()
        }
        #expect(try Answers(other.base()) == all)
    }

    @Test func `one base answers from the changed index after a refresh`() throws {
        let base = try vault.base()
        #expect(throws: KnowledgeBaseError.self) { try base.concept("smoker fuel") }
        try vault.write(["smoke.md": "# Smoker fuel\n\nSmoker fuel burns cool.\n"])
        _ = try base.refresh()
        #expect(try base.concept("smoker fuel").concept.notes == 1)
    }

    @Test func `a note that changed since it was indexed is a remark`() throws {
        _ = try vault.base().refresh()
        try vault.write(["glossary.md": "# Words\n\n- Capped brood: gone\n"])
        let base = try vault.base(.asIndexed)
        _ = try base.concept("capped brood")
        #expect(base.remarks == [.changedMeanwhile(path: "glossary.md")])
    }

    @Test func `a vault that cannot be written answers all the same`() throws {
        try vault.write(["kb.yml": "notes: [.]\n"])
        guard try ReadOnly.make(vault.notes.path) else {
            print("skipped: nothing here makes a folder read-only for this user")
            return
        }
        defer { ReadOnly.undo(vault.notes.path) }
        #expect(try vault.base().concept("capped brood").concept.notes == 3)
    }

    @Test func `names for completion come from the index as it is`() throws {
        #expect(try vault.base().conceptNames().isEmpty)
        _ = try vault.base().refresh()
        #expect(try vault.base().conceptNames().contains { $0.lowercased() == "capped brood" })
    }

    // MARK: - The vocabulary

    @Test func `the vocabulary file wins`() throws {
        #expect(try vault.base().concept("wax moths").concept.aliases.contains("Galleria") == false)
        try vault.write([
            "vocabulary.yml": "- name: Galleria\n  aliases: [wax moths]\n- name: capped brood\n  hidden: true\n"
        ])
        let base = try vault.base()
        let page = try base.concept("wax moths")
        #expect(page.concept.name == "Galleria" && page.concept.notes == 2)
        #expect(try base.concepts().concepts.contains { $0.name.lowercased() == "capped brood" } == false)
        let answer = try base.search("galleria", options: SearchOptions(), today: KnowledgeBase.day)
        #expect(
            answer.expansions == [SearchAnswer.Expansion(typed: "galleria", also: ["wax moths"], reason: .vocabulary)])
        #expect(answer.hits.count == 2)
    }

    // MARK: - Searching

    @Test func `concept: finds every spelling, and says which`() throws {
        let base = try vault.base()
        let answer = try base.search("concept:ipm", options: SearchOptions(), today: KnowledgeBase.day)
        #expect(Set(answer.hits.map(\.path)) == ["autumn.md", "spring.md"])
        #expect(answer.expansions.contains { $0.reason == .concept && $0.typed == "ipm" })
        let slip = try base.search("concept:\"caped brood\"", options: SearchOptions(), today: KnowledgeBase.day)
        #expect(Set(slip.hits.map(\.path)) == ["glossary.md", "mites.md", "spring.md"])
        #expect(slip.corrections.map(\.typed) == ["caped brood"])
    }
}

/// Every answer about the concepts of ``ConceptVault``.
private struct Answers: Equatable {
    var list: ConceptList
    var inNote: ConceptList
    var pages: [ConceptPage]
    var related: RelatedConcepts
    var path: ConceptPath
    var comparison: ConceptComparison
    var map: ConceptMap
    var gaps: [Gap]

    init(_ base: KnowledgeBase) throws {
        list = try base.concepts(passing: ConceptFilter(includesAll: true, withMentions: true))
        inNote = try base.concepts(in: "swarming.md", passing: ConceptFilter(includesAll: true))
        pages = try ["capped brood", "queen cells", "sugar roll"].map { try base.concept($0) }
        related = try base.related(to: ["brood nest", "queen cells"])
        path = try base.path(from: "wax moths", to: "queen cells")
        comparison = try base.comparison(of: "queen cells")
        map = try base.map()
        gaps = try base.gaps()
    }
}
