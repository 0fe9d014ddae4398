import Foundation
import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct HostileVaultTests {
    @Test func `an empty vault has no notes and no hits`() throws {
        let vault = try EngineVault()
        #expect(try vault.hits("anything").isEmpty)
        #expect(try vault.base().notes(passing: NoteFilter(), by: .path).isEmpty)
        #expect(try vault.base().tags().isEmpty)
        #expect(try vault.base().issues().isEmpty)
        guard case .fresh = try vault.base().status().freshness else {
            Issue.record("not fresh")
            return
        }
    }

    @Test func `notes without text are found by name, title, alias and tag`() throws {
        let vault = try EngineVault([
            "Gradient clipping.md": "",
            "x1.md": "---\ntitle: Label leakage\naliases: [target bleed]\ntags: [pitfall]\n---\n",
            "x2.md": "\n\n   \n",
            "x3.md": "<!-- nothing to see -->\n",
        ])
        for _ in 0..<2 {
            #expect(try vault.hits("clipping") == ["Gradient clipping.md:1"])
            #expect(try vault.hits("leakage") == ["x1.md:1"])
            #expect(try vault.hits("bleed") == ["x1.md:1"])
            #expect(try vault.hits("tag:pitfall") == ["x1.md:1"])
            #expect(try vault.hits("x2") == ["x2.md:1"])
            let base = try vault.base()
            let found = try base.search("leakage", options: SearchOptions(), today: KnowledgeBase.day).hits
            #expect(found.map(\.title) == ["Label leakage"])
            #expect(base.remarks.isEmpty)
            #expect(try vault.base().note("target bleed").note.path == "x1.md")
            _ = try vault.base().refresh(rebuilding: true)
        }
    }

    @Test func `odd files are indexed or said to be left out, and stop nothing`() throws {
        let vault = try EngineVault([
            "good.md": "A good word.\n",
            "one line.md": String(repeating: "endless ", count: 100 * 1024 / 8),
            "nul.md": "before\0after needle " + String(repeating: "and more text ", count: 50),
            "deep.md": String(repeating: "> ", count: 3_000) + "bottom\n" + String(repeating: "- ", count: 3_000)
                + "pit",
            "many.md": (0..<20_000).map { "# Heading \($0)\n" }.joined(),
        ])
        try vault.write("binary.md", bytes: (0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 256) })
        try vault.write("latin.md", bytes: Array("caf".utf8) + [0xE9] + Array(" culture\n".utf8))
        try vault.write(
            "utf16.md", bytes: [0xFF, 0xFE] + "wide word".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let name = Array(vault.notes.at("bad-").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 46, 109, 100, 0]
        let file = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(file >= 0)
        close(file)
        let before = try vault.snapshot()
        let report = try vault.base().refresh()
        #expect(report.notes == 8)
        #expect(report.issues.contains { $0.issue.kind == .fileName })
        #expect(try vault.hits("good") == ["good.md:1"])
        #expect(try vault.hits("endless") == ["one line.md:1"])
        #expect(try vault.hits("needle") == ["nul.md:1"])
        #expect(try vault.hits("café") == ["latin.md:1"])
        #expect(try vault.hits("wide") == ["utf16.md:1"])
        #expect(try vault.hits("19999") == ["many.md:20000"])
        #expect(try vault.base().refresh().isUnchanged)
        #expect(try vault.snapshot() == before)
    }

    @Test func `a note too large to be one is said to be left out each time, and nothing is written for it`() throws {
        let vault = try EngineVault(["good.md": "A good word.\n", "big.md": "small"])
        _ = try vault.base().refresh()
        // A file with a hole takes no space.
        #expect(truncate(vault.notes.at("big.md"), off_t(FileBytes.largestNote) + 1) == 0)
        let report = try vault.base().refresh()
        #expect(report.issues.map(\.issue.kind) == [.tooLarge])
        #expect(report.removed == 1 && report.notes == 1)
        let index = try Data(contentsOf: URL(fileURLWithPath: try vault.located().indexFile))
        let again = try vault.base().refresh()
        #expect(again.isUnchanged && again.issues.map(\.issue.kind) == [.tooLarge])
        #expect(try Data(contentsOf: URL(fileURLWithPath: try vault.located().indexFile)) == index)
        #expect(try vault.hits("small").isEmpty)
    }

    @Test func `a note that cannot be read is an issue, leaves the index and comes back`() throws {
        guard geteuid() != 0 else { return }
        let vault = try EngineVault(["a.md": "Alpha.\n", "b.md": "Beta.\n"])
        _ = try vault.base().refresh()
        try vault.write(["a.md": "Alpha two.\n"])
        chmod(vault.notes.at("a.md"), 0)
        let report = try vault.base().refresh()
        #expect(report.removed == 1 && report.issues.map(\.path) == ["a.md"])
        #expect(try vault.hits("alpha").isEmpty)
        chmod(vault.notes.at("a.md"), 0o600)
        #expect(try vault.hits("alpha") == ["a.md:1"])
    }

    @Test func `words in every script and sign are safe to ask for`() throws {
        let vault = try EngineVault(["a.md": "# 推荐系统\n\nسؤال κόσμος c++ f1@k e\u{301}te\u{301} 🚀 don't real-time\n"])
        for query in [
            "推荐", "سؤال", "κόσμος", "c++", "f1@k", "été", "🚀", "don't", "real-time", "a/b", "-", "(", "\"", "::",
        ] {
            let base = try vault.base()
            _ = try? base.search(query, options: SearchOptions(), today: KnowledgeBase.day)
        }
        #expect(try vault.hits("推荐") == ["a.md:1"])
        #expect(try vault.hits("c++") == ["a.md:1"])
        #expect(try vault.hits("été") == ["a.md:1"])
    }
}
