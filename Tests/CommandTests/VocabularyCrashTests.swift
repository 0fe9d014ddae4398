import Foundation
import Glibc
import Testing

@Suite struct VocabularyCrashTests {
    @Test func `an edit that is killed leaves the old vocabulary or the new one, and the next edit works`() throws {
        let old = "- name: bees\n" + (0..<200).map { "- name: word \($0)\n  aliases: [other \($0)]\n" }.joined()
        let sandbox = try Sandbox(files: [("kb.yml", ""), ("notes/a.md", "# Bees\n"), ("vocabulary.yml", old)])
        defer { sandbox.remove() }
        let file = sandbox.vault.appendingPathComponent("vocabulary.yml")
        func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }
        let new = old.replacing("- name: bees\n", with: "- name: hive\n  aliases: [bees]\n")
        let start = Date()
        #expect(try sandbox.run("kb concept rename bees hive").status == 0)
        let duration = Date().timeIntervalSince(start)
        #expect(try text() == new)
        for part in 0..<CrashTests.kills {
            try sandbox.write(old, to: "vocabulary.yml")
            let process = try sandbox.process("exec kb concept rename bees hive")
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            usleep(UInt32(duration * (Double(part) + 0.5) / Double(CrashTests.kills) * 1_000_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect([old, new].contains(try text()))
        }
        try sandbox.write(old, to: "vocabulary.yml")
        #expect(try sandbox.run("kb concept rename bees hive").status == 0)
        #expect(try text() == new)
    }
}
