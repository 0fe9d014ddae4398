import KBEdit
import KBModel
import Testing

@Suite("Notes that come into a vault")
struct ArrivalTests {
    /// The vault's notes, after those of `coming` came into the folder `in`; those that changed or came, and the remarks.
    private func arrival(
        of coming: MadeUpVault, into vault: MadeUpVault
    ) -> (texts: [String: String], remarks: [ChangeRemark]) {
        let moves = MoveSet(
            files: (coming.notes.keys.sorted() + coming.files.sorted()).map {
                .init(from: $0, to: "in/" + $0, isNote: coming.notes[$0] != nil)
            }, folders: [.init(from: "", to: "in", isNote: false)])
        var after = coming.moved(moves)
        after.notes.merge(vault.notes) { $1 }
        after.files.formUnion(vault.files)
        var planner = ArrivalPlanner(moves: moves, source: coming.map(), before: vault.map(), after: after.map())
        var texts: [String: String] = [:]
        for (path, text) in coming.notes.sorted(by: { $0.key < $1.key }) {
            texts["in/" + path] = String(decoding: planner.arriving(Array(text.utf8), path: path), as: UTF8.self)
        }
        for (path, text) in vault.notes.sorted(by: { $0.key < $1.key }) {
            planner.standing(Array(text.utf8), path: path)
        }
        let plan = planner.plan(title: "t")
        for change in plan.changes {
            texts[change.path] = change.newBytes.map { String(decoding: $0, as: UTF8.self) }
        }
        return (texts, plan.remarks)
    }

    @Test func `links that lead where they led keep their bytes`() {
        let text = "[[b]] [x](sub/b.md) ![[p.png]] [gone](../gone.md) [dead](dead.md)  \r\n"
        let (texts, remarks) = arrival(
            of: MadeUpVault(["a.md": text, "sub/b.md": ""], files: ["p.png"]), into: MadeUpVault(["c.md": "[[c]]"]))
        #expect(texts == ["in/a.md": text, "in/sub/b.md": ""])
        #expect(remarks.isEmpty)
    }

    @Test func `of namesakes each is still meant by the links that meant it`() {
        let (texts, _) = arrival(
            of: MadeUpVault(["a.md": "[[b]]", "b.md": ""]), into: MadeUpVault(["c.md": "[[b]]", "x/b.md": ""]))
        #expect(texts == ["in/a.md": "[[in/b]]", "in/b.md": "", "c.md": "[[x/b]]"])
    }

    @Test func `an alias that is the name of a note of the vault gives way`() {
        let (texts, _) = arrival(
            of: MadeUpVault(["a.md": "[[b]]", "c.md": "---\naliases: [b]\n---\n"]), into: MadeUpVault(["b.md": ""]))
        #expect(texts["in/a.md"] == "[[c]]")
    }

    @Test func `a path from the root leads into the folder, one that led nowhere stays`() {
        let (texts, _) = arrival(
            of: MadeUpVault(["s/a.md": "[x](/b.md) [[/b]] [y](/gone.md)", "b.md": ""]), into: MadeUpVault([:]))
        #expect(texts["in/s/a.md"] == "[x](/in/b.md) [[/in/b]] [y](/gone.md)")
    }

    @Test func `what led nowhere and finds a note now is told`() {
        let (texts, remarks) = arrival(of: MadeUpVault(["a.md": "[[c]]"]), into: MadeUpVault(["c.md": "[[a]]"]))
        #expect(texts == ["in/a.md": "[[c]]"])
        #expect(remarks.map(\.kind) == [.found, .found])
        #expect(remarks.map(\.path) == ["c.md", "in/a.md"])
    }
}
