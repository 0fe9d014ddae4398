import Foundation
import KBPresent
import Testing

@Suite struct QueryHelpTests {
    @Test func `kb help query tells what docs query md says first`() throws {
        let document = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/query.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        let opening = text.components(separatedBy: "\n## ").first ?? ""
        #expect(QueryHelp.source == opening)
    }

    @Test func `the help has no markup and fits the width`() {
        let lines = QueryHelp.text(width: 100).split(separator: "\n")
        #expect(lines.first == "The query language")
        #expect(lines.contains { $0.hasPrefix("  embed*  ") })
        #expect(lines.allSatisfy { !$0.contains("`") && !$0.hasPrefix("|") && $0.count <= 120 })
    }
}
