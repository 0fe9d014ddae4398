import Foundation
import Testing

/// An import of notes and attachments: files are copied into the vault, and a note of it changes.
@Suite(.serialized) struct ImportCrashTests {
    private static let files: [(path: String, text: String)] = [
        ("kb.yml", "notes: [notes]\n"), ("notes/home.md", "# Home\n\nSee [[tea]].\n"), ("notes/tea.md", "# Tea\n"),
        ("../shelf/tea.md", "# Another tea\n\n![[cup.png]] [[milk]]\n"), ("../shelf/milk.md", "# Milk\n"),
        ("../shelf/pictures/cup.png", "picture"),
    ]
    private static let command = "kb import -q ../shelf"

    @Test(arguments: ["", "KB_NO_RENAME_FLAGS=1"])
    func `an import killed at any step is wholly undone or wholly made at the next start`(_ settings: String) throws {
        let whole = try Sandbox(files: Self.files)
        defer { whole.remove() }
        let old = try whole.snapshot()
        #expect(try whole.run(Self.command).status == 0)
        let new = try whole.snapshot()
        #expect(new["notes/shelf/pictures/cup.png"] == "picture")
        #expect(new["notes/home.md"] == "# Home\n\nSee [[notes/tea]].\n")
        var wholes = [0, 0]
        for step in 1... {
            let sandbox = try Sandbox(files: Self.files)
            defer { sandbox.remove() }
            let status = try sandbox.run("\(settings) KB_DIE_AT_STEP=\(step) \(Self.command)").status
            if status == 0 { break }
            #expect(status == 137, "step \(step)")
            #expect(try sandbox.run("\(settings) kb list").status == 0)
            let after = try sandbox.snapshot()
            #expect(after == old || after == new, "step \(step): \(after)")
            wholes[after == new ? 1 : 0] += 1
        }
        #expect(wholes[0] > 5 && wholes[1] > 5)
    }

    @Test func `the source is not changed, and a second import changes nothing`() throws {
        let sandbox = try Sandbox(files: Self.files)
        defer { sandbox.remove() }
        let listing =
            "cd ../shelf && find . -type f -exec stat -c '%n %Y %s' {} + | sort && cat tea.md milk.md pictures/cup.png"
        let before = try sandbox.run(listing).output
        #expect(try sandbox.run(Self.command).status == 0)
        let first = try sandbox.snapshot()
        #expect(try sandbox.run(Self.command).status == 1)
        #expect(try sandbox.snapshot() == first)
        #expect(try sandbox.run(listing).output == before)
    }

    @Test func `what comes keeps its mode, and its time when it stays byte for byte`() throws {
        let sandbox = try Sandbox(files: Self.files)
        defer { sandbox.remove() }
        let command =
            "chmod 600 ../shelf/milk.md; chmod 640 ../shelf/tea.md; chmod 4750 ../shelf/pictures/cup.png; "
            + "\(Self.command) >/dev/null; cd notes/shelf; stat -c '%a' milk.md tea.md pictures/cup.png; "
            + "stat -c %Y milk.md"
        let day = Int(Sandbox.day.timeIntervalSince1970)
        let outcome = try sandbox.run(command)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "600\n640\n750\n\(day)\n")
    }

    @Test func `a copied picture keeps its time`() throws {
        let sandbox = try Sandbox(files: Self.files)
        defer { sandbox.remove() }
        let outcome = try sandbox.run("\(Self.command) >/dev/null; stat -c %Y notes/shelf/pictures/cup.png")
        #expect(String(decoding: outcome.output, as: UTF8.self) == "\(Int(Sandbox.day.timeIntervalSince1970))\n")
    }
}
