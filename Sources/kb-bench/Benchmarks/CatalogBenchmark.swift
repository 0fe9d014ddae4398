import KBConcepts
import KBModel
import KBStore
import KnowledgeBase

/// Making the catalog of concepts from the index, as every question about concepts does.
struct CatalogBenchmark: Benchmark {
    static let name = "catalog"
    static let summary = "make the catalog of concepts from the index"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        let notes = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true).notes
        var (reading, building): ([Elapsed], [Elapsed]) = ([], [])
        var terms: [TermTotals] = []
        var concepts = 0
        for _ in 0..<runs {
            var inputs = CatalogInputs()
            reading.append(try .of { inputs = try CatalogInputs(subject) })
            building.append(.of { concepts = inputs.catalog(notes: notes).concepts.count })
            terms = inputs.terms
        }
        var report = Report(Self.name)
        report.add("notes", .count, Double(notes))
        report.add("spellings", .count, Double(terms.count))
        report.add("spellings of several notes", .count, Double(terms.count { $0.notes > 1 }))
        report.add("concepts", .count, Double(concepts))
        report.add("read the terms", .milliseconds, reading.map { $0.wall * 1_000 })
        report.add("read the terms, processor", .milliseconds, reading.map { $0.processor * 1_000 })
        report.add("build the catalog", .milliseconds, building.map { $0.wall * 1_000 })
        report.add("build the catalog, processor", .milliseconds, building.map { $0.processor * 1_000 })
        report.add("peak memory", .megabytes, Double(peakMemory) / 1e6)
        return report
    }
}

/// What a catalog is made of, read from an index opened anew.
struct CatalogInputs {
    private(set) var terms: [TermTotals] = []
    private var words = 0
    private var acronyms: [NoteAcronym] = []
    private var aliases: [NoteAlias] = []

    /// Nothing.
    init() {}

    init(_ subject: Subject) throws {
        let store = try Store(path: subject.vault.indexFile, isReadOnly: true)
        terms = try store.terms()
        words = try store.words()
        acronyms = try store.acronymPairs().map { NoteAcronym(short: $0.short, long: $0.long, notes: $0.notes) }
        aliases = try store.titleAliases().map { NoteAlias(title: $0.title, alias: $0.alias) }
    }

    func catalog(notes: Int) -> ConceptCatalog {
        ConceptCatalog(terms: terms, notes: notes, words: words, acronyms: acronyms, aliases: aliases)
    }
}
