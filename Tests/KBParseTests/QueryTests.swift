import Glibc
import KBModel
import KBParse
import Testing

/// `docs/query.md` is the specification: its examples run here.
@Suite struct QueryTests {
    static let today = Day(year: 2026, month: 5, day: 31)

    @Test func `every example of the specification reads as it says`() throws {
        let today = try #require(QueryTests.today)
        let examples = try specification("query").map { line in
            let sides = line.components(around: "→")
            return (try #require(sides.first).trimmed, try #require(sides.last).trimmed)
        }
        #expect(examples.count > 40)
        for (typed, canonical) in examples {
            #expect(try Query(parsing: typed, today: today).description == canonical, "\(typed)")
            #expect(try Query(parsing: canonical, today: today).description == canonical, "\(canonical)")
        }
    }

    @Test func `every slip of the specification is refused at its place`() throws {
        let today = try #require(QueryTests.today)
        let slips = try specification("slip")
        #expect(slips.count > 10)
        for marked in slips {
            let sides = marked.components(around: "▸")
            let before = try #require(sides.first)
            let typed = sides.joined()
            let error = #expect(throws: QueryError.self, "\(typed)") { try Query(parsing: typed, today: today) }
            #expect(error?.offset == before.utf8.count, "\(typed): \(String(describing: error))")
        }
    }

    @Test func `a query without anything to look for is refused`() throws {
        let today = try #require(QueryTests.today)
        for typed in try specification("refused") {
            #expect(throws: QueryError.nothingRequired, "\(typed)") { try Query(parsing: typed, today: today) }
        }
    }

    @Test(
        arguments: [
            ("a +b", .all([.word("a"), .all([.word("b")])])),
            ("a AND b c", .all([.all([.word("a")]), .all([.word("b")]), .word("c")])),
            ("a (b c)", .all([.word("a"), .word("b"), .word("c")])),
            ("(a b) OR c", .any([.all([.word("a"), .word("b")]), .word("c")])),
            ("a OR (b OR c)", .any([.word("a"), .word("b"), .word("c")])),
            ("-(a b) c", .all([.not(.all([.word("a"), .word("b")])), .word("c")])),
            ("is:open a", .all([.filter(.holds(.open)), .word("a")])),
            ("+a", .word("a")),
            ("heading:a AND b", .all([.word(Query.Term("a", at: 0), in: .heading), .all([.word("b")])])),
        ] as [(String, Query.Clause)])
    func `operators build the clause they stand for`(_ typed: String, clause: Query.Clause) throws {
        let today = try #require(QueryTests.today)
        #expect(try Query(parsing: typed, today: today).clause.withoutOffsets == clause.withoutOffsets)
    }

    @Test(arguments: [
        ("ünï «b»", "b"), ("x -«y»", "y"), ("\"«a b»\" c", "a b"), ("tag:q heading:«w»", "w"), ("(«pre»*)", "pre"),
    ])
    func `a term knows where it was typed`(_ marked: String, term: String) throws {
        let today = try #require(QueryTests.today)
        let before = try #require(marked.components(around: "«").first)
        let typed = String(marked.filter { $0 != "«" && $0 != "»" })
        let query = try Query(parsing: typed, today: today)
        #expect(query.clause.terms.contains(Query.Term(term, at: before.utf8.count)))
        #expect(query.text == typed)
    }

    @Test(
        arguments: [
            ("today", "2026-05-31"), ("YESTERDAY", "2026-05-30"), ("tomorrow", "2026-06-01"), ("0d", "2026-05-31"),
            ("2w", "2026-05-17"), ("3m", "2026-02-28"), ("1y", "2025-05-31"), ("12m", "2025-05-31"),
            ("99999999999y", "0001-01-31"), ("2024", "2024-01-01"), ("2024/05", "2024-05-01"),
            ("2024-02-29T10:00", "2024-02-29"), ("2023-02-29", nil), ("7", nil), ("d", nil), ("-3d", nil),
            ("20245", nil),
            ("2024-", nil), ("9999999999999999999999d", nil),
        ] as [(String, String?)])
    func `a day can be named in many ways`(_ typed: String, day: String?) throws {
        let today = try #require(QueryTests.today)
        let query = try? Query(parsing: "after:\(typed)", today: today)
        #expect(query?.clause == day.flatMap { Day($0) }.map { .filter(.after($0)) })
    }

    /// The lines of the fenced blocks of `docs/query.md` that are marked `kind`.
    private func specification(_ kind: String) throws -> [String] {
        let folder = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try #require(fopen(folder + "/docs/query.md", "r"))
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var byte = fgetc(file)
        while byte != EOF {
            bytes.append(UInt8(truncatingIfNeeded: byte))
            byte = fgetc(file)
        }
        var lines: [String] = []
        var isInside = false
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```" { isInside = false }
            if isInside { lines.append(String(line)) }
            if line == "```" + kind { isInside = true }
        }
        return lines
    }
}

extension String {
    /// The text before and after the first `mark`; the text alone when it is not there.
    fileprivate func components(around mark: Character) -> [String] {
        split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }

    /// Without the spaces around it.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Query.Clause {
    /// A bare word.
    static func word(_ text: String) -> Query.Clause { .word(Query.Term(text, at: 0), in: .any) }

    /// Every term in it.
    var terms: [Query.Term] {
        switch self {
        case .word(let term, _), .phrase(let term, _), .prefix(let term, _): [term]
        case .near(let terms, _): terms
        case .filter: []
        case .all(let parts), .any(let parts): parts.flatMap(\.terms)
        case .not(let inner): inner.terms
        }
    }

    /// The clause with every term at 0, to compare what two spellings mean.
    var withoutOffsets: Query.Clause {
        switch self {
        case .word(let term, let field): .word(Query.Term(term.text, at: 0), in: field)
        case .phrase(let term, let field): .phrase(Query.Term(term.text, at: 0), in: field)
        case .prefix(let term, let field): .prefix(Query.Term(term.text, at: 0), in: field)
        case .near(let terms, let distance): .near(terms.map { Query.Term($0.text, at: 0) }, distance: distance)
        case .filter: self
        case .all(let parts): .all(parts.map(\.withoutOffsets))
        case .any(let parts): .any(parts.map(\.withoutOffsets))
        case .not(let inner): .not(inner.withoutOffsets)
        }
    }
}
