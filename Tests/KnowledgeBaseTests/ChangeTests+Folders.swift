import Foundation
import Glibc
import KBEdit
import KBModel
import Testing

@testable import KnowledgeBase

/// Folders that move as a whole.
extension ChangeTests {
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
}
