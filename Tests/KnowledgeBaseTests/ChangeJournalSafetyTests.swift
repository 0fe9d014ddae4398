import Foundation
import Glibc
import Testing

@testable import KnowledgeBase

/// A vault may come from anywhere, with a journal in it that no kb wrote.
@Suite struct ChangeJournalSafetyTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write([
            "victim/precious.txt": "precious", "victim/.profile": "mine", "vault/payload": "evil", "vault/a.md": "a",
            "vault/deep/b.md": "b", "vault/.git/config": "[core]",
        ])
        try folder.link("vault/out", to: "../victim")
    }

    private var all: [String: String] {
        var found: [String: String] = [:]
        for name in folder.all where !name.hasPrefix("vault/.kb-change") {
            found[name] = (try? String(contentsOfFile: folder.at(name), encoding: .utf8)) ?? ""
        }
        return found
    }

    private func settle(
        _ state: ChangeJournal.State, _ steps: [ChangeStep], made: [String] = [], left: [String] = []
    ) throws -> ChangeApplier.Settlement {
        let journal = ChangeJournal(
            title: "a gift", machine: ChangeJournal.thisMachine, made: made, left: left, steps: steps)
        try folder.write(["vault/.kb-change/journal.\(state.rawValue)": String(decoding: journal.bytes, as: UTF8.self)])
        var applier = ChangeApplier(files: ChangeFiles(root: folder.at("vault")), lasting: [])
        return applier.settle()
    }

    private static func move(_ path: String, _ to: String, isFolder: Bool = false) -> ChangeStep {
        ChangeStep(path: path, to: to, staged: nil, old: nil, new: nil, isFolder: isFolder)
    }

    private static func content(_ path: String, _ staged: String) -> ChangeStep {
        ChangeStep(path: path, to: nil, staged: staged, old: nil, new: FilePrint(Array("evil".utf8)))
    }

    static let strange: [ChangeStep] = [
        move("payload", "../victim/.profile"), move("payload", "/tmp/kb-never"), move("payload", "out/new"),
        move("payload", "deep/../../victim/new"), move("../victim/precious.txt", "stolen"),
        move("/etc/hostname", "stolen"), move("out/precious.txt", "stolen"), move("payload", ".git/hooks/pre-commit"),
        move("payload", "deep/.GIT/config"), move("deep", ".git/hooks", isFolder: true), move("payload", ""),
        move("payload", ".kb-change/journal.done"), move("payload", "deep//x"), move("payload", "./x"),
        content("a.md", "/etc/hostname"), content("a.md", "../victim/precious.txt"), content("a.md", "payload"),
        content("a.md", "deep/.kb-change-1"), content("deep/b.md", ".kb-change-1"), content("a.md", ".kb-change-"),
        content("a.md", ".kb-change-x"), content("a.md", ".kb-change-1/../payload"), content("a.md", "deep/b.md"),
        content("out/new", "out/.kb-change-1"),
    ]

    @Test(arguments: strange, ChangeJournal.State.allCases)
    func `a journal that reaches for more than the vault's own files does nothing`(
        _ step: ChangeStep, _ state: ChangeJournal.State
    ) throws {
        let before = all
        guard case .unfinished = try settle(state, [step]) else {
            Issue.record("it was carried out")
            return
        }
        #expect(all == before)
    }

    @Test(arguments: ["../victim/new", "/tmp/kb-never", "out/new", ".git/refs", ".."])
    func `nor does one that makes or leaves folders elsewhere`(_ path: String) throws {
        let before = all
        for (made, left) in [([path], []), ([], [path])] {
            guard case .unfinished = try settle(.done, [], made: made, left: left) else {
                Issue.record("it was carried out")
                return
            }
            #expect(all == before)
        }
    }

    @Test func `a link that a journal puts in its own way leads nowhere`() throws {
        // When the journal is read, there is no `way` that leads anywhere.
        _ = try settle(
            .applying,
            [ChangeJournalSafetyTests.move("out", "way"), ChangeJournalSafetyTests.move("payload", "way/new")])
        #expect(!folder.all.contains("victim/new"))
        #expect(all["vault/payload"] == "evil")
    }

    @Test func `a journal or its folder that is a link is left alone`() throws {
        let journal = ChangeJournal(
            title: "a gift", machine: ChangeJournal.thisMachine, made: [], left: [],
            steps: [ChangeJournalSafetyTests.move("payload", "taken")])
        try folder.write(["vault/text": String(decoding: journal.bytes, as: UTF8.self), "vault/.kb-change/": ""])
        try folder.link("vault/.kb-change/journal.applying", to: "../text")
        var applier = ChangeApplier(files: ChangeFiles(root: folder.at("vault")), lasting: [])
        guard case .unfinished = applier.settle() else {
            Issue.record("a linked journal was followed")
            return
        }
        try FileManager.default.moveItem(atPath: folder.at("vault/.kb-change"), toPath: folder.at("vault/other"))
        unlink(folder.at("vault/other/journal.applying"))
        rename(folder.at("vault/text"), folder.at("vault/other/journal.applying"))
        try folder.link("vault/.kb-change", to: "other")
        guard case .unfinished = applier.settle() else {
            Issue.record("a linked folder was followed")
            return
        }
        #expect(all["vault/payload"] == "evil")
    }

    // Only the superuser can give files away.
    @Test(.enabled(if: getuid() == 0)) func `another user's journal is left alone`() throws {
        let journal = ChangeJournal(
            title: "a gift", machine: ChangeJournal.thisMachine, made: [], left: [],
            steps: [ChangeJournalSafetyTests.move("payload", "taken")])
        try folder.write(["vault/.kb-change/journal.applying": String(decoding: journal.bytes, as: UTF8.self)])
        chown(folder.at("vault/.kb-change/journal.applying"), 65534, 65534)
        var applier = ChangeApplier(files: ChangeFiles(root: folder.at("vault")), lasting: [])
        guard case .unfinished(let reason) = applier.settle() else {
            Issue.record("it was carried out")
            return
        }
        #expect(reason.contains("another user"))
        #expect(all["vault/payload"] == "evil")
    }

    @Test func `a journal is read back as it was written`() throws {
        var status = stat()
        lstat(folder.at("vault/a.md"), &status)
        let print = FilePrint(Array("a".utf8))
        let journal = ChangeJournal(
            title: "all", machine: "here", made: ["x"], left: ["deep"],
            steps: [
                ChangeStep(path: "a.md", to: "x/a.md", staged: ".kb-change-1", old: print, new: print),
                ChangeStep(
                    path: "deep", to: "x/deep", staged: nil, old: nil, new: nil, mark: FileMark(status), isFolder: true),
            ])
        #expect(ChangeJournal(journal.bytes) == journal)
    }
}
