import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct VocabularyFileTests {
    private func reading(_ files: [String: String]) throws -> VocabularyFile.Reading {
        let vault = try EngineVault(files)
        let found = VocabularyFile(vault: try vault.located()).read()
        // The folder is there as long as the value.
        return withExtendedLifetime(vault) { found }
    }

    @Test func `a vault without a vocabulary says nothing`() throws {
        #expect(try reading([:]) == VocabularyFile.Reading())
    }

    @Test func `the vocabulary beside kb.yml is used without a setting`() throws {
        let found = try reading(["kb.yml": "", "vocabulary.yml": "- compost"])
        #expect(found.vocabulary.entries.map(\.name) == ["compost"])
        #expect(found.hash != 0)
    }

    @Test func `a setting names the vocabulary`() throws {
        let files = ["kb.yml": "vocabulary: meta/words.yml", "vocabulary.yml": "- no", "meta/words.yml": "- yes"]
        #expect(try reading(files).vocabulary.entries.map(\.name) == ["yes"])
    }

    @Test func `trouble in the vocabulary is an issue of the vault and no failure`() throws {
        let vault = try EngineVault(["kb.yml": "", "notes/a.md": "# A", "vocabulary.yml": "- name: a\n  aliases: ["])
        let issues = try vault.base().issues().filter { $0.issue.kind == .vocabulary }
        #expect(issues.map(\.path) == ["vocabulary.yml"])
        #expect(try vault.hits("A") == ["notes/a.md:1"])
    }

    @Test(arguments: ["/etc/hostname", "../outside.yml", "nowhere.yml"])
    func `a vocabulary that is a link out of the vault is not read`(_ target: String) throws {
        let vault = try EngineVault(["kb.yml": ""])
        try vault.folder.write(["outside.yml": "- secret"])
        try vault.folder.link("vault/vocabulary.yml", to: target)
        let found = VocabularyFile(vault: try vault.located()).read()
        #expect(found.vocabulary == Vocabulary())
        #expect(found.issues.map(\.issue.severity) == [.error])
    }

    @Test func `a vocabulary that is a folder is an issue`() throws {
        let found = try reading(["kb.yml": "", "vocabulary.yml/": ""])
        #expect(found.issues.map(\.issue.message).first?.contains("not a regular file") == true)
    }
}
