import KBModel
import KBParse
import Testing

extension QueryTests {
    @Test func `the canonical form of any query means the same`() throws {
        let today = try #require(QueryTests.today)
        let pieces = [
            "a", "b", "word", "x-y", "c++", "5", "-5", "-a", "+a", "+", "-", "--", "\"", "\"a b\"", "“p q”", "„r“", "(",
            ")",
            "(a", "b)", "f(x)", "g(", "OR", "AND", "NOT", "or", "*", "pre*", "he*y", "#tag", "#1", "tag:x", "tag:",
            "-#t",
            "key:v", "key:\"v w\"", "key:*", "k:v", "is:open", "is:", "heading:h", "heading:\"h i\"", "heading:h*",
            "after:7d", "before:2024", "path:a/*.md", "note:n", "concept:\"c d\"", "NEAR(a b)", "NEAR(a \"b c\", 3)",
            "NEAR(", ":-)", "->", "🚀", "é", "|", "10:30", "http://x", "Note:", "5\"", "+\"q\"", "-(", "+(", "()",
        ]
        var random = SplitMix(seed: 7)
        var read = 0
        for _ in 0..<10_000 {
            var typed = ""
            for _ in 0..<Int.random(in: 1...7, using: &random) {
                typed += pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) || Bool.random(using: &random) { typed += " " }
            }
            guard let query = try? Query(parsing: typed, today: today) else { continue }
            read += 1
            let again = try Query(parsing: query.description, today: today)
            try #require(again.clause.withoutOffsets == query.clause.withoutOffsets, "\(typed) ⟹ \(query.description)")
        }
        #expect(read > 2_000)
    }

    @Test func `random bytes are read or refused, and offsets stay inside`() throws {
        let today = try #require(QueryTests.today)
        var random = SplitMix(seed: 11)
        let alphabet = Array("ab15 ()\"-+*:#|OR“”„\u{301}\u{200D}🚀\n\t\0\\/.,".utf8) + [0xFF, 0xC3, 0x80]
        for _ in 0..<10_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                alphabet.randomElement(using: &random)
            }
            let typed = String(decoding: bytes, as: UTF8.self)
            do {
                let query = try Query(parsing: typed, today: today)
                #expect(query.clause.terms.allSatisfy { 0...typed.utf8.count ~= $0.offset })
                let again = try Query(parsing: query.description, today: today)
                try #require(
                    again.clause.withoutOffsets == query.clause.withoutOffsets, "\(typed) ⟹ \(query.description)")
            } catch let error as QueryError {
                #expect(0...typed.utf8.count ~= (error.offset ?? 0))
            }
        }
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "(", ")", "\"", "„ ", "“ ", "a(", "(a OR ", "-(", "+", "NOT ", "NEAR(", "*", "tag:", "#a", "a OR ", "(a)",
            "f(x)",
            "-5", "\u{301}", "a\"", "((", "-\" ",
        ])
    func `hostile repetition takes linear time`(_ piece: String) throws {
        let today = try #require(QueryTests.today)
        let typed = String(repeating: piece, count: 20_000)
        for text in [typed, typed + "x", "x " + typed] {
            if let query = try? Query(parsing: text, today: today) { #expect(query.clause.depth <= 60) }
        }
    }

    @Test func `balanced parentheses of any depth are read`() throws {
        let today = try #require(QueryTests.today)
        let deep = String(repeating: "(a OR -(", count: 5_000) + "b" + String(repeating: "))", count: 5_000)
        let query = try Query(parsing: "x " + deep, today: today)
        #expect(query.clause.depth <= 110)
    }
}

/// A random source that gives the same numbers every time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Query.Clause {
    /// How deep its clauses nest.
    var depth: Int {
        switch self {
        case .word, .phrase, .prefix, .near, .filter: 1
        case .not(let inner): inner.depth + 1
        case .all(let parts), .any(let parts): (parts.map(\.depth).max() ?? 0) + 1
        }
    }
}
