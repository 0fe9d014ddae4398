import Foundation
import Glibc
import KBEdit
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct ChangeTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write([
            "vault/a.md": "old a [[b]]\n", "vault/b.md": "old b\n", "vault/deep/er/c.md": "c\n", "vault/d.md": "d\n",
            "vault/deep/er/pic.png": "picture",
        ])
    }

    /// A plan with one change of each kind.
    static let plan = ChangePlan(
        title: "try everything",
        changes: [
            .edit(path: "a.md", old: Array("old a [[b]]\n".utf8), new: Array("new a [[n]]\n".utf8)),
            .move(from: "b.md", to: "new/place/n.md", old: Array("old b\n".utf8), new: Array("new b\n".utf8)),
            .move(from: "deep/er/c.md", to: "deep/c.md", old: Array("c\n".utf8), new: Array("c\n".utf8)),
            .moveFile(from: "deep/er/pic.png", to: "deep/pic.png"),
            .trash(path: "d.md", to: ".trash/d.md", bytes: Array("d\n".utf8)),
            .create(path: "fresh/e.md", bytes: Array("e\n".utf8)),
        ])

    /// The files of the vault with what they hold, folders with nothing.
    var vault: [String: String] {
        var found: [String: String] = [:]
        for name in folder.all where name.hasPrefix("vault/") {
            found[String(name.dropFirst(6))] = (try? String(contentsOfFile: folder.at(name), encoding: .utf8)) ?? ""
        }
        return found
    }

    static let old = [
        "a.md": "old a [[b]]\n", "b.md": "old b\n", "deep": "", "deep/er": "", "deep/er/c.md": "c\n",
        "deep/er/pic.png": "picture", "d.md": "d\n",
    ]
    static let new = [
        "a.md": "new a [[n]]\n", "new": "", "new/place": "", "new/place/n.md": "new b\n", "deep": "",
        "deep/c.md": "c\n",
        "deep/pic.png": "picture", ".trash": "", ".trash/d.md": "d\n", "fresh": "", "fresh/e.md": "e\n",
    ]

    func files(_ beforeStep: @escaping (String) -> Void = { _ in }) -> ChangeFiles {
        let files = ChangeFiles(root: folder.at("vault"))
        files.beforeStep = beforeStep
        return files
    }

    func failure(_ plan: ChangePlan = ChangeTests.plan, _ files: ChangeFiles? = nil) -> ChangeFailure? {
        do throws(ChangeFailure) {
            var applier = ChangeApplier(files: files ?? self.files(), lasting: [])
            try applier.apply(plan)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [true, false])
    func `every kind of change is made, and nothing else is left`(_ knowsRenameFlags: Bool) throws {
        let files = files()
        files.knowsRenameFlags = knowsRenameFlags
        #expect(failure(ChangeTests.plan, files) == nil)
        #expect(vault == ChangeTests.new)
    }

    @Test func `a file keeps its mode when its text changes, and its time when it only moves`() throws {
        chmod(folder.at("vault/a.md"), 0o640)
        var times = [timespec(tv_sec: 1_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000, tv_nsec: 0)]
        utimensat(AT_FDCWD, folder.at("vault/d.md"), &times, 0)
        #expect(failure() == nil)
        var status = stat()
        lstat(folder.at("vault/a.md"), &status)
        #expect(status.st_mode & 0o777 == 0o640)
        lstat(folder.at("vault/.trash/d.md"), &status)
        #expect(status.st_mtim.tv_sec == 1_000_000)
    }

    @Test(arguments: ["a.md", "b.md", "deep/er/c.md", "d.md"])
    func `a note that is not as planned stops everything`(_ name: String) throws {
        try folder.write(["vault/" + name: "theirs"])
        #expect(failure() == .changedMeanwhile(path: name))
        #expect(vault == ChangeTests.old.merging([name: "theirs"]) { $1 })
    }

    @Test(arguments: ["new/place/n.md", "deep/c.md", "deep/pic.png", ".trash/d.md", "fresh/e.md"])
    func `nothing is overwritten`(_ name: String) throws {
        try folder.write(["vault/" + name: "theirs"])
        let before = vault
        #expect(failure() == .taken(path: name))
        #expect(vault == before)
    }

    @Test(arguments: ["../x.md", "out/x.md", "a/../b2.md", "", "x//y.md"])
    func `a path that leads out of the vault is refused`(_ path: String) throws {
        try folder.link("vault/out", to: "..")
        let before = vault
        #expect(failure(ChangePlan(title: "", changes: [.create(path: path, bytes: [])])) == .outsideVault(path: path))
        #expect(vault == before)
    }

    /// How many steps a run takes.
    func steps(knowingRenameFlags: Bool = true) throws -> Int {
        let other = try ChangeTests()
        var count = 0
        let files = other.files { _ in count += 1 }
        files.knowsRenameFlags = knowingRenameFlags
        #expect(other.failure(ChangeTests.plan, files) == nil)
        return count
    }

    @Test(arguments: [true, false])
    func `a note changed before any step stops the run or came too late for it, and is never lost`(
        _ knowsRenameFlags: Bool
    ) throws {
        for last in 1...(try steps(knowingRenameFlags: knowsRenameFlags)) {
            let test = try ChangeTests()
            var (step, isWritten) = (0, false)
            let files = test.files { _ in
                step += 1
                guard step == last else { return }
                // As an editor saves: a new file in the place of the old one, wherever that is by now.
                for name in ["vault/b.md", "vault/new/place/n.md"] where test.folder.all.contains(name) {
                    try? Data("theirs".utf8).write(to: URL(fileURLWithPath: test.folder.at(name)), options: .atomic)
                    isWritten = true
                }
            }
            files.knowsRenameFlags = knowsRenameFlags
            let failure = test.failure(ChangeTests.plan, files)
            let after = test.vault
            let theirs = after.filter { $0.value == "theirs" }
            // Without exchanges there is a moment without the note.
            #expect(theirs.count == (isWritten ? 1 : 0), "step \(last): \(after)")
            #expect(!after.keys.contains { $0.contains(".kb-change") }, "step \(last): \(after)")
            if failure == nil {
                #expect(after["a.md"] == "new a [[n]]\n", "step \(last): \(after)")
            } else {
                #expect(after["a.md"] == "old a [[b]]\n", "step \(last): \(after)")
                #expect(after["d.md"] == "d\n" && after["fresh"] == nil, "step \(last): \(after)")
            }
        }
    }

    @Test func `what the system refuses leaves all as it was`() throws {
        let plan = ChangePlan(
            title: "too long",
            changes: [
                .edit(path: "a.md", old: Array("old a [[b]]\n".utf8), new: Array("new a\n".utf8)),
                .create(path: "new/x.md", bytes: Array("x\n".utf8)),
                .trash(path: "d.md", to: "\(String(repeating: "x", count: 300)).md", bytes: Array("d\n".utf8)),
            ])
        guard case .system = failure(plan) else {
            Issue.record("a name that no file system takes was taken")
            return
        }
        #expect(vault == ChangeTests.old)
    }

    @Test func `a change in the vault of another machine is left alone until it is old`() throws {
        let journal = ChangeJournal(title: "theirs", machine: "other", made: [], left: [], steps: [])
        try folder.write(["vault/.kb-change/journal.applying": String(decoding: journal.bytes, as: UTF8.self)])
        var applier = ChangeApplier(files: files(), lasting: [])
        guard case .unfinished = applier.settle() else {
            Issue.record("it was not left alone")
            return
        }
        #expect(folder.all.contains("vault/.kb-change/journal.applying"))
        var times = [timespec(tv_sec: 1_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000, tv_nsec: 0)]
        utimensat(AT_FDCWD, folder.at("vault/.kb-change/journal.applying"), &times, 0)
        #expect(applier.settle() == .finished(title: "theirs"))
        #expect(vault == ChangeTests.old)
    }

    @Test(arguments: ["", "{}", "{\"version\":2}", "[", "{\"version\":1,\"title\":\"\",\"steps\":[{}]}"])
    func `a journal that cannot be read is left as it is`(_ text: String) throws {
        try folder.write(["vault/.kb-change/journal.applying": text])
        var applier = ChangeApplier(files: files(), lasting: [])
        guard case .unfinished = applier.settle() else {
            Issue.record("it was taken for one")
            return
        }
        #expect(vault[".kb-change/journal.applying"] == text)
        guard case .unfinished = failure() else {
            Issue.record("a change was made in spite of it")
            return
        }
    }

    @Test func `a change of another process is left alone while it runs`() throws {
        let files = files()
        let folder = try #require(try ChangeFolder.take(files, waiting: false))
        var applier = ChangeApplier(files: files, lasting: [])
        #expect(applier.settle() == .elsewhere)
        #expect(try ChangeFolder.take(files, waiting: false) == nil)
        folder.release()
        #expect(applier.settle() == .none)
        #expect(vault == ChangeTests.old)
    }

    @Test func `a name that differs in case alone is another name`() throws {
        let plan = ChangePlan(
            title: "case", changes: [.move(from: "a.md", to: "A.md", old: Array("old a [[b]]\n".utf8), new: [65])])
        #expect(failure(plan) == nil)
        #expect(vault["A.md"] == "A" && vault["a.md"] == nil)
    }

    @Test func `a symbolic link stays one when its text changes, and moves only where it leads to the same`() throws {
        try folder.link("vault/l.md", to: "a.md")
        let old = Array("old a [[b]]\n".utf8)
        #expect(failure(ChangePlan(title: "", changes: [.edit(path: "l.md", old: old, new: [65])])) == nil)
        #expect(vault["a.md"] == "A" && vault["l.md"] == "A")
        #expect(FilePath.linkText(folder.at("vault/l.md")) == "a.md")
        let away = ChangePlan(title: "", changes: [.move(from: "l.md", to: "x/l.md", old: [65], new: [66])])
        #expect(failure(away) == .symbolicLink(path: "l.md"))
        let near = ChangePlan(title: "", changes: [.move(from: "l.md", to: "m.md", old: [65], new: [66])])
        #expect(failure(near) == nil)
        #expect(vault["a.md"] == "B" && FilePath.linkText(folder.at("vault/m.md")) == "a.md")
    }

    @Test(arguments: ["mv", "rm", "into", "create"])
    func `a change goes through a link to a folder of the vault`(_ kind: String) throws {
        try folder.link("vault/notes", to: "deep/er")
        let (old, text) = (Array("c\n".utf8), Array("new c\n".utf8))
        let change: NoteChange =
            switch kind {
            case "mv": .move(from: "notes/c.md", to: "notes/x.md", old: old, new: text)
            case "rm": .trash(path: "notes/c.md", to: ".trash/notes/c.md", bytes: old)
            case "into": .move(from: "d.md", to: "notes/d.md", old: Array("d\n".utf8), new: text)
            default: .create(path: "notes/x.md", bytes: text)
            }
        #expect(failure(ChangePlan(title: kind, changes: [change])) == nil)
        let places = [
            "mv": "deep/er/x.md", "rm": ".trash/notes/c.md", "into": "deep/er/d.md", "create": "deep/er/x.md",
        ]
        #expect(vault[places[kind] ?? ""] == (kind == "rm" ? "c\n" : "new c\n"))
        #expect(FilePath.linkText(folder.at("vault/notes")) == "deep/er")
        #expect(!vault.keys.contains { $0.contains(".kb-change") })
    }

    @Test func `a folder that came to lead out of the vault is not looked into, and the change ends`() throws {
        try folder.write(["elsewhere/x.md": "x\n"])
        try folder.link("vault/notes", to: "deep/er")
        let plan = ChangePlan(
            title: "edit", changes: [.create(path: "notes/x.md", bytes: [65]), .create(path: "y.md", bytes: [66])])
        let files = files { [folder] step in
            // Just after the last note has come to its place.
            guard step == "sync ", folder.all.contains("vault/y.md") else { return }
            unlink(folder.at("vault/notes"))
            try? folder.link("vault/notes", to: "../elsewhere")
        }
        #expect(failure(plan, files) == nil)
        #expect(vault["deep/er/x.md"] == "A" && vault["y.md"] == "B")
        #expect(folder.all.contains("elsewhere/x.md"))
    }

    @Test func `trash keeps the path and finds a free name`() throws {
        try folder.write(["vault/.trash/d.md": "1", "vault/.trash/d 2.md": "2", "vault/.trash/deep/er": "file"])
        let trash = Trash(files: files())
        #expect(try trash.freePath(for: "d.md") == ".trash/d 3.md")
        #expect(try trash.freePath(for: "d.md", besides: [".trash/d 3.md"]) == ".trash/d 4.md")
        #expect(try trash.freePath(for: "x/y.md") == ".trash/x/y.md")
        #expect(try trash.freePath(for: "x/.hidden") == ".trash/x/.hidden")
    }
}
