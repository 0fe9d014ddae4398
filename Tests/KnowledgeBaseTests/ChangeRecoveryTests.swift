import Foundation
import Glibc
import Testing

@testable import KnowledgeBase

/// A change of `a.md`, and moves of `b.md` to `c.md` and of `pic.png` to `cup.png`, that was cut short, and what others did
/// before kb came back.
@Suite struct ChangeRecoveryTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let (old, new) = (FilePrint(Array("old a".utf8)), FilePrint(Array("new a".utf8)))

    /// The files that others made or left, and what the next kb says.
    private func settle(
        _ state: ChangeJournal.State, _ files: [String: String], picture: stat? = nil
    ) throws -> ChangeApplier.Settlement {
        try folder.write(["vault/": ""])
        try folder.write(Dictionary(uniqueKeysWithValues: files.map { ("vault/" + $0.key, $0.value) }))
        var stranger = stat()
        stranger.st_size = 123_456
        let journal = ChangeJournal(
            title: "try", machine: ChangeJournal.thisMachine, made: [], left: [],
            steps: [
                ChangeStep(
                    path: "a.md", to: nil, staged: ".kb-change-1", old: ChangeRecoveryTests.old,
                    new: ChangeRecoveryTests.new),
                ChangeStep(
                    path: "b.md", to: "c.md", staged: nil, old: FilePrint(Array("b".utf8)), new: nil,
                    mark: FileMark(stranger)),
                ChangeStep(
                    path: "pic.png", to: "cup.png", staged: nil, old: nil, new: nil,
                    mark: FileMark(picture ?? stranger)),
            ])
        try folder.write(["vault/.kb-change/journal.\(state.rawValue)": String(decoding: journal.bytes, as: UTF8.self)])
        var applier = ChangeApplier(files: ChangeFiles(root: folder.at("vault")), lasting: [])
        let settlement = applier.settle()
        // Whatever was left, it is in nobody's way any more.
        #expect(applier.settle() == .none)
        return settlement
    }

    private var vault: [String: String] {
        var found: [String: String] = [:]
        for name in folder.all where name.hasPrefix("vault/") {
            found[String(name.dropFirst(6))] = (try? String(contentsOfFile: folder.at(name), encoding: .utf8)) ?? ""
        }
        return found
    }

    @Test func `a change that is complete stays so though its notes were edited since`() throws {
        let settled = try settle(
            .applying,
            [".kb-change-1": "old a", "a.md": "new a and theirs", "c.md": "b and theirs", "cup.png": "picture"])
        #expect(settled == .finished(title: "try"))
        #expect(vault == ["a.md": "new a and theirs", "c.md": "b and theirs", "cup.png": "picture"])
    }

    @Test func `a note made anew under its old name does not undo the move`() throws {
        let settled = try settle(
            .applying,
            [".kb-change-1": "old a", "a.md": "new a", "b.md": "theirs", "c.md": "b", "cup.png": "picture"])
        #expect(settled == .finished(title: "try"))
        #expect(vault == ["a.md": "new a", "b.md": "theirs", "c.md": "b", "cup.png": "picture"])
    }

    @Test func `a note that was removed after it was changed does not undo the rest`() throws {
        let settled = try settle(.applying, [".kb-change-1": "old a", "b.md": "b", "pic.png": "picture"])
        #expect(settled == .finished(title: "try"))
        #expect(vault == ["c.md": "b", "cup.png": "picture"])
    }

    @Test func `a note edited before its step came undoes the change`() throws {
        let settled = try settle(
            .applying, [".kb-change-1": "new a", "a.md": "theirs", "b.md": "b", "pic.png": "picture"])
        guard case .undone = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(vault == ["a.md": "theirs", "b.md": "b", "pic.png": "picture"])
    }

    @Test func `a change whose new text is gone is undone`() throws {
        let settled = try settle(.applying, ["a.md": "old a", "b.md": "b", "pic.png": "picture"])
        guard case .undone(_, because: let reason?) = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(reason.contains("gone"))
        #expect(vault == ["a.md": "old a", "b.md": "b", "pic.png": "picture"])
    }

    @Test func `a folder where a note was does not keep the rest from going back`() throws {
        let settled = try settle(
            .undoing, [".kb-change-1": "old a", "a.md/x.md": "theirs", "b.md": "b", "pic.png": "picture"])
        guard case .undone = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(
            vault == [
                "a.md": "", "a.md/x.md": "theirs", "b.md": "b", "pic.png": "picture", ".trash": "",
                ".trash/a.md": "old a",
            ])
    }

    @Test func `a text that has no place in the trash stays where it is`() throws {
        let settled = try settle(
            .undoing,
            [".kb-change-1": "old a", "a.md": "theirs", "b.md": "b", "pic.png": "picture", ".trash": "a file"])
        guard case .undone = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(vault[".kb-change-1"] == "old a")
    }

    @Test func `strangers under the new names stay there when a change is undone`() throws {
        let settled = try settle(
            .undoing, [".kb-change-1": "new a", "a.md": "old a", "c.md": "stranger", "cup.png": "stranger"])
        guard case .undone = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(vault == ["a.md": "old a", "c.md": "stranger", "cup.png": "stranger"])
    }

    @Test func `what moved goes back when a change is undone, a file that was not read too`() throws {
        try folder.write(["vault/cup.png": "picture"])
        var picture = stat()
        lstat(folder.at("vault/cup.png"), &picture)
        let settled = try settle(.undoing, [".kb-change-1": "old a", "a.md": "new a", "c.md": "b"], picture: picture)
        guard case .undone = settled else {
            Issue.record("\(settled)")
            return
        }
        #expect(vault == ["a.md": "old a", "b.md": "b", "pic.png": "picture"])
    }
}
