import Foundation
import KBModel
import Testing

@testable import KBParse

/// The structure of a note as the line and kind of its marks, to compare two parsers by.
struct Outline: Equatable {
    var headings: [String] = []
    var items: [Int] = []
    var codes: [Int] = []

    /// As kb sees it; pseudo-headings and those of raw HTML are its own additions.
    init(kb text: String) {
        var parser = NoteParser()
        let note = parser.parse(Array(text.utf8), path: "n.md")
        headings = note.sections.filter { $0.kind == .atx || $0.kind == .setext }.map {
            "\($0.lines.first):\($0.level)"
        }
        items = parser.leaves.filter { $0.kind == .item }.map(\.line)
        codes = parser.leaves.filter { $0.kind == .fence || $0.kind == .indented }.map(\.line)
    }

    /// As cmark-gfm sees it.
    init?(oracle text: String) {
        guard let command = Self.command else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: command)
        process.arguments =
            ["-t", "xml", "--sourcepos"]
            + ["table", "strikethrough", "autolink", "tasklist", "footnotes"].flatMap { ["-e", $0] }
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return nil }
        input.fileHandleForWriting.write(Data(text.utf8))
        try? input.fileHandleForWriting.close()
        let xml = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        for line in xml.split(separator: "\n") {
            let node = line.drop { $0 == " " }
            guard let start = Self.value("sourcepos", in: node)?.prefix(while: { $0 != ":" }), let number = Int(start)
            else { continue }
            if node.hasPrefix("<heading ") {
                headings.append("\(number):\(Self.value("level", in: node) ?? "")")
            } else if node.hasPrefix("<item") || node.hasPrefix("<tasklist") {
                items.append(number)
            } else if node.hasPrefix("<code_block ") {
                codes.append(number)
            }
        }
    }

    private static func value(_ name: String, in node: Substring) -> Substring? {
        guard let range = node.range(of: name + "=\"") else { return nil }
        return node[range.upperBound...].prefix { $0 != "\"" }
    }

    static let command: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/cmark-gfm" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

@Suite(.enabled(if: Outline.command != nil, "cmark-gfm, the oracle, is not on PATH")) struct OracleTests {
    /// Examples that show what kb reads otherwise than CommonMark.
    private static func isOurs(_ note: String) -> Bool {
        ["---\n", "%%", "$$", ":::"].contains { note.contains($0) }
    }

    @Test(arguments: Example.all.filter { !isOurs($0.note) })
    func `an example of the specification has the structure cmark-gfm sees`(_ example: Example) throws {
        #expect(Outline(kb: example.note) == (try #require(Outline(oracle: example.note))))
    }

    @Test(arguments: 0..<150)
    func `a note made up at random has the structure cmark-gfm sees`(_ seed: Int) throws {
        var random = RandomNotes(seed: UInt64(seed) + 100)
        let text = "\n" + random.note(lines: 12, beyond: false)
        #expect(Outline(kb: text) == (try #require(Outline(oracle: text))), "\(text)")
    }
}
