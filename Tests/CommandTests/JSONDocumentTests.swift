import Foundation
import Testing

@Suite struct JSONDocumentTests {
    private static let document = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/json.md")

    @Test func `every example in the JSON document is what kb prints`() throws {
        let written = try String(contentsOf: JSONDocumentTests.document, encoding: .utf8)
        let replayed = try replay(written)
        if TranscriptTests.isRecording {
            try Data(replayed.utf8).write(to: JSONDocumentTests.document)
        } else if steady(replayed) != steady(written) {
            let difference = TranscriptTests.difference(from: steady(written), to: steady(replayed))
            Issue.record("docs/json.md:\n\(difference)")
        }
    }

    @Test func `every JSON object that kb prints says its version`() throws {
        let written = try String(contentsOf: JSONDocumentTests.document, encoding: .utf8)
        let objects = written.components(separatedBy: "\n{").count - 1
        #expect(objects > 0)
        #expect(
            written.components(separatedBy: "\n{\n  \"version\": 1,\n").count - 1
                + written.components(separatedBy: "\n{\"version\": 1, ").count - 1
                + written.components(separatedBy: "\n{\"version\":1,").count - 1 == objects)
    }

    @Test func `every JSON example can be read by another program`() throws {
        let written = try String(contentsOf: JSONDocumentTests.document, encoding: .utf8)
        let sandbox = try Sandbox(files: files(in: written))
        defer { sandbox.remove() }
        for command in commands(in: written) {
            let outcome = try sandbox.run(command)
            #expect(throws: Never.self, "\(command)") {
                try JSONSerialization.jsonObject(with: outcome.output)
            }
        }
    }

    /// The fenced blocks: their info string and their lines.
    private func blocks(in text: String) -> [(info: String, lines: [String])] {
        var result: [(info: String, lines: [String])] = []
        var open: (info: String, lines: [String])?
        for line in text.components(separatedBy: "\n") {
            if let block = open {
                if line == "```" {
                    result.append(block)
                    open = nil
                } else {
                    open = (block.info, block.lines + [line])
                }
            } else if line.hasPrefix("```") {
                open = (String(line.dropFirst(3)), [])
            }
        }
        return result
    }

    private func files(in text: String) -> [(path: String, text: String)] {
        blocks(in: text).filter { $0.info.hasPrefix("file ") }.map { block in
            (String(block.info.dropFirst(5)), block.lines.map { $0 + "\n" }.joined())
        }
    }

    private func commands(in text: String) -> [String] {
        blocks(in: text).filter { $0.info == "console" }.flatMap(\.lines)
            .filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    }

    /// The document with every `$` line followed by what the command prints now.
    private func replay(_ text: String) throws -> String {
        let sandbox = try Sandbox(files: files(in: text))
        defer { sandbox.remove() }
        var result: [String] = []
        var isConsole = false
        for line in text.components(separatedBy: "\n") {
            if line == "```console" { isConsole = true } else if line == "```" { isConsole = false }
            if isConsole, line.hasPrefix("$ ") {
                result.append(line)
                let output = String(decoding: try sandbox.run(String(line.dropFirst(2))).output, as: UTF8.self)
                    .replacingOccurrences(of: sandbox.folder.path, with: "/home/ann")
                result += output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            } else if !isConsole || line.hasPrefix("```") {
                result.append(line)
            }
        }
        return result.joined(separator: "\n")
    }

    /// The text with figures that depend on weights and on SQLite's version replaced.
    private func steady(_ text: String) -> String {
        let figures = #""(score|value|index|salience|weight)": [0-9.e+-]+"#
        let arithmetic = #""arithmetic": "[^"]*""#
        // What waits is told from today on.
        let days = #""day": "[0-9-]+", "cards": "#
        return text.replacingOccurrences(of: figures, with: "\"$1\": 0", options: .regularExpression)
            .replacingOccurrences(of: arithmetic, with: "\"arithmetic\": \"\"", options: .regularExpression)
            .replacingOccurrences(of: days, with: "\"cards\": ", options: .regularExpression)
    }
}
