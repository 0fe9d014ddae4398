import Foundation
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct VocabularyEditTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault(["kb.yml": "", "notes/.keep": ""])
        try vault.write(Dictionary(uniqueKeysWithValues: ConceptVault.notes.map { ("notes/\($0.key)", $0.value) }))
    }

    private func edit(_ edit: VocabularyEdit, isDryRun: Bool = false) throws -> VocabularyChange {
        try vault.base().edit(vocabulary: edit, isDryRun: isDryRun)
    }

    private func error(of edit: VocabularyEdit) -> KnowledgeBaseError? {
        #expect(throws: KnowledgeBaseError.self) { try self.edit(edit) }
    }

    /// The vocabulary file; nil when there is none.
    private var file: String? { try? String(contentsOfFile: vault.notes.at("vocabulary.yml"), encoding: .utf8) }

    private func concept(_ name: String) throws -> Concept { try vault.base().concept(name).concept }

    @Test func `merged concepts are one, in the notes as in the file`() throws {
        #expect(try concept("oxalic acid").name == "oxalic acid")
        let change = try edit(.merge(others: ["Oxalic acids"], into: "brood nest"))
        #expect(file == "- name: brood nest\n  aliases: [oxalic acid]\n")
        #expect(change.before == nil)
        #expect(change.steps.map(\.line) == [1])
        #expect(try concept("oxalic acid").name == "brood nest")
        let again = try edit(.merge(others: ["oxalic acid"], into: "brood nest"))
        #expect(again.isNothing)
        #expect(again.steps.map(\.line) == [nil])
    }

    @Test func `a split takes a merge back`() throws {
        _ = try edit(.merge(others: ["oxalic acid"], into: "brood nest"))
        _ = try edit(.split(spellings: ["oxalic acid"], from: "brood nest"))
        #expect(try concept("oxalic acid").name == "oxalic acid")
        #expect(try concept("brood nest").aliases.contains("oxalic acid") == false)
    }

    @Test func `a renamed concept goes by both names`() throws {
        _ = try edit(.rename("sugar roll", to: "powder test"))
        #expect(file == "- name: powder test\n  aliases: [sugar roll]\n")
        #expect(try concept("sugar roll").name == "powder test")
        #expect(try concept("powder test").notes > 0)
    }

    @Test func `a hidden concept is not listed until it is shown again`() throws {
        func names() throws -> [String] { try vault.base().concepts().concepts.map(\.name) }
        let before = try names()
        #expect(before.contains("sugar roll"))
        _ = try edit(.hide("sugar roll"))
        #expect(try names().contains("sugar roll") == false)
        _ = try edit(.unhide("sugar roll"))
        #expect(try names() == before)
        #expect(file == "")
    }

    @Test func `a dry run writes nothing`() throws {
        let change = try edit(.hide("sugar roll"), isDryRun: true)
        #expect(String(decoding: change.after, as: UTF8.self) == "- name: sugar roll\n  hidden: true\n")
        #expect(file == nil)
    }

    @Test func `a name that nobody knows is refused with the nearest`() {
        guard case .noSuchConcept("sugar rill", let nearest)? = error(of: .hide("sugar rill")) else {
            Testing.Issue.record("a slip was taken")
            return
        }
        #expect(nearest.contains("sugar roll"))
        #expect(file == nil)
    }

    @Test func `a name that only the file knows will do`() throws {
        try vault.write(["vocabulary.yml": "- smoker\n"])
        _ = try edit(.hide("Smoker"))
        #expect(file == "- name: smoker\n  hidden: true\n")
    }

    @Test func `a rename to another concept's name is refused`() {
        guard case .refused(let message)? = error(of: .rename("brood nest", to: "sugar rolls")) else {
            Testing.Issue.record("two concepts got one name")
            return
        }
        #expect(message.contains("kb concept merge 'sugar roll' 'brood nest'"))
    }

    @Test func `a broken file is left alone`() throws {
        try vault.write(["vocabulary.yml": "- name: [\n"])
        guard case .configuration("vocabulary.yml", let line, _)? = error(of: .hide("sugar roll")) else {
            Testing.Issue.record("a broken file was edited")
            return
        }
        #expect(line > 0)
        #expect(file == "- name: [\n")
    }

    @Test func `the file that the setting names is edited`() throws {
        try vault.write(["kb.yml": "vocabulary: meta/words.md", "meta/words.md": "# Ours\r\n"])
        #expect(try edit(.hide("sugar roll")).path == "meta/words.md")
        let text = try String(contentsOfFile: vault.notes.at("meta/words.md"), encoding: .utf8)
        #expect(text == "# Ours\r\n- name: sugar roll\r\n  hidden: true\r\n")
    }

    @Test func `a vocabulary is no note, whatever it is called`() throws {
        try vault.write(["kb.yml": "notes: .\nvocabulary: words [1].md", "words [1].md": "- name: zymurgy\n"])
        #expect(try vault.hits("zymurgy") == [])
        #expect(try vault.base().concept("zymurgy").concept.name == "zymurgy")
    }
}
