import Foundation
import KBModel
import KBStudy
import Testing

@testable import KnowledgeBase

@Suite struct ChecklistTopicTests {
    private let bees = """
        # Bees

        ## Feeding

        - Mix sugar and water
        - Winter feeding
          - Fondant above the cluster
        - Clean the feeders

        ## Inspection

        - Look for eggs
        - A word on feeding: stop when the honey flows

        """
    private let garden = """
        # Garden plan

        - Plant clover
        - Feeding of the lawn

        """

    private func items(_ topic: String...) throws -> [String] {
        let vault = try EngineVault(["bees.md": bees, "plans/garden.md": garden])
        return try vault.base().checklist(of: topic).items.map(\.text)
    }

    @Test func `a concept covers sections headed by it and lines that treat it, in every note`() throws {
        let found = try items("feeding")
        #expect(found.contains("Mix sugar and water") && found.contains("Fondant above the cluster"))
        #expect(found.contains("Feeding of the lawn"))
        #expect(!found.contains("Look for eggs") && !found.contains("Plant clover"))
    }

    @Test func `a note and a section of one are topics`() throws {
        #expect(try items("plans/garden.md") == ["Plant clover", "Feeding of the lawn"])
        #expect(try items("plans/garden") == ["Plant clover", "Feeding of the lawn"])
        #expect(try items("bees#Inspection").count == 2)
    }

    @Test func `several topics are divided by commas`() throws {
        #expect(try items("garden.md,", "bees.md#Inspection").count == 4)
    }

    @Test func `without a topic all lines are taken, each once`() throws {
        #expect(try items().count == 8)
    }

    @Test func `what nothing treats is an error`() throws {
        let vault = try EngineVault(["bees.md": bees])
        #expect(throws: KnowledgeBaseError.self) { try vault.base().checklist(of: ["zeppelins"]) }
    }

    @Test func `a depth and a limit leave out the rest`() throws {
        let vault = try EngineVault(["bees.md": bees, "plans/garden.md": garden])
        defer { withExtendedLifetime(vault) {} }
        let base = try vault.base()
        #expect(!(try base.checklist(of: [], options: ChecklistOptions(depth: 1)).items.contains { $0.level > 0 }))
        let cut = try base.checklist(of: [], options: ChecklistOptions(limit: 3))
        #expect(cut.items.count == 3)
        #expect(cut.hidden == 5)
    }

    @Test func `an item is done when one of its lines is ticked`() throws {
        let vault = try EngineVault([
            "a.md": "# A\n\n- Rotten apples\n- Dig holes\n", "b.md": "# B\n\n- Apples, rotten\n",
        ])
        let base = try vault.base()
        try base.tick(["b.md:3"], at: Instant(seconds: 1_767_225_605))
        let items = try vault.base().checklist(of: []).items
        #expect(items.filter(\.isDone).map(\.sources.count) == [2])
    }

    @Test func `ids are those that lines are ticked by`() throws {
        let vault = try EngineVault(["bees.md": bees, "plans/garden.md": garden])
        defer { withExtendedLifetime(vault) {} }
        let base = try vault.base()
        let lines = Dictionary(uniqueKeysWithValues: try base.studyLines().map { ($0.source, $0.id) })
        for item in try base.checklist(of: []).items { #expect(item.sources.first.flatMap { lines[$0] } == item.id) }
    }
}
