import Foundation
import KBModel
import Testing

@testable import KnowledgeBase

/// Numbers that follow from a seed: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A vault that changes at random.
struct ChangingVault {
    static let words = [
        "drift", "batching", "caching", "recall", "precision", "feature", "store", "online", "offline", "ranking",
        "retrieval", "embedding", "label", "leakage", "shadow", "canary", "latency", "budget", "metric", "serving",
    ]
    static let paths = (0..<12).flatMap { ["n\($0).md", "f/n\($0).md", "f/g \($0).txt"] }

    let vault: EngineVault
    var random: SeededGenerator
    var present: Set<String> = []

    init(seed: UInt64) throws {
        vault = try EngineVault()
        random = SeededGenerator(state: seed)
        for _ in 0..<20 { try change() }
    }

    /// Adds, rewrites, touches, renames or removes one note.
    mutating func change() throws {
        let path = ChangingVault.paths.randomElement(using: &random) ?? "n.md"
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<2 where present.contains(path):
            try vault.remove(path)
            present.remove(path)
        case 2 where present.contains(path):
            try vault.touch(path, daysAfter1970: Double.random(in: 100..<9_000, using: &random))
        case 3 where present.contains(path):
            guard let other = ChangingVault.paths.first(where: { !present.contains($0) }) else { return }
            try vault.write(["f/": ""])
            try vault.rename(path, to: other)
            present.remove(path)
            present.insert(other)
        default:
            try vault.write([path: note()])
            present.insert(path)
        }
    }

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: " ")
    }

    /// A common word, or now and then one that few notes hold, so that words come and go.
    private mutating func word() -> String {
        guard Int.random(in: 0..<12, using: &random) == 0 else {
            return ChangingVault.words.randomElement(using: &random) ?? ""
        }
        return (0..<3).map { _ in ["ka", "mi", "to", "zu"].randomElement(using: &random) ?? "" }.joined()
    }

    /// A link with words of its own, to a note that may not be there, to a file name that two have, or to an alias.
    private mutating func link() -> String {
        let target = Int.random(in: 0..<14, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return "[\(text(1))](f/n\(target).md)"
        case 1: return "[[n\(target)|\(text(1))]]"
        default: return "[[\(text(1))|\(text(1))]]"
        }
    }

    private mutating func note() -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ""
        case 1: return "---\ntitle: \(text(2))\naliases: [\(text(1))]\ntags: [\(text(1))]\n---\n"
        default: break
        }
        var lines: [String] = []
        if Bool.random(using: &random) { lines.append("---\ntags: [a/\(text(1))]\nkind: \(text(1))\n---") }
        for level in 1...Int.random(in: 1...4, using: &random) {
            if level > 1 || Bool.random(using: &random) {
                lines.append(String(repeating: "#", count: level) + " " + text(2))
            }
            lines.append(text(Int.random(in: 0..<30, using: &random)) + " #\(text(1)) [[n\(level)]]")
            if Bool.random(using: &random) { lines.append(link()) }
            lines.append("- [ ] \(text(3))\n- [x] \(text(2))\n")
            lines.append("Area Under \(text(1)) (AU\(level)) is \(text(3)).")
        }
        return lines.joined(separator: "\n\n")
    }

    static let queries =
        words.prefix(10).map { $0 } + [
            "drift caching", "\"online store\"", "cach*", "drift OR recall -shadow", "NEAR(drift recall)", "tag:a",
            "tag:drift", "is:task drift", "is:open", "is:done", "path:f/", "note:n1", "heading:recall", "kind:drift",
            "before:1980", "after:1990", "AU2", "drfit", "presicion", "n1", "area under", "-drift store", "zzz",
            "kamito", "kamitto", "mizuka", "mizuk", "tokami mika", "zuto*", "kazumii", "mimimi", "tozuka",
        ]
    /// Queries that are also asked by note.
    static let grouped = ["drift caching", "recall", "tag:a", "mizuka"]

    /// Everything that can be asked, as text.
    func answers(index: String) throws -> [String] {
        let base = try vault.base(index: index)
        var answers: [String] = []
        for query in ChangingVault.queries {
            for groups in ChangingVault.grouped.contains(query) ? [false, true] : [false] {
                let options = SearchOptions(limit: 15, groupsByNote: groups)
                let answer = try base.search(query, options: options, today: KnowledgeBase.day)
                answers.append("\(query) \(answer.total) \(answer.relaxed) \(answer.corrections) \(answer.expansions)")
                answers += answer.hits.map { "\(query): \($0)" }
            }
        }
        for order in NoteOrder.allCases {
            answers += try base.notes(passing: NoteFilter(), by: order).map { "\(order) \($0)" }
        }
        answers += try base.notes(passing: NoteFilter(isOrphan: true), by: .path).map { "orphan \($0.path)" }
        answers += try base.tags().map { "\($0)" }
        answers += base.notePaths()
        var status = try base.status()
        status.indexBytes = 0
        status.vault.indexFile = ""
        status.vault.logFile = ""
        status.vault.reports = []
        status.vault.settings.index = ""
        answers.append("\(status)")
        return answers
    }
}

@Suite struct RandomRefreshTests {
    /// `KB_SEEDS=100 swift test` tries more.
    static let seeds = ProcessInfo.processInfo.environment["KB_SEEDS"].flatMap(Int.init) ?? 3

    @Test(arguments: 1...seeds)
    func `after any edits the index answers as one built anew does`(seed: Int) throws {
        var changing = try ChangingVault(seed: UInt64(seed))
        let updated = changing.vault.folder.at("updated")
        for round in 0..<5 {
            let before = try changing.vault.snapshot()
            _ = try changing.vault.base(index: updated).refresh()
            let fresh = changing.vault.folder.at("fresh-\(round)")
            let answers = try changing.answers(index: updated)
            let expected = try changing.answers(index: fresh)
            for (answer, wanted) in zip(answers, expected) where answer != wanted {
                Issue.record("round \(round)\nupdated \(answer)\nanew    \(wanted)")
                return
            }
            #expect(answers.count == expected.count)
            #expect(try changing.vault.snapshot() == before)
            for _ in 0..<(2 * round + 1) { try changing.change() }
        }
    }
}
