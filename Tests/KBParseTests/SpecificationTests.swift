import Foundation
import KBModel
import KBParse
import Testing

/// An example of `docs/markdown.md`: a note and what it holds.
struct Example: Sendable, CustomTestStringConvertible {
    var line: Int
    var note: String
    /// The ending of the file the note stands in.
    var ending = "md"
    var facts: [String]

    var testDescription: String { "docs/markdown.md:\(line)" }

    /// All examples of the page, in order.
    static let all: [Example] = {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/markdown.md")
        guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
        var examples: [Example] = []
        var block: [String]?
        var (opening, openedAt) = ("", 0)
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if line == "````", let lines = block {
                if opening == "note" || opening == "note.txt" {
                    let ending = opening == "note" ? "md" : "txt"
                    let note = lines.map { $0 + "\n" }.joined()
                    examples.append(Example(line: openedAt, note: note, ending: ending, facts: []))
                } else if !examples.isEmpty {
                    examples[examples.count - 1].facts = lines
                }
                block = nil
            } else if line.hasPrefix("````") {
                opening = String(line.dropFirst(4))
                openedAt = index + 1
                block = []
            } else {
                block?.append(line)
            }
        }
        return examples
    }()
}

@Suite struct SpecificationTests {
    @Test func `the page has examples, and each says what it expects`() {
        #expect(Example.all.count > 15)
        #expect(Example.all.allSatisfy { !$0.facts.isEmpty })
    }

    @Test(arguments: Example.all)
    func `an example of the specification holds`(_ example: Example) {
        var parser = NoteParser()
        let found = Dictionary(
            grouping: Facts.of(parser.parse(Array(example.note.utf8), path: "example." + example.ending)), by: Self.kind
        )
        var wanted: [String: [String]] = [:]
        for fact in example.facts {
            if fact.hasPrefix("no ") {
                wanted[String(fact.dropFirst(3)), default: []] += []
            } else {
                wanted[Self.kind(fact), default: []].append(fact)
            }
        }
        for (kind, facts) in wanted {
            #expect(found[kind, default: []] == facts, "\(kind) of the example at line \(example.line)")
        }
    }

    private static func kind(_ fact: String) -> String { String(fact.prefix { $0 != " " }) }
}
