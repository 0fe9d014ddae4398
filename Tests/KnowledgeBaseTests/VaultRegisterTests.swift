import Foundation
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct VaultRegisterTests {
    let folder: TemporaryFolder
    private var environment: [String: String] { ["HOME": folder.at("home")] }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(["home/work/kb.yml": "", "home/ml/": "", "here/work/": "", "here/plain/": ""])
    }

    private func register(in place: String = "here") -> VaultRegister {
        VaultRegister(environment: environment, workingFolder: folder.at(place))
    }

    private func root(_ flag: String?, _ more: [String: String] = [:], from place: String = "here") throws -> String {
        try VaultLocator(
            flag: flag, environment: environment.merging(more) { $1 }, workingFolder: folder.at(place)
        ).locate().root
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder.at(name))), as: UTF8.self)
    }

    private func write(config: String) throws { try folder.write(["home/.config/kb/config.yml": config]) }

    @Test func `a name goes before a folder, which a path still means`() throws {
        try write(config: "vaults:\n  work: ~/work\n")
        #expect(try root("work") == folder.at("home/work"))
        #expect(try root(nil, ["KB_VAULT": "work"]) == folder.at("home/work"))
        #expect(try root("./work") == folder.at("here/work"))
        #expect(try root("plain") == folder.at("here/plain"))
    }

    @Test func `an unknown name tells the nearest ones`() throws {
        try write(config: "vaults:\n  work: ~/work\n  ml: ~/ml\n")
        #expect(throws: KnowledgeBaseError.noSuchVaultName("wrok", nearest: ["work"])) { try root("wrok") }
    }

    @Test func `a name whose folder is gone is an error, not the folder of that name`() throws {
        try write(config: "vaults:\n  work: ~/gone\n")
        let error = #expect(throws: KnowledgeBaseError.self) { try root("work") }
        guard case .configuration(let path, _, let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == folder.at("home/.config/kb/config.yml") && message.contains(folder.at("home/gone")))
    }

    @Test(arguments: ["vaults: work\n", "vaults:\n  a b: /x\n", "vaults:\n  a: x/y\n", "vaults:\n  a: [x]\n"])
    func `a list that cannot be read names the file`(_ config: String) throws {
        try write(config: config)
        let error = #expect(throws: KnowledgeBaseError.self) { try register().vaults() }
        guard case .configuration(_, 1, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `names are added and removed, with the rest of the file as it was`() throws {
        try write(config: "# mine\ncolor: never\n")
        #expect(try register().add("work", at: "../home/work") == (folder.at("home/work"), true))
        #expect(try register().add("work", at: folder.at("home/work")).isNew == false)
        #expect(throws: KnowledgeBaseError.self) { try register().add("work", at: "plain") }
        #expect(throws: KnowledgeBaseError.noSuchVault("gone")) { try register().add("x", at: "gone") }
        #expect(throws: KnowledgeBaseError.self) { try register().add("a/b", at: "plain") }
        #expect(try register().names() == ["work"])
        #expect(try text("home/.config/kb/config.yml") == "# mine\ncolor: never\nvaults:\n  work: \"~/work\"\n")
        #expect(try register().remove("work") == folder.at("home/work"))
        #expect(try text("home/.config/kb/config.yml") == "# mine\ncolor: never\n")
        #expect(throws: KnowledgeBaseError.self) { try register().remove("work") }
    }

    @Test func `the file is made with its folders, and a link to it stays one`() throws {
        _ = try register().add("ml", at: "../home/ml")
        #expect(try text("home/.config/kb/config.yml") == "vaults:\n  ml: \"~/ml\"\n")
        try folder.write(["dotfiles/kb.yml": ""])
        try FileManager.default.removeItem(atPath: folder.at("home/.config/kb/config.yml"))
        try folder.link("home/.config/kb/config.yml", to: folder.at("dotfiles/kb.yml"))
        _ = try register().add("plain", at: "plain")
        #expect(FilePath.linkText(folder.at("home/.config/kb/config.yml")) == folder.at("dotfiles/kb.yml"))
        #expect(try text("dotfiles/kb.yml") == "vaults:\n  plain: \(folder.at("here/plain"))\n")
    }

    @Test func `the list tells how each vault is, and which one is taken here`() throws {
        try write(config: "vaults:\n  work: ~/work\n  old: /nowhere/at/all\n  bad: ~/bad\n")
        try folder.write(["home/bad/kb.yml": "notes: {}\n", "home/work/a.md": "# A\n"])
        let vault = try VaultLocator(flag: "work", environment: environment, workingFolder: folder.at("here")).locate()
        _ = try KnowledgeBase(vault: vault).tags()
        let vaults = try register(in: "home/work").vaults()
        #expect(vaults.map(\.name) == ["bad", "old", "work"])
        #expect(vaults.map(\.state) == [.broken, .missing, .indexed(notes: 1)])
        #expect(vaults.map(\.isCurrent) == [false, false, true])
    }

    @Test func `a vault's own file gives no names`() throws {
        try folder.write(["home/work/kb.yml": "vaults:\n  x: /tmp\n"])
        let vault = try VaultLocator(
            flag: folder.at("home/work"), environment: environment, workingFolder: folder.at("here")
        ).locate()
        #expect(vault.issues.map(\.issue.line) == [1])
        #expect(vault.issues.first?.issue.message.contains("config.yml") == true)
    }
}
