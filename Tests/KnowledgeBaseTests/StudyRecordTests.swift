import Foundation
import Glibc
import KBModel
import Synchronization
import Testing

@testable import KBStudy
@testable import KnowledgeBase

@Suite struct StudyRecordTests {
    private let now = Instant(seconds: 1_767_225_605)
    private let card: StudyID
    private let other: StudyID

    init() throws {
        card = try #require(StudyID("k3v9"))
        other = try #require(StudyID("9cny"))
    }

    private func vault(_ files: [String: String] = ["kb.yml": ""]) throws -> EngineVault { try EngineVault(files) }

    private func log(_ vault: EngineVault) throws -> StudyLog {
        StudyLog(reading: Array(try Data(contentsOf: URL(fileURLWithPath: try vault.located().logFile))))
    }

    private func failure(_ body: () throws -> Void) -> KnowledgeBaseError? {
        do { try body() } catch { return error as? KnowledgeBaseError }
        return nil
    }

    @Test func `without a log nothing was done`() throws {
        let vault = try vault()
        #expect(try vault.base().studyState() == StudyState([]))
        #expect(vault.folder.all.contains("vault/study") == false)
    }

    @Test func `what is recorded is on disk, numbered in order, and read by the next run`() throws {
        let vault = try vault()
        let base = try vault.base()
        let first = try base.record([.tick(card), .tick(other)], at: now)
        let second = try base.record([.untick(card)], at: now)
        #expect((first + second).map(\.id.number) == [1, 2, 3])
        #expect(Set((first + second).map(\.id.origin)).count == 1)
        #expect(try log(vault).events == first + second)
        #expect(try base.studyState().ticks.keys.sorted() == [other])
        #expect(try vault.base().studyState() == base.studyState())
    }

    @Test func `two runs draw different words`() throws {
        let vault = try vault()
        let ids = try (0..<4).flatMap { _ in try vault.base().record([.tick(card)], at: now) }.map(\.id)
        #expect(Set(ids.map(\.origin)).count == 4)
        #expect(ids.map(\.number) == [1, 2, 3, 4])
    }

    @Test func `nothing to record makes no log`() throws {
        let vault = try vault()
        #expect(try vault.base().record([], at: now).isEmpty)
        #expect(!vault.folder.all.contains("vault/study"))
    }

    @Test func `a plain folder stays as it is, and its log is the user's alone`() throws {
        let vault = try vault(["a.md": "# A\n"])
        let before = try vault.snapshot()
        try vault.base().record([.tick(card)], at: now)
        #expect(try vault.snapshot() == before)
        let file = try vault.located().logFile
        #expect(file.hasPrefix(vault.folder.at("home/.local/state/kb/vault-")))
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o077 == 0)
        #expect(stat((file as NSString).deletingLastPathComponent, &status) == 0 && status.st_mode & 0o077 == 0)
    }

    @Test(
        arguments: [
            // Half a line, a whole line without its line feed, zeros that a crash left.
            (#"{"v":1,"id":"2-8f3a","at":"2026-01"#, 2),
            (#"{"v":1,"id":"2-8f3a","at":"2026-01-01T00:00:06Z","kind":"tick","of":"k3v9"}"#, 3),
            ("\0\0\0\0", 2),
        ])
    func `a torn last line is mended and nothing else is lost`(_ rest: String, count: Int) throws {
        let line = #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick","of":"9cny"}"# + "\n"
        let vault = try vault(["kb.yml": "", "study/log.jsonl": line + rest])
        let new = try vault.base().record([.untick(card)], at: now)
        let log = try log(vault)
        #expect(log.events.count == count)
        #expect(log.events.last == new.first)
        #expect(new.first?.id.number == count)
        #expect(log.issues.isEmpty && !log.lacksLineEnd)
    }

    @Test func `a line that cannot be read stays, is a remark, and an issue of the vault`() throws {
        let bad = "<<<<<<< HEAD\n"
        let vault = try vault(["kb.yml": "", "study/log.jsonl": bad])
        let base = try vault.base()
        try base.record([.tick(card)], at: now)
        #expect(try base.studyState().ticks.count == 1)
        _ = try base.studyState()
        #expect(base.remarks == [.studyLog(path: vault.notes.at("study/log.jsonl"), lines: 1)])
        #expect(try base.issues().map(\.path) == ["study/log.jsonl"])
        #expect(try String(contentsOfFile: vault.notes.at("study/log.jsonl"), encoding: .utf8).hasPrefix(bad))
    }

    @Test func `two machines' logs give one state in either order`() throws {
        let (one, two) = (try vault(), try vault())
        let (first, second) = (try one.base(), try two.base())
        try first.record([.review(card, .good, seconds: 3), .tick(other)], at: now)
        try second.record([.review(card, .again, seconds: nil)], at: now.adding(days: 2))
        try second.record([.suspend(other)], at: now)
        let texts = try [one, two].map { try String(contentsOfFile: $0.notes.at("study/log.jsonl"), encoding: .utf8) }
        let merged = try vault(["kb.yml": "", "study/log.jsonl": texts[0] + texts[1]])
        let turned = try vault(["kb.yml": "", "study/log.jsonl": texts[1] + texts[0] + texts[1]])
        let state = try merged.base().studyState()
        #expect(try turned.base().studyState() == state)
        #expect(state.cards[card]?.reviews.map(\.grade) == [.good, .again])
        #expect(state.cards[other]?.isSuspended == true)
    }

    @Test func `what another run wrote is seen before the next event is numbered`() throws {
        let vault = try vault()
        let (one, two) = (try vault.base(), try vault.base())
        try one.record([.tick(card)], at: now)
        let second = try two.record([.tick(other)], at: now)
        let third = try one.record([.untick(card)], at: now)
        #expect((second + third).map(\.id.number) == [2, 3])
        #expect(try two.studyState().ticks.keys.sorted() == [other])
    }

    @Test func `many writers at once lose nothing and never share a number`() throws {
        let vault = try vault()
        let (writers, each) = (4, 25)
        let (located, card, now) = (try vault.located(), card, now)
        let failures = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: writers) { _ in
            let base = KnowledgeBase(vault: located)
            for _ in 0..<each {
                do { try base.record([.tick(card), .untick(card)], at: now) } catch {
                    failures.add(1, ordering: .relaxed)
                }
            }
        }
        let log = try log(vault)
        #expect(failures.load(ordering: .relaxed) == 0)
        #expect(log.issues.isEmpty)
        #expect(log.events.map(\.id.number) == Array(1...(writers * each * 2)))
    }

    @Test func `a log whose numbers are used up still takes events`() throws {
        let line = #"{"v":1,"id":"9223372036854775807-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick","of":"9cny"}"#
        let vault = try vault(["kb.yml": "", "study/log.jsonl": line + "\n"])
        let base = try vault.base()
        let events = try [.tick(card), .untick(other)].flatMap { try base.record([$0], at: now.adding(seconds: 1)) }
        #expect(Set(events.map(\.id)).count == 2)
        #expect(try vault.base().studyState().ticks.keys.sorted() == [card])
    }

    @Test func `a link out of the vault is not followed`() throws {
        let vault = try vault()
        try vault.folder.write(["elsewhere/": ""])
        let base = try vault.base()
        try vault.folder.link("vault/study", to: vault.folder.at("elsewhere"))
        let path = vault.notes.at("study/log.jsonl")
        let refusal = KnowledgeBaseError.unwritable(
            path: path, message: "a symbolic link leads out of the vault, or nowhere")
        #expect(failure { try base.record([.tick(card)], at: now) } == refusal)
        try vault.remove("study")
        try vault.folder.write(["vault/study/": ""])
        try vault.folder.link("vault/study/log.jsonl", to: vault.folder.at("elsewhere/log.jsonl"))
        #expect(failure { try base.record([.tick(card)], at: now) } == refusal)
        #expect(!vault.folder.all.contains("elsewhere/log.jsonl"))
    }

    @Test func `a log that cannot be written is an error that names it`() throws {
        let vault = try vault(["kb.yml": "", "study/log.jsonl/": ""])
        let path = vault.notes.at("study/log.jsonl")
        let base = try vault.base()
        #expect(
            failure { try base.record([.tick(card)], at: now) } == .unwritable(path: path, message: "Is a directory"))
        try vault.remove("study/log.jsonl")
        mkfifo(path, 0o600)
        #expect(
            failure { try base.record([.tick(card)], at: now) }
                == .unwritable(path: path, message: "not a regular file"))
    }

    @Test func `a file that git put in its place meanwhile is the one written`() throws {
        let vault = try vault()
        let base = try vault.base()
        try base.record([.tick(card)], at: now)
        try vault.write(["new": try String(contentsOfFile: vault.notes.at("study/log.jsonl"), encoding: .utf8)])
        try vault.remove("study/log.jsonl")
        try vault.rename("new", to: "study/log.jsonl")
        #expect(try base.record([.tick(other)], at: now).first?.id.number == 2)
        #expect(try log(vault).events.count == 2)
    }

    @Test func `the desired retention is that of the settings`() throws {
        let vault = try vault(["kb.yml": "study:\n  retention: 0.8\n  new: 7\n"])
        #expect(try vault.base().scheduler.retention == 0.8)
        #expect(try vault.located().settings.newCards == 7)
    }
}
