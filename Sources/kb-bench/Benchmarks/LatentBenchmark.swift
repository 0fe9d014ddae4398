import KBLatent
import KBModel
import KBParse
import KBStore
import KBText
import KnowledgeBase

/// Learning the latent semantics of notes, giving every section its vector, and reading some back.
struct LatentBenchmark: Benchmark {
    static let name = "latent"
    static let summary = "learn latent semantics, fold sections in, read their vectors"

    /// As many sections as ranking looks at, and terms of a long query.
    private static let (sectionsRead, termsRead) = (100, 10)

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        let (sections, terms) = record(subject)
        let fingerprints = terms.map { TermFingerprint.of($0) }
        var (learning, coding, folding): ([Elapsed], [Elapsed], [Elapsed]) = ([], [], [])
        var blocks = 0
        var bytes = 0
        for _ in 0..<runs {
            var learnt: LatentLearning?
            learning.append(.of { learnt = LatentLearning(from: sections) })
            guard let learnt else { continue }
            var coded: (blocks: [TermVectorBlock], model: LatentModel) = ([], LatentModel(terms: 0))
            coding.append(.of { coded = learnt.coded(fingerprints: fingerprints) })
            folding.append(.of { bytes = sections.folded(with: coded.model).count })
            blocks = coded.blocks.count
            bytes += coded.blocks.reduce(0) { $0 + $1.bytes.count }
        }
        var report = Report(Self.name)
        report.add("sections", .count, Double(sections.count))
        report.add("terms", .count, Double(terms.count))
        report.add("rows of terms with vectors", .count, Double(blocks))
        report.add("vectors", .megabytes, Double(bytes) / 1e6)
        report.add("learn, processor", .milliseconds, learning.map { $0.processor * 1_000 })
        report.add("code terms, processor", .milliseconds, coding.map { $0.processor * 1_000 })
        report.add("fold sections in, processor", .milliseconds, folding.map { $0.processor * 1_000 })
        try addReading(to: &report, subject, terms)
        return report
    }

    /// Each section's terms as the index would have them, by word count alone, and the terms.
    private func record(_ subject: Subject) -> (SectionTerms, [String]) {
        var sections = SectionTerms(first: 1)
        var numbers: [String: Int] = [:]
        var terms: [String] = []
        let tokenizer = Tokenizer()
        var parser = NoteParser()
        for file in subject.read() {
            let note = parser.parse(file.bytes, path: file.path)
            for section in note.sections {
                var counts: [Int: Int] = [:]
                for (range, isHeading) in [(section.body, false), (section.title, true)] {
                    let text = Array(note.plain[range.clamped(to: 0..<note.plain.count)])
                    for token in tokenizer.tokens(in: text, as: .document)
                    where token.surface.utf8.count > 1 && !StopWords.contains(token.surface) {
                        let number = numbers[token.term] ?? terms.count
                        if number == terms.count {
                            numbers[token.term] = number
                            terms.append(token.term)
                        }
                        counts[number, default: 0] += isHeading ? 2 : 1
                    }
                }
                let list = counts.sorted { $0.key < $1.key }.map { number, count in
                    SectionTerm(
                        number: UInt32(truncatingIfNeeded: number), count: UInt32(truncatingIfNeeded: count))
                }
                list.withUnsafeBufferPointer { sections.append(sections.next, $0) }
            }
        }
        return (sections, terms)
    }

    /// Reading from an index opened anew, in a transaction as a search has one.
    private func addReading(to report: inout Report, _ subject: Subject, _ terms: [String]) throws {
        let count = try KnowledgeBase(vault: subject.vault).refresh(rebuilding: true).sections
        var (readingSections, readingTerms, comparing): ([Elapsed], [Elapsed], [Elapsed]) = ([], [], [])
        for _ in 0..<runs {
            let store = try Store(path: subject.vault.indexFile, isReadOnly: true)
            try store.reading { () throws(StoreError) in
                let wanted = (0..<Self.sectionsRead).map {
                    UInt32(truncatingIfNeeded: 1 + $0 * count / Self.sectionsRead)
                }
                let typed = (0..<Self.termsRead).map { terms[$0 * terms.count / Self.termsRead / 8] }
                var query: LatentVector?
                var vectors = LatentVectors(count: 0)
                var failure: StoreError?
                func attempt(_ body: () throws(StoreError) -> Void) {
                    do throws(StoreError) { try body() } catch { failure = error }
                }
                readingTerms.append(
                    .of {
                        attempt { () throws(StoreError) in
                            query = try store.latentVector(of: typed.map { (term: $0, weight: 1.0) })
                        }
                    })
                readingSections.append(
                    .of {
                        attempt { () throws(StoreError) in
                            vectors = try store.latentVectors(ofSections: wanted)
                        }
                    })
                var cosines: [Float] = []
                comparing.append(.of { cosines = vectors.cosines(with: query ?? LatentVector()) })
                if let failure { throw failure }
                guard cosines.count == wanted.count else { throw .damaged("vectors are missing") }
            }
        }
        report.add("read \(Self.termsRead) terms, cold", .milliseconds, readingTerms.map { $0.wall * 1_000 })
        report.add("read \(Self.sectionsRead) sections, cold", .milliseconds, readingSections.map { $0.wall * 1_000 })
        report.add("compare them", .milliseconds, comparing.map { $0.wall * 1_000 })
    }
}
