import Foundation
import Glibc
import KBModel
import KBStore
import Testing

@testable import KnowledgeBase

@Suite struct RefreshTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "serving.md": "# Serving\n\nBatching raises throughput.\n\n## Caching\n\nFeatures are cached.\n",
            "data/stores.md": "# Feature stores\n\nOnline and offline.\n",
            "plain.txt": "Just a line about drift.\n",
        ])
    }

    @Test func `a new vault is indexed by the first question`() throws {
        #expect(try vault.hits("throughput") == ["serving.md:1"])
        #expect(try vault.hits("cached") == ["serving.md:5"])
        #expect(try vault.hits("drift") == ["plain.txt:1"])
    }

    @Test func `the report counts what was done`() throws {
        let first = try vault.base().refresh()
        #expect(first.notes == 3 && first.sections == 4 && first.added == 3 && first.rebuilt == "there was none")
        #expect(try vault.base().refresh().isUnchanged)
        try vault.write(["serving.md": "# Serving\n\nShadow traffic.\n", "new.md": "New.\n"])
        try vault.remove("plain.txt")
        let second = try vault.base().refresh()
        #expect(second.added == 1 && second.changed == 1 && second.removed == 1 && second.rebuilt == nil)
        #expect(second.notes == 3 && second.sections == 3)
    }

    @Test func `an edit is found and what it replaced is not`() throws {
        #expect(try vault.hits("throughput") == ["serving.md:1"])
        try vault.write(["serving.md": "# Serving\n\nShadow traffic.\n"])
        #expect(try vault.hits("shadow") == ["serving.md:1"])
        #expect(try vault.hits("throughput").isEmpty)
        #expect(try vault.hits("cached").isEmpty)
    }

    @Test func `turning concepts off or on builds the index anew`() throws {
        try vault.write(["kb.yml": "notes: .\n"])
        _ = try vault.base().refresh()
        #expect(try Store(path: vault.located().indexFile).holdsTerms())
        try vault.write(["kb.yml": "notes: .\nconcepts: false\n"])
        #expect(try vault.base().refresh().rebuilt == "concepts were turned off")
        let store = try Store(path: vault.located().indexFile)
        #expect(try !store.holdsTerms() && store.terms().isEmpty)
        #expect(try vault.base().refresh().isUnchanged)
        try vault.write(["kb.yml": "notes: .\n"])
        #expect(try vault.base().refresh().rebuilt == "concepts were turned on")
    }

    @Test func `many notes come in order, whatever is wrong with one of them`() throws {
        let names = (100..<300).map { "m/\($0).md" }
        try vault.write(Dictionary(uniqueKeysWithValues: names.map { ($0, "# Note \($0)\n") }))
        let paths = ["gone.md"] + names + ["plain.txt"]
        let reader = NoteReader(vault: try vault.located(), paths: paths, progress: nil)
        var read: [String] = []
        while let note = reader.next() { read.append(note.indexed?.note.path ?? "-") }
        #expect(read == ["-"] + names + ["plain.txt"])
        let unread = NoteReader(vault: try vault.located(), paths: paths, progress: nil)
        // Whoever stops early leaves no thread behind that waits.
        #expect(unread.next()?.path == "gone.md")
    }

    @Test func `one opened base answers from one state`() throws {
        let base = try vault.base()
        #expect(try base.places("throughput") == ["serving.md:1"])
        try vault.write(["other.md": "More throughput.\n"])
        #expect(try base.places("throughput") == ["serving.md:1"])
        #expect(try base.refresh().added == 1)
        #expect(try base.places("throughput").count == 2)
    }

    @Test func `added, renamed and removed notes are noticed`() throws {
        _ = try vault.hits("x")
        try vault.write(["deep/er/new.markdown": "Quantisation.\n"])
        try vault.rename("plain.txt", to: "data/moved.txt")
        #expect(try vault.hits("quantisation") == ["deep/er/new.markdown:1"])
        #expect(try vault.hits("drift") == ["data/moved.txt:1"])
        try vault.remove("data")
        #expect(try vault.hits("drift").isEmpty)
        #expect(try vault.hits("\"offline\"").isEmpty)
    }

    @Test func `a touched note is not read as changed, but gets its new day`() throws {
        try vault.touch("plain.txt", daysAfter1970: 100.5)
        _ = try vault.base().refresh()
        try vault.touch("plain.txt", daysAfter1970: 200.5)
        let report = try vault.base().refresh()
        #expect(report.isUnchanged)
        #expect(try vault.hits("drift") == ["plain.txt:1"])
        let listing = try vault.base().notes(passing: NoteFilter(), by: .path).first { $0.path == "plain.txt" }
        #expect(listing?.day == Day(daysSinceEpoch: 200))
        guard case .fresh = try vault.base().status().freshness else {
            Issue.record("still stale")
            return
        }
    }

    @Test func `a note replaced by a folder of its name is gone, and the other way round`() throws {
        _ = try vault.hits("x")
        try vault.remove("serving.md")
        try vault.write(["serving.md/inner.md": "Throughput inside.\n"])
        #expect(try vault.hits("throughput") == ["serving.md/inner.md:1"])
        try vault.remove("serving.md")
        try vault.write(["serving.md": "Throughput outside.\n"])
        #expect(try vault.hits("throughput") == ["serving.md:1"])
    }

    @Test func `a note that became a pipe or a link to nowhere is gone`() throws {
        _ = try vault.hits("x")
        try vault.remove("serving.md")
        #expect(mkfifo(vault.notes.at("serving.md"), 0o600) == 0)
        try vault.remove("plain.txt")
        #expect(symlink("nowhere", vault.notes.at("plain.txt")) == 0)
        #expect(try vault.hits("throughput").isEmpty)
        #expect(try vault.hits("drift").isEmpty)
    }

    @Test func `without refreshing, a query answers from the index and says what changed since`() throws {
        _ = try vault.hits("x")
        try vault.write(["serving.md": "# Serving\n\nShadow traffic.\n", "new.md": "New throughput.\n"])
        let base = try vault.base(.asIndexed)
        #expect(try base.places("throughput") == ["serving.md:1"])
        #expect(base.remarks == [.changedMeanwhile(path: "serving.md")])
        #expect(try vault.base(.asIndexed).places("shadow").isEmpty)
        let unchanged = try vault.base(.asIndexed)
        #expect(try unchanged.places("drift") == ["plain.txt:1"])
        #expect(unchanged.remarks.isEmpty)
    }

    @Test func `without refreshing and without an index there is no answer`() throws {
        #expect(throws: KnowledgeBaseError.self) { try vault.hits("drift", .asIndexed) }
        #expect(try vault.base(.asIndexed).notePaths().isEmpty)
        #expect(vault.folder.all.allSatisfy { !$0.hasSuffix(".sqlite") })
    }

    @Test func `a vault without kb.yml gets nothing written into it, and no note is ever modified`() throws {
        let before = try vault.snapshot()
        let base = try vault.base()
        _ = try base.refresh()
        _ = try base.refresh(rebuilding: true)
        _ = try base.refresh(paths: ["serving.md"])
        _ = try base.places("serving OR drift")
        _ = try base.note("serving#Caching")
        _ = try base.notes(passing: NoteFilter(isOrphan: true), by: .date)
        _ = (try base.tags(), try base.issues(), try base.status(), base.notePaths())
        #expect(try vault.snapshot() == before)
    }

    @Test func `with kb.yml only the folder of the index is written`() throws {
        try vault.write(["kb.yml": "notes: [.]\n"])
        let before = try vault.snapshot()
        _ = try vault.hits("drift")
        try vault.write(["serving.md": "# Serving\n"])
        _ = try vault.hits("drift")
        let after = try vault.snapshot()
        let changed = Set(after.keys.filter { after[$0] != before[$0] })
        #expect(changed == ["", "serving.md", "index", "index/kb.sqlite", "index/kb.lock"])
    }
}

@Suite struct RefreshPathTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault(["a.md": "Alpha.\n", "f/b.md": "Beta.\n", "f/c.md": "Gamma.\n", "picture.png": "x"])
        _ = try vault.base().refresh()
        try vault.write(["a.md": "Alpha two.\n", "f/b.md": "Beta two.\n", "f/d.md": "Delta two.\n"])
        try vault.remove("f/c.md")
    }

    @Test(
        arguments: [
            ("a.md", 0, 1, 0), ("./f/../a.md", 0, 1, 0), ("f", 1, 1, 1), ("f/", 1, 1, 1), ("f/c.md", 0, 0, 1),
            ("f/d.md", 1, 0, 0), (".", 1, 2, 1),
        ] as [(String, Int, Int, Int)])
    func `only what stands at the path is refreshed`(path: String, added: Int, changed: Int, removed: Int) throws {
        for typed in [path, vault.notes.at(path)] {
            let index = vault.folder.at("index-" + String(typed.count))
            try FileManager.default.copyItem(
                atPath: (try vault.located().indexFile as NSString).deletingLastPathComponent, toPath: index)
            let report = try vault.base(index: index).refresh(paths: [typed])
            #expect(report.added == added && report.changed == changed && report.removed == removed)
            #expect(report.issues.isEmpty)
        }
    }

    @Test func `what stands there but is no note is an issue`() throws {
        let report = try vault.base().refresh(paths: ["picture.png", "a.md"])
        #expect(report.issues.map(\.path) == ["picture.png"])
        #expect(report.changed == 1)
    }

    @Test func `a path where no note is or was names the nearest`() throws {
        #expect(throws: KnowledgeBaseError.noSuchNote("f/bb.md", nearest: ["f/b.md", "f/c.md"])) {
            try vault.base().refresh(paths: ["a.md", "f/bb.md"])
        }
        #expect(try vault.hits("Alpha two", .asIndexed) == ["a.md:1"])
    }

    @Test func `a deleted file of another kind is passed over`() throws {
        #expect(try vault.base().refresh(paths: ["code/gone.swift", "a.md"]).changed == 1)
    }

    @Test func `a path outside the vault is refused`() throws {
        #expect(throws: KnowledgeBaseError.self) { try vault.base().refresh(paths: ["/etc/hostname"]) }
        #expect(throws: KnowledgeBaseError.self) { try vault.base().refresh(paths: [vault.folder.at("home")]) }
    }

    @Test func `without an index all notes are indexed`() throws {
        let report = try vault.base(index: vault.folder.at("new")).refresh(paths: ["a.md"])
        #expect(report.added == 3 && report.notes == 3)
    }
}
