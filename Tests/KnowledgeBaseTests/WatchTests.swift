import Foundation
import Glibc
import KBModel
import KBStore
import Testing

@testable import KnowledgeBase

/// The system reports a change before the call that makes it returns, so that nothing here waits.
@Suite struct WatchTests {
    let vault: EngineVault

    init() throws {
        vault = try EngineVault([
            "a.md": "# Alpha\n\nZebras.\n", "data/b.md": "# Beta\n\nLions.\n", "data/picture.png": "png",
            "node_modules/c.md": "No note.\n",
        ])
    }

    private func refresher() -> VaultRefresher {
        let locator = VaultLocator(
            flag: nil, environment: ["HOME": vault.folder.at("home"), "XDG_CACHE_HOME": vault.folder.at("cache")],
            workingFolder: vault.folder.path)
        return VaultRefresher(root: vault.notes.path, locator: locator, progress: nil)
    }

    /// Runs a line of the shell in the folder that holds `vault`, `home` and `cache`.
    private func shell(_ line: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-ec", line]
        process.currentDirectoryURL = URL(fileURLWithPath: vault.folder.path)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(line)")
    }

    /// The paths of the notes in the index as it is.
    private func indexed() throws -> [String] { try vault.base(.asIndexed).notePaths() }

    // MARK: - What matters

    @Test(arguments: [
        "echo more >> vault/a.md",
        "printf '# New' > vault/new.txt",
        "rm vault/data/b.md",
        "mv vault/a.md vault/data/a.md",
        "mv vault/a.md elsewhere.md",
        "touch -d 2020-01-01 vault/a.md",
        "mkdir vault/empty",
        "mkdir -p vault/x/y && echo deep > vault/x/y/z.md",
        "mv vault/data vault/facts",
        "mv vault/data elsewhere",
        "rm -r vault/data",
        "echo a.md > vault/.kbignore",
        "echo b.md > vault/data/.gitignore",
        "echo 'exclude: data/' > vault/kb.yml",
        "mkdir -p home/.config/kb && echo 'exclude: data/' > home/.config/kb/config.yml",
        "ln -s picture.png vault/data/drawing",
        "mkdir vault/.git",
        "mkdir .git",
        "mv vault elsewhere",
        "rm -r vault",
        // As editors save: vim, sed, Emacs.
        "mv vault/a.md vault/a.md~ && echo new > vault/a.md && rm vault/a.md~",
        "sed -i s/Zebras/Gnus/ vault/a.md",
        "echo new > 'vault/#a.md#' && mv 'vault/#a.md#' vault/a.md",
    ])
    func `what changes the notes, or which they are, is of interest`(_ line: String) throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        #expect(!refresher.hasNews())
        try shell(line)
        #expect(refresher.hasNews())
    }

    @Test(arguments: [
        "cat vault/a.md > vault/copy.png",
        "echo more >> vault/data/picture.png && rm vault/data/picture.png",
        "echo lock > vault/.a.md.swp && rm vault/.a.md.swp",
        "ln -s someone@host vault/.#a.md && rm vault/.#a.md",
        "echo draft > 'vault/#a.md#' && rm 'vault/#a.md#'",
        "echo draft > vault/.a.md.77.kb-new && rm vault/.a.md.77.kb-new",
        "mkdir vault/.kb-change && echo journal > vault/.kb-change/prepared && rm -r vault/.kb-change",
        "echo more >> vault/node_modules/c.md",
        "echo beside > elsewhere.md",
        "cat vault/a.md > /dev/null",
    ])
    func `what changes no note is of no interest`(_ line: String) throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try shell(line)
        #expect(!refresher.hasNews())
    }

    @Test(arguments: ["notes: .\n", "index: data\n", "index: data/deep/in\n"])
    func `writing an index in the vault is of no interest`(_ settings: String) throws {
        try vault.write(["kb.yml": settings])
        let refresher = refresher()
        _ = try refresher.refresh()
        _ = refresher.hasNews()
        for text in ["one", "two", "three"] {
            try vault.write(["a.md": text])
            #expect(refresher.hasNews())
            #expect(try refresher.refresh().report.changed == 1)
            #expect(!refresher.hasNews())
        }
    }

    @Test func `folders made during a look are watched before they are read`() throws {
        let refresher = refresher()
        for round in 0..<4 {
            try shell("mkdir -p vault/n\(round)/m && echo text > vault/n\(round)/m/note.md")
            _ = try refresher.refresh()
            _ = refresher.hasNews()
            try shell("echo more >> vault/n\(round)/m/note.md")
            #expect(refresher.hasNews())
        }
    }

    @Test func `a folder that left the vault is of no interest any more`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try shell("mv vault/data elsewhere")
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().folders == 1)
        try shell("echo more >> elsewhere/b.md && rm -r elsewhere")
        #expect(!refresher.hasNews())
    }

    // MARK: - Symbolic links

    @Test(arguments: [
        "echo more >> vault/.hidden/target",
        "echo new > vault/.hidden/new && mv vault/.hidden/new vault/.hidden/target",
        "rm vault/.hidden/target",
        "rm vault/current && ln -s data vault/current",
        "rm vault/linked.md",
        "echo there > vault/.hidden/missing",
    ])
    func `what a symbolic link leads to is of interest, step by step`(_ line: String) throws {
        try shell(
            "mkdir vault/.hidden && echo text > vault/.hidden/target && ln -s .hidden vault/current && "
                + "ln -s current/target vault/linked.md && ln -s .hidden/missing vault/dangling.md")
        let refresher = refresher()
        #expect(try refresher.refresh().report.notes == 3)
        #expect(!refresher.hasNews())
        try shell(line)
        #expect(refresher.hasNews())
    }

    @Test func `symbolic links that lead round in a circle end`() throws {
        try shell("ln -s y.md vault/x.md && ln -s x.md vault/y.md && ln -s . vault/self && ln -s ../vault vault/up")
        #expect(try refresher().refresh().report.notes == 2)
    }

    // MARK: - Looking

    @Test func `settings and ignore files are read anew at each look`() throws {
        let refresher = refresher()
        #expect(try refresher.refresh().report.notes == 2)
        try vault.write([".kbignore": "data/\n"])
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().report.notes == 1)
        try vault.write(["kb.yml": "exclude: a.md\n"])
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().report.notes == 0)
        try shell("rm vault/kb.yml vault/.kbignore")
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().report.notes == 2)
    }

    @Test func `a slip in the settings is an error until it is mended`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try vault.write(["kb.yml": "notes: [\n"])
        #expect(refresher.hasNews())
        #expect(throws: KnowledgeBaseError.self) { try refresher.refresh() }
        try vault.write(["kb.yml": "notes: data\n"])
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().report.notes == 1)
    }

    @Test func `an index that is deleted is built again`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        #expect(!refresher.hasNews())
        try shell("rm -r cache/kb")
        #expect(refresher.hasNews())
        #expect(try refresher.refresh().report.rebuilt == "there was none")
        #expect(try indexed() == ["a.md", "data/b.md"])
        #expect(!refresher.hasNews())
    }

    @Test func `an index that another process writes is asked for again`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try vault.write(["new.md": "# New\n"])
        let lock = try WriterLock.acquire(for: vault.located().indexFile, waiting: true)
        #expect(try refresher.refresh().isPostponed)
        withExtendedLifetime(lock) {}
        #expect(try indexed() == ["a.md", "data/b.md"])
    }

    @Test func `a look that is stopped leaves the index as it was`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try vault.write(["new.md": "# New\n"])
        refresher.isStopping = { true }
        #expect(throws: KnowledgeBaseError.interrupted) { try refresher.refresh() }
        #expect(try indexed() == ["a.md", "data/b.md"])
        refresher.isStopping = { false }
        #expect(try refresher.refresh().report.added == 1)
    }

    @Test func `a first look that is stopped leaves nothing`() throws {
        let refresher = refresher()
        refresher.isStopping = { true }
        #expect(throws: KnowledgeBaseError.interrupted) { try refresher.refresh() }
        #expect(throws: KnowledgeBaseError.self) { try vault.base(.asIndexed).tags() }
        #expect(!vault.folder.all.contains { $0.hasSuffix(".new") })
    }

    @Test func `a vault that is gone is an error of its own, and may come back`() throws {
        let refresher = refresher()
        _ = try refresher.refresh()
        try shell("mv vault elsewhere")
        #expect(refresher.hasNews())
        #expect(throws: KnowledgeBaseError.noSuchVault(vault.notes.path)) { try refresher.refresh() }
        try shell("mkdir vault && echo '# Back' > vault/back.md")
        #expect(refresher.hasNews())
        let report = try refresher.refresh().report
        #expect(report.added == 1 && report.removed == 2)
        try vault.write(["back.md": "# Once more\n"])
        #expect(refresher.hasNews())
    }

    @Test func `a change of notes that was interrupted is settled`() throws {
        try shell("mkdir vault/.kb-change && touch vault/.kb-change/lock")
        #expect(try refresher().refresh().remarks.isEmpty)
        #expect(!vault.folder.all.contains("vault/.kb-change"))
    }

    @Test func `the report names what was touched`() throws {
        let refresher = refresher()
        #expect(try refresher.refresh().report.touched.isEmpty)
        try shell("echo more >> vault/a.md && echo new > vault/n.md && rm vault/data/b.md")
        let touched = try refresher.refresh().report.touched
        #expect(touched == [.init(.removed, "data/b.md"), .init(.changed, "a.md"), .init(.added, "n.md")])
    }
}
