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
    private var vault: [String: String] {
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

    private func files(_ beforeStep: @escaping (String) -> Void = { _ in }) -> ChangeFiles {
        let files = ChangeFiles(root: folder.at("vault"))
        files.beforeStep = beforeStep
        return files
    }

    private func failure(_ plan: ChangePlan = ChangeTests.plan, _ files: ChangeFiles? = nil) -> ChangeFailure? {
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
    private func steps(knowingRenameFlags: Bool = true) throws -> Int {
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

    // MARK: - Folders that move as a whole

    /// A folder with a note whose text changes, one that stays as it is, and things no plan knows of.
    private func moveFolder() throws -> ChangePlan {
        try folder.write(["vault/deep/er/empty/": "", "vault/deep/er/.hidden": "h", "vault/deep/er/d.md": "d\n"])
        chmod(folder.at("vault/deep/er"), 0o700)
        return ChangePlan(
            title: "move a folder",
            changes: [
                .edit(path: "a.md", old: Array("old a [[b]]\n".utf8), new: Array("new a\n".utf8)),
                .move(
                    from: "deep/er/c.md", to: "new/place/c.md", old: Array("c\n".utf8), new: Array("new c\n".utf8)),
                .move(from: "deep/er/d.md", to: "new/place/d.md", old: Array("d\n".utf8), new: Array("d\n".utf8)),
                .moveFile(from: "deep/er/pic.png", to: "new/place/pic.png"),
            ], folders: [FolderMove(from: "deep/er", to: "new/place")])
    }

    private static let moved = [
        "a.md": "new a\n", "b.md": "old b\n", "d.md": "d\n", "new": "", "new/place": "", "new/place/empty": "",
        "new/place/.hidden": "h", "new/place/c.md": "new c\n", "new/place/d.md": "d\n",
        "new/place/pic.png": "picture",
    ]

    @Test(arguments: [true, false])
    func `a folder keeps its mode and all that is in it`(_ knowsRenameFlags: Bool) throws {
        let plan = try moveFolder()
        let files = files()
        files.knowsRenameFlags = knowsRenameFlags
        #expect(failure(plan, files) == nil)
        #expect(vault == ChangeTests.moved)
        var status = stat()
        lstat(folder.at("vault/new/place"), &status)
        #expect(status.st_mode & 0o777 == 0o700)
    }

    @Test(arguments: ["new/place", "new/place/c.md"])
    func `a folder takes no other's place, and goes back with all that was changed in it`(_ name: String) throws {
        let plan = try moveFolder()
        let before = vault
        var isLate = false
        let files = files { [folder] step in
            guard step.hasPrefix("exchange"), !isLate else { return }
            isLate = true
            try? folder.write(["vault/" + name: "theirs"])
        }
        guard case .taken = failure(plan, files) else {
            Issue.record("it was moved")
            return
        }
        let others = vault.filter { !$0.key.hasPrefix("new") }
        #expect(others == before)
        #expect(vault[name] == "theirs")
    }

    @Test func `a file made in the new place of a folder is refused`() throws {
        var plan = try moveFolder()
        plan.changes.append(.create(path: "new/place/x.md", bytes: []))
        let before = vault
        #expect(failure(plan) == .taken(path: "new/place"))
        #expect(vault == before)
    }

    @Test func `a link in a folder moves along when it leads to the same from there`() throws {
        var plan = try moveFolder()
        try folder.link("vault/deep/er/l.md", to: "d.md")
        let changes: [NoteChange] = [.moveFile(from: "deep/er/l.md", to: "new/place/l.md")]
        plan.changes += changes
        #expect(failure(plan) == nil)
        #expect(vault["new/place/l.md"] == "d\n")
        try folder.link("vault/new/place/up.md", to: "../../a.md")
        let back = ChangePlan(
            title: "", changes: [.moveFile(from: "new/place/up.md", to: "place/up.md")],
            folders: [FolderMove(from: "new/place", to: "place")])
        #expect(failure(back) == .symbolicLink(path: "new/place/up.md"))
    }

    // MARK: - What a change leaves alone

    @Test func `attributes of a note stay when its text changes`() throws {
        // Some file systems have none.
        guard folder.attach("blue", to: "vault/a.md") else { return }
        #expect(failure() == nil)
        #expect(folder.attached(to: "vault/a.md") == "blue")
    }

    @Test func `who has another name for a note is told that it keeps the old text`() throws {
        link(folder.at("vault/a.md"), folder.at("vault/other"))
        var applier = ChangeApplier(files: files(), lasting: [])
        try applier.apply(ChangeTests.plan)
        #expect(applier.parted == ["a.md"])
        #expect(vault["a.md"] == "new a [[n]]\n" && vault["other"] == "old a [[b]]\n")
    }

    @Test(arguments: [".git/x.md", "deep/.Git/x.md", ".kb-change/x.md"])
    func `nothing is put where version control or the journal is`(_ path: String) throws {
        let plan = ChangePlan(title: "", changes: [.create(path: path, bytes: [])])
        #expect(failure(plan) == .reserved(path: path))
        #expect(vault == ChangeTests.old)
    }

    @Test func `a note and a link to it change once`() throws {
        try folder.link("vault/l.md", to: "a.md")
        let old = Array("old a [[b]]\n".utf8)
        let plan = ChangePlan(
            title: "", changes: [.edit(path: "a.md", old: old, new: [65]), .edit(path: "l.md", old: old, new: [65])])
        #expect(failure(plan) == nil)
        #expect(vault["a.md"] == "A")
    }

    @Test func `a vault that cannot be written is named, not the folder of the journal`() {
        for path in [ChangeFolder.path, ChangeFolder.path + "/journal.new"] {
            let error = KnowledgeBase.failure(.system(path: path, code: EACCES))
            let reason = SystemError.message(EACCES)
            #expect(error == .refused("the vault's own folder cannot be written: \(reason); nothing was changed"))
        }
        let message = SystemError.message(EACCES) + "; nothing was changed"
        let other = KnowledgeBase.failure(.system(path: ".kb-change.md", code: EACCES))
        #expect(other == .unwritable(path: ".kb-change.md", message: message))
    }

    // MARK: - Signals and the disk

    @Test func `a signal that comes while kb waits stops it before anything is done`() throws {
        var (asked, before) = (sigset_t(), sigset_t())
        sigemptyset(&asked)
        sigaddset(&asked, SIGTERM)
        // Waiting for this thread, so that the test goes on.
        pthread_sigmask(SIG_BLOCK, &asked, &before)
        let files = files { if $0 == "lock" { pthread_kill(pthread_self(), SIGTERM) } }
        #expect(failure(ChangeTests.plan, files) == .interrupted(path: ChangeFolder.path))
        var number: Int32 = 0
        sigwait(&asked, &number)
        pthread_sigmask(SIG_SETMASK, &before, nil)
        #expect(number == SIGTERM)
        #expect(vault == ChangeTests.old)
    }

    @Test func `what the journal tells of is safe on the disk before it does`() throws {
        var steps: [String] = []
        #expect(failure(ChangeTests.plan, files { steps.append($0) }) == nil)
        func place(_ step: String, after start: Int = 0) -> Int? {
            steps.indices.first { $0 >= start && steps[$0] == step }
        }
        let listed = try #require(place("sync "))
        let written = try #require(steps.firstIndex { $0.hasPrefix("create .kb-change-") })
        #expect(listed < written)
        let applying = try #require(place("replace .kb-change/journal.prepared .kb-change/journal.applying"))
        for folder in ["sync ", "sync fresh", "sync new"] {
            #expect(try #require(place(folder, after: written)) < applying, "\(folder)")
        }
    }
}
