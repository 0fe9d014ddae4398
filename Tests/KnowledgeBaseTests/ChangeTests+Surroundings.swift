import Foundation
import Glibc
import KBEdit
import KBModel
import Testing

@testable import KnowledgeBase

/// What a change leaves alone, and what comes from outside: signals, a failing disk.
extension ChangeTests {
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
