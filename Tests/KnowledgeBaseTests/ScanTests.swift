import Foundation
import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct ScanTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A vault in the folder, with these notes folders and excludes.
    private func vault(notes: [String] = [""], exclude: [String] = []) -> Vault {
        var settings = Settings.standard
        settings.exclude = exclude
        return Vault(
            root: folder.path, notesFolders: notes.map(folder.at), indexFile: folder.at("index/kb.sqlite"),
            logFile: folder.at("study/log.jsonl"), configFile: nil, choice: .flag, settings: settings)
    }

    private func paths(
        notes: [String] = [""], exclude: [String] = [], takingIgnored: Bool = false
    ) throws -> [String] {
        try VaultScanner(vault: vault(notes: notes, exclude: exclude), takingIgnored: takingIgnored).scan().added
            .map(\.path)
    }

    private func known(_ notes: [FoundNote]) -> KnownNotes {
        var known = KnownNotes(reserving: notes.count)
        for note in notes { known.append(path: note.path, stamp: note.stamp) }
        return known
    }

    @Test func `notes are told by their extension, whatever its case, and come in byte order`() throws {
        let notes = [
            "B.MD", "a.markdown", "a/b.md", "a.mdx", "c.txt", "d.Text", "a-.md", "a.b/x.md", "ü.md", "x.tar.md",
        ]
        let others = [
            "md", ".md", "a.m", "a.mdd", "a.md.bak", "a.org", "Makefile", "a.textt", "x.mdxmdxmdx", "a.", "m\rd",
        ]
        try folder.write(Dictionary(uniqueKeysWithValues: (notes + others).map { ($0, "") }))
        #expect(try paths() == notes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    @Test func `hidden files and folders, node_modules and the index are left out`() throws {
        try folder.write([
            ".a.md": "", ".obsidian/a.md": "", ".git/a.md": "", "x/.trash/a.md": "", "x/node_modules/a.md": "",
            "index/a.md": "", "x/index/a.md": "", "node_modules.md": "",
        ])
        #expect(try paths() == ["node_modules.md", "x/index/a.md"])
    }

    @Test func `only the notes folders are looked at, each file once`() throws {
        try folder.write(["a/x.md": "", "a/b/y.md": "", "a.b/z.md": "", "c/no.md": ""])
        #expect(try paths(notes: ["a/b", "a", "a.b", "gone"]) == ["a.b/z.md", "a/b/y.md", "a/x.md"])
    }

    @Test func `a stronger kind of ignore file has the last word, and the setting the very last`() throws {
        try folder.write([
            ".gitignore": "*.md\n!d.md", ".ignore": "!a.md\n!b.md", ".kbignore": "b.md\n!c.md",
            "a.md": "", "b.md": "", "c.md": "", "d.md": "", "e.md": "",
        ])
        #expect(try paths() == ["a.md", "c.md", "d.md"])
        #expect(try paths(exclude: ["/a.md", "!e.md"]) == ["c.md", "d.md", "e.md"])
        #expect(try paths(takingIgnored: true) == ["a.md", "b.md", "c.md", "d.md", "e.md"])
        #expect(try paths(exclude: ["a.md"], takingIgnored: true) == ["b.md", "c.md", "d.md", "e.md"])
    }

    @Test func `ignore files above the notes folder count up to the top of the work tree`() throws {
        try folder.write([
            ".gitignore": "no.md", "top/.git/HEAD": "", "top/.gitignore": "/v/notes/a.md\nb.md",
            "top/v/.ignore": "c.md",
            "top/v/notes/.kbignore": "/d.md", "top/v/notes/a.md": "", "top/v/notes/b.md": "", "top/v/notes/c.md": "",
            "top/v/notes/d.md": "", "top/v/notes/no.md": "", "top/v/notes/x/a.md": "", "top/v/notes/x/d.md": "",
        ])
        var vault = vault(notes: ["top/v/notes"])
        vault.root = folder.at("top/v")
        let found = try VaultScanner(vault: vault).scan().added.map(\.path)
        #expect(found == ["notes/no.md", "notes/x/a.md", "notes/x/d.md"])
    }

    @Test func `a second look tells what was added, changed and removed`() throws {
        try folder.write(["a.md": "1", "b/c.md": "1", "d.md": "1", "e.md": "1"])
        let scanner = VaultScanner(vault: vault())
        let first = try scanner.scan()
        #expect(first.added.count == 4 && first.found == 4 && !first.isUnchanged)
        let again = try scanner.scan(known: known(first.added))
        #expect(again.isUnchanged && again.unchanged == 4)
        try folder.write(["a.md": "22", "b/b.md": "new"])
        try FileManager.default.removeItem(atPath: folder.at("d.md"))
        let moved = [timespec(tv_sec: 1, tv_nsec: 7), timespec(tv_sec: 1, tv_nsec: 7)]
        #expect(utimensat(AT_FDCWD, folder.at("e.md"), moved, 0) == 0)
        let third = try scanner.scan(known: known(first.added))
        #expect(third.added.map(\.path) == ["b/b.md"] && third.removed == ["d.md"] && third.unchanged == 1)
        #expect(third.changed.map(\.note.path) == ["a.md", "e.md"])
        #expect(third.changed.map(\.note.stamp.size) == [2, 1])
        #expect(third.changed.last?.note.stamp.modified == 1_000_000_007)
        #expect(third.changed.map(\.known) == [first.added[0].stamp, first.added[3].stamp])
    }

    @Test func `what is known may come in any order`() throws {
        try folder.write(["a.md": "", "a/b.md": "", "c.md": ""])
        let scanner = VaultScanner(vault: vault())
        let notes = try scanner.scan().added
        let result = try scanner.scan(known: known(notes.reversed() + [FoundNote(path: "b.md", stamp: notes[0].stamp)]))
        #expect(result.unchanged == 3 && result.removed == ["b.md"] && result.added.isEmpty)
    }

    @Test func `a look at some paths tells of nothing else`() throws {
        try folder.write([
            "a.md": "", "b/c.md": "", "b/d.md": "", "b.md": "", "e.md": "", ".ignore": "f.md", "f.md": "",
        ])
        let scanner = VaultScanner(vault: vault())
        let notes = try scanner.scan().added
        var known = known(notes.filter { $0.path != "a.md" })
        known.append(path: "gone.md", stamp: FileStamp(size: 1, modified: 1))
        let result = try scanner.scan(known: known, only: ["a.md", folder.at("b/"), "./b/../e.md", "gone.md"])
        #expect(result.added.map(\.path) == ["a.md"] && result.removed == ["gone.md"] && result.unchanged == 3)
        #expect(result.changed.isEmpty && result.issues.isEmpty)
        let wrong = try scanner.scan(known: known, only: ["f.md", "nothing.md", "/etc/passwd", ""])
        #expect(wrong.issues.map(\.path) == ["f.md", "nothing.md", "/etc/passwd"])
        #expect(try scanner.scan(known: known, only: [folder.path]).found == notes.count)
    }

    @Test func `links are followed inside the vault only, and no file is found twice`() throws {
        try folder.write(["n/a.md": "", "n/sub/b.md": "", "other/c.md": "", "other/deep/d.md": "", "lone/e.md": ""])
        try folder.write(["n/.hidden/x.md": ""])
        let outside = try TemporaryFolder()
        try outside.write(["o.md": "", "p/q.md": ""])
        try folder.link("n/same.md", to: "a.md")
        try folder.link("n/up", to: "..")
        try folder.link("n/sub/loop", to: "../sub")
        try folder.link("n/self", to: "self")
        try folder.link("n/other", to: "../other")
        try folder.link("n/e.md", to: "../lone/e.md")
        try folder.link("n/zz.md", to: folder.at("lone/e.md"))
        try folder.link("n/out.md", to: outside.at("o.md"))
        try folder.link("n/outside", to: outside.at("p"))
        try folder.link("n/gone.md", to: "nowhere.md")
        try folder.link("n/gone", to: "nowhere")
        let result = try VaultScanner(vault: vault(notes: ["n"])).scan()
        #expect(
            result.added.map(\.path).map { ($0 as NSString).lastPathComponent }.sorted()
                == ["a.md", "b.md", "c.md", "d.md", "e.md"])
        #expect(result.added.map(\.path).contains("n/other/c.md"))
        #expect(result.issues.map(\.path) == ["n/gone.md", "n/out.md", "n/outside"])
        #expect(result.issues.allSatisfy { $0.issue.kind == .symbolicLink })
    }

    @Test func `links that lead round and round come to an end`() throws {
        try folder.write(["n/a.md": "", "x/x.md": "", "y/y.md": ""])
        try folder.link("n/x", to: "../x")
        try folder.link("x/y", to: "../y")
        try folder.link("y/x", to: "../x")
        try folder.link("y/n", to: "../n")
        try folder.link("y/index", to: "../index")
        try folder.write(["index/i.md": ""])
        #expect(try paths(notes: ["n"]) == ["n/a.md", "n/x/x.md", "n/x/y/y.md"])
    }

    @Test func `a link is ignored by its own name`() throws {
        try folder.write(["n/.ignore": "drafts/\nold.md", "other/c.md": "", "lone.md": ""])
        try folder.link("n/drafts", to: "../other")
        try folder.link("n/old.md", to: "../lone.md")
        #expect(try paths(notes: ["n"]) == [])
    }

    @Test func `line ends in names are no trouble, and names that are not UTF-8 are reported`() throws {
        try folder.write(["a\nb.md": "", "c\rd/e\r\n.md": "", "tab\t.md": ""])
        for name in [[0x62, 0xFF, 0x2E, 0x6D, 0x64], [0x62, 0xFF]] as [[UInt8]] {
            let path = Array(folder.path.utf8) + [0x2F] + name + [0]
            let made = path.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    text.baseAddress.map { name.count == 5 ? creat($0, 0o600) : mkdir($0, 0o700) } ?? -1
                }
            }
            #expect(made >= 0)
        }
        let result = try VaultScanner(vault: vault()).scan()
        #expect(result.added.map(\.path) == ["a\nb.md", "c\rd/e\r\n.md", "tab\t.md"])
        #expect(result.issues.map(\.path) == ["b\u{FFFD}", "b\u{FFFD}.md"])
        #expect(result.issues.allSatisfy { $0.issue.kind == .fileName })
    }

    @Test func `pipes and devices are no notes`() throws {
        try folder.write(["a.md": ""])
        #expect(mkfifo(folder.at("pipe.md"), 0o600) == 0)
        try folder.link("null.md", to: "/dev/null")
        #expect(try paths() == ["a.md"])
    }

    @Test(.disabled(if: getuid() == 0, "the superuser can read everything"))
    func `a folder that cannot be read is an issue and stops nothing`() throws {
        try folder.write(["a.md": "", "closed/b.md": ""])
        #expect(chmod(folder.at("closed"), 0) == 0)
        defer { chmod(folder.at("closed"), 0o700) }
        let result = try VaultScanner(vault: vault()).scan()
        #expect(result.added.map(\.path) == ["a.md"] && result.issues.map(\.path) == ["closed/"])
    }

    @Test func `folders nested deeper than a path can be long are an issue and stop nothing`() throws {
        try folder.write(["a.md": ""])
        let name = String(repeating: "d", count: 250)
        var parent = open(folder.path, O_RDONLY | O_DIRECTORY)
        for _ in 0..<20 {
            #expect(mkdirat(parent, name, 0o700) == 0)
            let next = openat(parent, name, O_RDONLY | O_DIRECTORY)
            close(parent)
            parent = next
        }
        close(parent)
        let result = try VaultScanner(vault: vault()).scan()
        #expect(result.added.map(\.path) == ["a.md"] && result.issues.map(\.issue.kind) == [.unreadable])
        let remover = Process()
        remover.executableURL = URL(fileURLWithPath: "/bin/rm")
        remover.arguments = ["-rf", folder.at(name)]
        try remover.run()
        remover.waitUntilExit()
    }

    @Test func `an ignore file that cannot be read is an issue`() throws {
        try folder.write(["a.md": "", ".gitignore/x": "", "n/b.md": ""])
        try folder.link("n/.ignore", to: "../a.md")
        let result = try VaultScanner(vault: vault()).scan()
        #expect(result.added.count == 2 && result.issues.map(\.path) == [".gitignore", "n/.ignore"])
    }

    @Test func `a vault that is gone is an error`() {
        var gone = vault()
        gone.root = folder.at("gone")
        #expect(throws: KnowledgeBaseError.self) { try VaultScanner(vault: gone).scan() }
    }

    @Test func `two threads give the same result every time`() throws {
        var files: [String: String] = [:]
        for number in 0..<600 { files["\(number % 7)/\(number % 31)/\(number).md"] = "" }
        try folder.write(files)
        let scanner = VaultScanner(vault: vault())
        let first = try scanner.scan()
        #expect(first.added.count == 600)
        #expect(first.added.map(\.path) == files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for _ in 0..<20 { #expect(try scanner.scan() == first) }
    }
}
