import Glibc
import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct VaultLocatorTests {
    let folder: TemporaryFolder
    /// A home of its own, so that nobody's configuration is read.
    var home: String { folder.at("home") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(["home/": ""])
    }

    private func locate(
        flag: String? = nil, _ environment: [String: String] = [:], from place: String, indexFolder: String? = nil
    ) throws(KnowledgeBaseError) -> Vault {
        let all = ["HOME": home].merging(environment) { $1 }
        return try VaultLocator(
            flag: flag, environment: all, workingFolder: folder.at(place), indexFolder: indexFolder
        ).locate()
    }

    @Test func `the flag goes before the environment, that before a kb.yml above, that before the working folder`()
        throws
    {
        try folder.write(["home/a/kb.yml": "", "home/a/b/c/": "", "flag/": "", "variable/": ""])
        let variable = ["KB_VAULT": folder.at("variable")]
        let byFlag = try locate(flag: folder.at("flag"), variable, from: "home/a/b/c")
        #expect(byFlag.root == folder.at("flag") && byFlag.choice == .flag)
        let byVariable = try locate(variable, from: "home/a/b/c")
        #expect(byVariable.root == folder.at("variable") && byVariable.choice == .environment)
        let byAncestor = try locate(["KB_VAULT": ""], from: "home/a/b/c")
        #expect(byAncestor.root == folder.at("home/a") && byAncestor.choice == .ancestor)
        let plain = try locate(from: "flag")
        #expect(plain.root == folder.at("flag") && plain.choice == .workingFolder && plain.configFile == nil)
    }

    @Test func `a relative name is seen from the working folder`() throws {
        try folder.write(["x/y/": ""])
        #expect(try locate(flag: "y", from: "x").root == folder.at("x/y"))
        #expect(try locate(flag: "../x/./y/", from: "x").root == folder.at("x/y"))
        #expect(try locate(["KB_VAULT": "y"], from: "x").root == folder.at("x/y"))
    }

    @Test func `the search upwards looks at the home folder and not above it`() throws {
        try folder.write(["kb.yml": "", "home/a/": ""])
        #expect(try locate(from: "home/a").choice == .workingFolder)
        try folder.write(["home/kb.yml": ""])
        #expect(try locate(from: "home/a").root == home)
        #expect(try locate(["HOME": folder.at("elsewhere")], from: "home/a").root == home)
    }

    @Test func `a folder called kb.yml makes no vault`() throws {
        try folder.write(["home/a/kb.yml/x": ""])
        #expect(try locate(from: "home/a").choice == .workingFolder)
    }

    @Test func `a plain folder keeps index and log in the user's folders and is not written to`() throws {
        try folder.write(["home/My notes ü/a.md": "a"])
        let before = folder.all
        let vault = try locate(flag: folder.at("home/My notes ü"), from: "home")
        #expect(vault.notesFolders == [vault.root])
        let name = UserFolders.name(forVaultAt: vault.root)
        #expect(name.hasPrefix("My-notes----") && name.utf8.count == "My-notes----".utf8.count + 16)
        #expect(vault.indexFile == home + "/.cache/kb/\(name)/kb.sqlite")
        #expect(vault.logFile == home + "/.local/state/kb/\(name)/log.jsonl")
        #expect(vault.fallbackIndexFile == nil && !vault.isIndexMoved)
        #expect(folder.all == before)
    }

    @Test func `one folder has one index by whatever path it is reached`() throws {
        try folder.write(["real/": "", "other/real/": ""])
        try folder.link("way", to: "real")
        #expect(try locate(from: "way").indexFile == locate(from: "real").indexFile)
        #expect(try locate(from: "other/real").indexFile != locate(from: "real").indexFile)
    }

    @Test(arguments: [("/var/c", "/var/c/kb/"), ("", "/home/.cache/kb/"), ("relative", "/home/.cache/kb/")])
    func `XDG folders count when they are absolute`(_ value: String, expected: String) throws {
        let index = try locate(["XDG_CACHE_HOME": value], from: "home").indexFile
        #expect(index.hasPrefix(value.hasPrefix("/") ? expected : folder.path + expected))
    }

    @Test func `a vault with a kb.yml keeps everything in itself`() throws {
        try folder.write(["v/kb.yml": "", "v/notes/a.md": "a"])
        let vault = try locate(from: "v")
        #expect(vault.configFile == folder.at("v/kb.yml"))
        #expect(vault.notesFolders == [folder.at("v/notes")])
        #expect(vault.indexFile == folder.at("v/index/kb.sqlite"))
        #expect(vault.logFile == folder.at("v/study/log.jsonl"))
        #expect(vault.fallbackIndexFile?.hasPrefix(home + "/.cache/kb/v-") == true)
    }

    @Test func `without a folder called notes the vault itself holds the notes`() throws {
        try folder.write(["v/kb.yml": "", "v/a.md": "a"])
        let vault = try locate(from: "v")
        #expect(vault.notesFolders == [vault.root] && vault.settings.notes == ["."])
    }

    @Test func `an index that cannot be written where it belongs moves to the cache, unless one is there`() throws {
        // A file where the folder should be stops even the superuser.
        try folder.write(["v/kb.yml": "index: x/y", "v/x": "no folder", "w/kb.yml": "index: x", "w/x/kb.sqlite": ""])
        let moved = try locate(from: "v")
        #expect(moved.isIndexMoved && moved.fallbackIndexFile == nil)
        #expect(moved.indexFile.hasPrefix(home + "/.cache/kb/v-"))
        let kept = try locate(from: "w")
        #expect(!kept.isIndexMoved && kept.indexFile == folder.at("w/x/kb.sqlite"))
    }

    @Test func `the index goes where flag or environment say, in this order`() throws {
        try folder.write(["v/kb.yml": "", "w/": ""])
        let variable = ["KB_INDEX_DIR": folder.at("by-variable")]
        #expect(try locate(variable, from: "v").indexFile == folder.at("by-variable/kb.sqlite"))
        #expect(try locate(variable, from: "w").indexFile == folder.at("by-variable/kb.sqlite"))
        let flagged = try locate(variable, from: "w", indexFolder: "by-flag")
        #expect(flagged.indexFile == folder.at("w/by-flag/kb.sqlite"))
        #expect(flagged.reports.first { $0.key == "index" }?.origin == .flag("--index-dir"))
        #expect(try !locate(["KB_INDEX_DIR": ""], from: "v").indexFile.contains("by-"))
    }

    @Test func `what is no folder is no vault`() throws {
        try folder.write(["file": "", "v/": ""])
        try folder.link("dangling", to: "nowhere")
        for name in ["file", "nothing", "dangling", "file/x", "", "a\0b"] {
            #expect(throws: KnowledgeBaseError.noSuchVault(name)) { try locate(flag: name, from: "") }
        }
        #expect(throws: KnowledgeBaseError.noSuchVault("gone")) { try locate(["KB_VAULT": "gone"], from: "v") }
        #expect(throws: KnowledgeBaseError.noSuchVault(folder.at("gone"))) { try locate(from: "gone") }
    }

    @Test func `a home that is not set is looked up, and is not needed where everything is in the vault`() throws {
        try folder.write(["v/kb.yml": "", "w/": ""])
        let environment = ["HOME": "", "XDG_CONFIG_HOME": folder.at("none")]
        #expect(try locate(environment, from: "v").indexFile == folder.at("v/index/kb.sqlite"))
        #expect(try locate(environment, from: "w").indexFile.hasSuffix("/kb.sqlite"))
    }

    @Test func `a kb.yml that leads out of the vault or nowhere is refused`() throws {
        try folder.write(["outside.yml": "index: i", "v/": "", "w/": ""])
        try folder.link("v/kb.yml", to: "../outside.yml")
        try folder.link("w/kb.yml", to: "nowhere.yml")
        for place in ["v", "w"] {
            guard case .configuration(folder.at("\(place)/kb.yml"), 0, _)? = failure({ try locate(from: place) }) else {
                Issue.record("\(place) was taken")
                continue
            }
        }
    }

    @Test func `a pipe called kb.yml is refused at once`() throws {
        try folder.write(["v/": ""])
        #expect(mkfifo(folder.at("v/kb.yml"), 0o600) == 0)
        let message = "cannot be read: not a regular file"
        #expect(throws: KnowledgeBaseError.configuration(path: folder.at("v/kb.yml"), line: 0, message: message)) {
            try locate(from: "v")
        }
    }
}

/// The error that `body` throws.
func failure<T>(_ body: () throws -> T) -> KnowledgeBaseError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error as? KnowledgeBaseError
    }
}
