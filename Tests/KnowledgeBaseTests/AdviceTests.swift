import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct AdviceTests {
    private static let notes = [
        "bread/sourdough.md": """
        # Sourdough

        A loaf without yeast from the shop. #food/bread

        ## Feeding the starter

        Feed the starter twice a day with equal weights of rye flour and water. Keep it warm, between 24 and 28
        degrees, and discard half before each feeding. A starter that doubles in four hours is ready to bake with.

        ## Shaping

        Fold the dough towards the middle until the surface is tight, then let it rest in a basket dusted with flour.
        """,
        "bread/flour.md": """
        # Flour

        Rye flour ferments faster than wheat, since it holds more minerals. Whole grain flour takes more water.
        #food/bread
        """,
        "bread/oven.md": """
        ---
        aliases: [baking stone]
        ---
        # Oven

        Steam during the first ten minutes keeps the crust soft, so that the loaf can rise. #food/bread #Kitchen
        """,
        "boats/knots.md": """
        # Knots

        A bowline makes a fixed loop that does not slip. The clove hitch fastens a rope to a post. #sailing
        """,
        "boats/sails.md": """
        # Sails

        Reef the mainsail early when the wind freshens, before the boat heels too far. #sailing
        """,
    ]

    private static func draft(
        _ text: String, title: String = "Draft", path: String = "draft.md", tags: [String] = []
    ) -> Draft { Draft(title: title, text: text, path: path, tags: tags) }

    private func advice(
        on draft: Draft, in notes: [String: String] = notes
    ) throws -> DraftAdvice {
        let vault = try EngineVault(notes)
        return try withExtendedLifetime(vault) { try vault.base().advice(on: draft) }
    }

    private static let copy = """
        Feed the starter twice a day with equal weights of rye flour and water. Keep it warm, between 24 and 28
        degrees, and discard half before each feeding. A starter that doubles in four hours is ready to bake with.
        """

    // MARK: - Duplicates

    @Test func `a copy is found where it stands`() throws {
        let found = try advice(on: Self.draft(Self.copy)).duplicates
        #expect(found.map(\.path) == ["bread/sourdough.md"])
        #expect(found.first?.line == 7)
        #expect(found.first?.headingPath == ["Sourdough", "Feeding the starter"])
        #expect(found.first?.share == 1)
        #expect(found.first?.excerpt.hasPrefix("Feed the starter twice a day") == true)
    }

    @Test func `an edited copy is found`() throws {
        let text = """
            The starter is fed twice a day, with the same weight of rye flour and water. It is kept warm, between 24 and
            28 degrees, half of it discarded before every feeding. When it doubles in four hours it is ready to bake.
            """
        let found = try advice(on: Self.draft(text)).duplicates
        #expect(found.map(\.path) == ["bread/sourdough.md"])
        #expect((0.4..<1).contains(found.first?.share ?? 0))
    }

    @Test func `a part of a draft that stands elsewhere is found`() throws {
        let text = """
            # My week

            On Monday we went to see the new harbour and counted eleven cranes, two of them painted red.

            ## Baking

            \(Self.copy)
            """
        let found = try advice(on: Self.draft(text)).duplicates
        #expect(found.map(\.line) == [7])
        #expect((0.4..<0.9).contains(found.first?.share ?? 0))
    }

    @Test func `another text on the same subject is none, but stands on its concepts`() throws {
        let text = """
            My starter died in winter. I revived it with rye flour and honey, on top of the fridge, and it took nine days.
            """
        let found = try advice(on: Self.draft(text))
        #expect(found.duplicates.isEmpty)
        #expect(found.sections.map(\.path).contains("bread/sourdough.md"))
        #expect(found.sections.first?.concepts.contains("rye flour") == true)
    }

    @Test func `sections that say the same are not told again as sections on the same concepts`() throws {
        let found = try advice(on: Self.draft(Self.copy))
        #expect(
            !found.sections.contains { $0.path == "bread/sourdough.md" && $0.headingPath.last == "Feeding the starter" }
        )
    }

    @Test func `a note of the same title is told, whatever it says`() throws {
        let found = try advice(on: Self.draft("Nothing in common.", title: "knots")).duplicates
        #expect(found.map(\.path) == ["boats/knots.md"])
        #expect(found.first?.hasSameTitle == true)
        #expect(found.first?.share == 0)
    }

    @Test func `the note that a draft goes into may say it already, and is no link`() throws {
        let found = try advice(on: Self.draft(Self.copy, title: "", path: "bread/sourdough.md"))
        #expect(found.duplicates.map(\.isInTarget) == [true])
        #expect(!found.links.contains { $0.path == "bread/sourdough.md" })
        #expect(!found.sections.contains { $0.path == "bread/sourdough.md" })
    }

    // MARK: - Tags

    @Test func `tags are those of similar notes`() throws {
        let text = "Rye flour and a wet dough: the loaf needs steam and a hot oven to rise, and the crust a long bake."
        #expect(try advice(on: Self.draft(text)).tags.first?.tag == "food/bread")
        #expect(try !advice(on: Self.draft(text, tags: ["food/bread"])).tags.contains { $0.tag == "food/bread" })
        #expect(try !advice(on: Self.draft(text + " #Food/Bread")).tags.contains { $0.tag == "food/bread" })
    }

    @Test func `a tag whose word stands in the draft is told as the vault spells it`() throws {
        var notes = Self.notes
        notes["tools.md"] = "# Tools\n\nA scale. #Kitchen\n"
        let tags = try advice(on: Self.draft("What the kitchen lacks: a second sink."), in: notes).tags
        #expect(tags.map(\.tag) == ["Kitchen"])
    }

    // MARK: - Links

    @Test(arguments: ["flour", "Flour", "flours"])
    func `a note that is named may be linked where it is named`(words: String) throws {
        let links = try advice(on: Self.draft("First line.\n\nBuy more \(words) before Sunday.\n")).links
        #expect(links.first?.path == "bread/flour.md")
        #expect(links.first?.words == words)
        #expect(links.first?.line == 3)
    }

    @Test func `an alias is a name`() throws {
        let links = try advice(on: Self.draft("Heat the baking stone for an hour.")).links
        #expect(links.first { $0.words == "baking stone" }?.path == "bread/oven.md")
    }

    @Test(arguments: ["Buy more [[flour]].", "Buy more [stuff](bread/flour.md)."])
    func `what is linked already is not told`(text: String) throws {
        #expect(
            try !advice(on: Self.draft(text + " The best flour is fresh.")).links.contains {
                $0.path == "bread/flour.md"
            })
    }

    @Test func `a name in code is no mention`() throws {
        #expect(try !advice(on: Self.draft("Run `flour` twice.")).links.contains { $0.words != nil })
    }

    // MARK: - Any draft, any vault

    @Test(
        arguments: [
            "", " ", "x", "word", "?!", "\u{0}", "…", "#", "---\n---\n", "---\n", "```", "[[",
            "flour flour flour flour flour",
            "Ein Brot aus Roggenmehl braucht Geduld und Wärme.", "酵母をあたためて、粉と水をまぜる。", "\u{FFFD}\u{202E}",
        ])
    func `any draft can be asked about`(text: String) throws {
        let found = try advice(on: Self.draft(text, title: text))
        #expect(found.duplicates.isEmpty)
        #expect(found.bytesRead == nil)
    }

    @Test func `an empty vault says nothing`() throws {
        #expect(try advice(on: Self.draft(Self.copy), in: [:]).isEmpty)
    }

    @Test func `one note is enough to be repeated`() throws {
        let found = try advice(on: Self.draft(Self.copy), in: ["only.md": "# Only\n\n" + Self.copy])
        #expect(found.duplicates.map(\.path) == ["only.md"])
    }

    @Test func `a vault without concepts gives advice as well`() throws {
        var notes = Self.notes
        notes["kb.yml"] = "notes: [.]\nconcepts: false\n"
        let found = try advice(on: Self.draft(Self.copy), in: notes)
        #expect(found.duplicates.count == 1)
        #expect(!found.links.isEmpty)
    }

    @Test func `of a huge draft the beginning is looked at, and that is told`() throws {
        let text = Self.copy + String(repeating: "\n\nAnother line about nothing at all.", count: 40_000)
        let found = try advice(on: Self.draft(text))
        #expect(found.bytesRead == 65_536)
    }

    @Test func `the order in which notes came to be makes no difference`() throws {
        let draft = Self.draft(
            "The loaf: rye flour, a warm starter, steam. \(Self.copy) Then to the boat, with a rope.")
        let atOnce = try EngineVault(Self.notes)
        let expected = try atOnce.base().advice(on: draft)
        let vault = try EngineVault()
        for (path, text) in Self.notes.sorted(by: { $0.key > $1.key }) {
            try vault.write([path: text])
            _ = try vault.base().refresh()
        }
        #expect(try vault.base().advice(on: draft) == expected)
        #expect(!expected.isEmpty)
    }

    @Test func `asking changes nothing`() throws {
        let vault = try EngineVault(Self.notes)
        let base = try vault.base()
        let first = try base.advice(on: Self.draft(Self.copy))
        #expect(try base.advice(on: Self.draft(Self.copy)) == first)
        #expect(base.notePaths().count == Self.notes.count)
    }
}
