import KBModel
import KBParse
import KBText
import KnowledgeBase

/// Cutting the plain words of notes into terms, from memory, on one thread.
struct TokenizeBenchmark: Benchmark {
    static let name = "tokenize"
    static let summary = "cut text into words and their stems, from memory"

    private let runs: Int

    init(_ invocation: Invocation) { runs = invocation.runs }

    func measure(_ subject: Subject) throws -> Report {
        var parser = NoteParser()
        let texts = subject.read().map { parser.parse($0.bytes, path: $0.path).plain }
        let bytes = Double(texts.reduce(0) { $0 + $1.count })
        var words = 0
        var distinct = 0
        var elapsed: [Elapsed] = []
        for _ in 0..<runs {
            let tokenizer = Tokenizer()
            words = 0
            elapsed.append(
                .of {
                    for text in texts {
                        text.withUnsafeBufferPointer { text in
                            _ = tokenizer.scan(text, as: .document) { _, _, _, _ in
                                words += 1
                                return true
                            }
                        }
                    }
                })
            distinct = tokenizer.lexicon.count
        }
        var report = Report(Self.name)
        report.add("plain text", .megabytes, bytes / 1e6)
        report.add("words", .count, Double(words))
        report.add("distinct words", .count, Double(distinct))
        report.add("tokenize, processor", .milliseconds, elapsed.map { $0.processor * 1_000 })
        report.add("tokenize", .megabytesPerSecond, elapsed.map { bytes / 1e6 / $0.processor })
        return report
    }
}
