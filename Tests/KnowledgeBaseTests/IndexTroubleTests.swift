import Foundation
import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct IndexTroubleTests {
    let vault: EngineVault
    let indexFile: String

    init() throws {
        vault = try EngineVault(
            Dictionary(
                uniqueKeysWithValues: (0..<40).map {
                    ("n\($0).md", "# Note \($0)\n\n" + String(repeating: "word\($0) common text ", count: 40))
                }))
        indexFile = try vault.located().indexFile
        _ = try vault.base().refresh()
    }

    private func replaceIndex(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: indexFile)) }

    @Test(arguments: ["", "This is no database, though it is long enough to look like a file with something in it.\n"])
    func `what is no database is replaced, and the reason said`(content: String) throws {
        try replaceIndex(Data(content.utf8))
        let base = try vault.base()
        #expect(try base.places("word7") == ["n7.md:1"])
        #expect(base.remarks == [.rebuilt(because: "it was damaged")])
        try replaceIndex(Data(content.utf8))
        #expect(try vault.base(.asIndexed).status().freshness == .damaged)
        #expect(try vault.base().refresh().rebuilt == "it was damaged")
        try replaceIndex(Data(content.utf8))
        #expect(throws: KnowledgeBaseError.self) { try vault.hits("word7", .asIndexed) }
    }

    @Test func `a database of another program or another version is replaced`() throws {
        for (pragma, reason) in [
            ("application_id = 7", "it was damaged"),
            ("user_version = 9999", "it was written by another version of kb"),
        ] {
            try run("/usr/bin/env", ["sqlite3", indexFile, "PRAGMA \(pragma)"])
            let base = try vault.base()
            #expect(try base.places("word7") == ["n7.md:1"])
            #expect(base.remarks == [.rebuilt(because: reason)])
        }
    }

    @Test func `wherever the file is cut off, the answers are right`() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: indexFile))
        for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 23)) {
            try replaceIndex(whole.prefix(length))
            #expect(try vault.hits("word7") == ["n7.md:1"], "\(length) of \(whole.count) bytes")
            #expect(try vault.base().notes(passing: NoteFilter(), by: .path).count == 40)
            #expect(try vault.base().refresh().isUnchanged)
        }
    }

    @Test func `pages overwritten with anything never crash a query and are mended when they show`() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: indexFile))
        var random = SeededGenerator(state: 5)
        for page in 0..<(whole.count / 4096) {
            var torn = whole
            for offset in 0..<4096 { torn[page * 4096 + offset] = UInt8.random(in: 0...255, using: &random) }
            try replaceIndex(torn)
            let base = try vault.base()
            let places = try? base.places("word7")
            if base.remarks == [.rebuilt(because: "it was damaged")] { #expect(places == ["n7.md:1"]) }
            _ = try? vault.base(.asIndexed).notes(passing: NoteFilter(), by: .path)
            _ = try? vault.base().status()
        }
        #expect(try vault.base().refresh(rebuilding: true).notes == 40)
        #expect(try vault.hits("word7") == ["n7.md:1"])
    }

    @Test func `an index that cannot be written answers and says how stale it is`() throws {
        let folder = (indexFile as NSString).deletingLastPathComponent
        try vault.write(["n7.md": "Changed.\n", "new.md": "New.\n"])
        guard try ReadOnly.make(folder) else {
            print("skipped: nothing here makes a folder read-only for this user")
            return
        }
        defer { ReadOnly.undo(folder) }
        let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let base = try vault.base()
        #expect(try base.places("word8") == ["n8.md:1"])
        #expect(base.remarks == [.staleAndReadOnly(notes: 2)])
        #expect(try vault.base().status().isWritable == false)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
    }

    @Test func `a vault that cannot be written keeps its index in the cache`() throws {
        try vault.write(["kb.yml": "notes: [.]\n"])
        _ = try vault.base().refresh()
        #expect(FileManager.default.fileExists(atPath: vault.notes.at("index/kb.sqlite")))
        try Data("torn".utf8).write(to: URL(fileURLWithPath: vault.notes.at("index/kb.sqlite")))
        guard try ReadOnly.make(vault.notes.at("index")) else {
            print("skipped: nothing here makes a folder read-only for this user")
            return
        }
        defer { ReadOnly.undo(vault.notes.at("index")) }
        for _ in 0..<2 {
            let base = try vault.base()
            #expect(try base.places("word8") == ["n8.md:1"])
            #expect(base.remarks.contains(.indexMoved(to: base.vault.indexFile)))
            #expect(base.vault.indexFile.hasPrefix(vault.folder.at("cache")))
        }
        #expect(try String(contentsOfFile: vault.notes.at("index/kb.sqlite"), encoding: .utf8) == "torn")
    }
}

/// Makes folders read-only, for the superuser too.
enum ReadOnly {
    /// False when this machine has no way to do it.
    static func make(_ folder: String) throws -> Bool {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
        if geteuid() != 0 {
            for file in files { chmod(file, 0o444) }
            return chmod(folder, 0o555) == 0
        }
        return (try? run("/usr/bin/env", ["chattr", "+i"] + files + [folder])) == 0
    }

    static func undo(_ folder: String) {
        let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { folder + "/" + $0 }
        if geteuid() != 0 {
            chmod(folder, 0o755)
            for file in files { chmod(file, 0o644) }
        } else {
            _ = try? run("/usr/bin/env", ["chattr", "-i", folder] + files)
        }
    }
}

/// Runs a program to its end; its exit status.
@discardableResult
func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
}
