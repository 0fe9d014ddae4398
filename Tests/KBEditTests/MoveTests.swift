import KBEdit
import KBModel
import KBParse
import Testing

@Suite struct MoveTests {
    /// What a move makes of a text with links: the note that holds it, and the vault around it.
    struct Case: CustomTestStringConvertible, Sendable {
        var move: (String, String)
        var path: String
        var old: String
        var new: String
        var others: [String] = []
        var files: Set<String> = []
        var testDescription: String { "\(move.0) → \(move.1): \(old)" }
    }

    static let cases: [Case] = [
        // Names.
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "[[Old]] [[old#H|t]] ![[Old]]",
            new: "[[New]] [[New#H|t]] ![[New]]"),
        Case(move: ("Old.md", "New.md"), path: "a.md", old: "[[Old.md]] [[ Old |x]]", new: "[[New.md]] [[ New |x]]"),
        Case(move: ("Old.md", "f/Old.md"), path: "a.md", old: "[[Old]] `[[Old]]`", new: "[[Old]] `[[Old]]`"),
        Case(move: ("Old.md", "f/New.md"), path: "a.md", old: "[[Old]]", new: "[[f/New]]", others: ["g/New.md"]),
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "| a |\n| - |\n| [[Old\\|x]] |",
            new: "| a |\n| - |\n| [[New\\|x]] |"),
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "---\nup: \"[[Old]]\"\n---\n",
            new: "---\nup: \"[[New]]\"\n---\n"),
        Case(
            move: ("Old.md", "It's.md"), path: "a.md", old: "---\nup: ['[[Old#a|b]]']\n---\n",
            new: "---\nup: ['[[It''s#a|b]]']\n---\n"),
        Case(
            move: ("Old.md", "C# in a day.md"), path: "a.md", old: "[[Old#H x]]",
            new: "[Old#H x](C%23%20in%20a%20day.md#H%20x)"),
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "# On [[Old#A]] ##\n\n[[Old]]",
            new: "# On [[New#A|Old#A]] ##\n\n[[New]]"),
        // Paths in brackets.
        Case(move: ("f/Old.md", "g/New.md"), path: "a.md", old: "[[f/Old]]", new: "[[g/New]]"),
        Case(move: ("d/f/Old.md", "d/g/Old.md"), path: "a.md", old: "[[f/Old]]", new: "[[g/Old]]"),
        Case(move: ("f/Old.md", "Old.md"), path: "f/a.md", old: "[[./Old]]", new: "[[../Old]]"),
        // A namesake appears or goes.
        Case(move: ("b/Other.md", "b/Old.md"), path: "a.md", old: "[[Old]]", new: "[[c/Old]]", others: ["c/Old.md"]),
        Case(move: ("c/x/Old.md", "New.md"), path: "a.md", old: "[[Old]]", new: "[[Old]]", others: ["b/Old.md"]),
        // Markdown.
        Case(
            move: ("Old.md", "f/New note.md"), path: "g/a.md", old: "[t](../Old.md#h \"T\")",
            new: "[t](../f/New%20note.md#h \"T\")"),
        Case(
            move: ("Old.md", "New note.md"), path: "a.md", old: "[t](<Old.md>) [t](Old)",
            new: "[t](<New note.md>) [t](New%20note)"),
        Case(move: ("Old.md", "f/New.md"), path: "g/a.md", old: "[t](/Old.md)", new: "[t](/f/New.md)"),
        Case(
            move: ("Ä ö.md", "Ü ü.md"), path: "a.md", old: "[t](%C3%84%20%C3%B6.md) [t](<Ä ö.md>)",
            new: "[t](%C3%9C%20%C3%BC.md) [t](<Ü ü.md>)"),
        Case(move: ("Old.md", "a (b.md"), path: "a.md", old: "[t](./Old.md)", new: "[t](./a%20%28b.md)"),
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "[t][r] [r] [s]\n\n[r]: Old.md#x 'T'\n",
            new: "[t][r] [r] [s]\n\n[r]: New.md#x 'T'\n"),
        Case(move: ("Old.md", "x: y.md"), path: "a.md", old: "[t](Old.md)", new: "[t](./x:%20y.md)"),
        Case(
            move: ("Is it?.md", "New.md"), path: "a.md",
            old: "[[Is it?#H]] [t](Is%20it%3F.md) [t](Is%20it%3F.md?a=1#h)",
            new: "[[New#H]] [t](New.md) [t](New.md?a=1#h)"),
        Case(move: ("Old.md", "Is it?.md"), path: "a.md", old: "[t](<Old.md>)", new: "[t](<Is it%3F.md>)"),
        Case(move: ("f/index.md", "g/index.md"), path: "a.md", old: "[t](f/) [t](f)", new: "[t](g/) [t](g)"),
        Case(
            move: ("Old.md", "New.md"), path: "a.md", old: "<a href='Old.md#x'>t</a>", new: "<a href='New.md#x'>t</a>"),
        // The note that moves.
        Case(
            move: ("a.md", "f/b.md"), path: "a.md", old: "[t](Old.md) [[Old]] ![](i.png) [[a#x]]",
            new: "[t](../Old.md) [[Old]] ![](../i.png) [[b#x]]", others: ["Old.md"], files: ["i.png"]),
        Case(
            move: ("f/a.md", "a.md"), path: "f/a.md", old: "[t](x/gone.pdf) [t](../../out.md) [u](v) [t](#h)",
            new: "[t](f/x/gone.pdf) [t](../out.md) [u](v) [t](#h)"),
        // A folder.
        Case(
            move: ("f", "g/f"), path: "f/a.md", old: "[t](b.md) [t](gone.png) [t](../c.md) ![[i.png]]",
            new: "[t](b.md) [t](gone.png) [t](../../c.md) ![[i.png]]", others: ["f/b.md", "c.md"], files: ["f/i.png"]),
        Case(
            move: ("f", "g"), path: "c.md", old: "[t](f/b.md) ![](f/i.png) [[f/b]] [t](f/gone.png) [t](f)",
            new: "[t](g/b.md) ![](g/i.png) [[g/b]] [t](g/gone.png) [t](g)", others: ["f/b.md"], files: ["f/i.png"]),
    ]

    @Test(arguments: cases)
    func `a link follows in the style it is written in`(_ example: Case) {
        for (end, mark) in [("\n", ""), ("\r\n", "\u{FEFF}")] {
            func ended(_ text: String) -> String {
                mark + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
            }
            var vault = MadeUpVault([example.path: ended(example.old)], files: example.files)
            for path in example.others { vault.notes[path] = "x" }
            let isFolder = !example.move.0.contains(".")
            if !isFolder, vault.notes[example.move.0] == nil { vault.notes[example.move.0] = "x" }
            let (plan, moves) = vault.plan(example.move.0, example.move.1)
            let new = vault.applying(plan).notes[moves.newPath(of: example.path)]
            #expect(new == ended(example.new))
        }
    }

    @Test func `what kb cannot keep is a remark, and the bytes stay`() {
        let vault = MadeUpVault(["Old.md": "", "a.md": "---\nup: \"[[Old]]\"\n---\n"])
        let plan = vault.plan("Old.md", "a|b.md").plan
        #expect(plan.changes.count == 1)
        #expect(plan.remarks.map(\.kind) == [.unkept])
        #expect(plan.remarks.first?.line == 2)
    }

    @Test func `a note in another encoding is not changed`() {
        let moves = MoveSet(files: [.init(from: "Old.md", to: "New.md", isNote: true)])
        let vault = MadeUpVault(["Old.md": "", "a.md": "[[Old]]"])
        var planner = MovePlanner(title: "t", moves: moves, before: vault.map(), after: vault.moved(moves).map())
        planner.add(Array("caf".utf8) + [0xE9] + Array(" [[Old]]".utf8), path: "a.md")
        let plan = planner.plan()
        #expect(plan.changes == [] && plan.remarks.map(\.kind) == [.skipped])
    }

    @Test func `a link that led nowhere and now leads somewhere is told`() {
        let plan = MadeUpVault(["Old.md": "", "a.md": "[[New]]"]).plan("Old.md", "New.md").plan
        #expect(plan.remarks.map(\.kind) == [.found])
    }

    @Test(
        arguments: [
            ("x", "---\naliases:\n  - Old\n---\nx"), ("---\nalias: A, B\n---\n", "---\nalias: [A, B, Old]\n---\n"),
            ("---\naliases: [A] # c\n---\n", "---\naliases: [A, Old] # c\n---\n"),
            ("---\naliases:\n- A # c\nb: 1\n---\n", "---\naliases:\n- A # c\n- Old\nb: 1\n---\n"),
            ("---\naliases:\nb: 1\n---\n", "---\naliases:\n  - Old\nb: 1\n---\n"),
            ("---\naliases: [old]\n---\n", "---\naliases: [old]\n---\n"),
            ("---\nb: 1\n---\n", "---\nb: 1\naliases:\n  - Old\n---\n"),
            ("---\n{\"b\": 1}\n---\n", "---\n{\"b\": 1, \"aliases\": [\"Old\"]}\n---\n"),
        ])
    func `the old name becomes an alias when asked`(_ old: String, _ new: String) {
        let vault = MadeUpVault(["Old.md": old])
        #expect(vault.applying(vault.plan("Old.md", "New.md", keepsOldName: true).plan).notes["New.md"] == new)
    }
}
