import Foundation
import KBModel
import Testing

@testable import KnowledgeBase

/// Whether `git` can be asked what it would ignore.
private let hasGit = ["/usr/bin/git", "/usr/local/bin/git"].first { FileManager.default.isExecutableFile(atPath: $0) }

@Suite struct ScanIgnoreTests {
    /// Whether a `.gitignore` of these lines, in the top folder, ignores `path`; a path ending in `/` is a folder.
    private func ignores(_ lines: String, _ path: String) -> Bool {
        var rules = IgnoreRules()
        rules.add(IgnorePattern.patterns(of: Array(lines.utf8)), .gitignore, base: 0)
        let isFolder = path.hasSuffix("/")
        let bytes = Array((isFolder ? String(path.dropLast()) : path).utf8)
        let name = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return rules.ignores(bytes, name: name, isFolder: isFolder)
    }

    @Test(arguments: [
        ("a.md", "a.md", true), ("a.md", "x/a.md", true), ("/a.md", "x/a.md", false), ("/a.md", "a.md", true),
        ("*.md", "x/y.md", true), ("x/*.md", "x/y/z.md", false), ("x/**/z.md", "x/z.md", true),
        ("x/**/z.md", "x/a/b/z.md", true), ("**/z", "a/b/z", true), ("**/z", "z", true), ("x/**", "x/", false),
        ("x/**", "x/a", true), ("a**b", "axxb", true), ("x/a**b", "x/a/b", false), ("d/", "d/", true),
        ("d/", "d", false), ("a?c", "abc", true), ("x/a?c", "x/a/c", false), ("[a-c]", "b", true),
        ("[!a-c]", "b", false), ("[]]", "]", true), ("[a-]", "-", true), ("[[:digit:]]x", "7x", true),
        ("[[:nope:]]x", "7x", false), ("[a", "[a", false), ("\\#a", "#a", true), ("#a", "#a", false),
        ("\\!a", "!a", true), ("a\\ ", "a ", true), ("a  ", "a", true), ("a\t", "a", false), ("a\r\nb\r\n", "a", true),
        ("\u{FEFF}a", "a", true), ("\\*", "*", true), ("\\*", "b", false), ("*\n!a", "a", false), ("!a\n*", "a", true),
        ("", "a", false), ("/", "a", false), ("!", "a", false), ("a\\", "a", false), ("ü*", "übung", true),
    ])
    func `patterns mean what git says they mean`(_ lines: String, path: String, isIgnored: Bool) {
        #expect(ignores(lines, path) == isIgnored)
    }

    @Test(.timeLimit(.minutes(1)))
    func `hostile patterns take no exponential time`() {
        let stars = String(repeating: "*a", count: 200) + "b"
        let folders = String(repeating: "**/a/", count: 200) + "b"
        #expect(!ignores(stars, String(repeating: "a", count: 250)))
        #expect(!ignores(folders, String(repeating: "a/", count: 120) + "c"))
    }

    @Test(.enabled(if: hasGit != nil, "git is not installed"), arguments: 1...12)
    func `random trees with random ignore files give what git gives`(seed: Int) throws {
        var random = Seeded(state: UInt64(seed))
        let folder = try TemporaryFolder()
        let tree = Tree(&random)
        try folder.write(tree.files)
        let git = try #require(hasGit)
        _ = try run(git, ["init", "-q", "."], in: folder.path, input: "")
        let notes = tree.files.keys.filter { $0.hasSuffix(".md") }.sorted()
        let asked = notes.joined(separator: "\0") + "\0"
        let answer = try run(git, ["check-ignore", "-z", "--no-index", "--stdin"], in: folder.path, input: asked)
        let ignored = Set(answer.split(separator: "\0").map(String.init))
        let vault = Vault(
            root: folder.path, notesFolders: [folder.path], indexFile: "/nowhere/kb.sqlite", logFile: "/nowhere/log",
            configFile: nil, choice: .flag, settings: .standard)
        let found = Set(try VaultScanner(vault: vault).scan().added.map(\.path))
        let expected = Set(notes).subtracting(ignored)
        let rules = tree.files.filter { $0.key.hasSuffix("ignore") }
        #expect(found == expected, "\(found.symmetricDifference(expected).sorted()) with \(rules)")
        #expect(notes.count > 100)
    }

    private func run(_ program: String, _ arguments: [String], in folder: String, input: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        // Nobody's own excludes may have a say.
        process.environment = ["HOME": folder, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]
        let asked = folder + "/.git-input"
        try Data(input.utf8).write(to: URL(fileURLWithPath: asked))
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: asked))
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}

/// A tree of notes with ignore files, drawn from few names so that patterns hit.
private struct Tree {
    var files: [String: String] = [:]
    private let names = ["a", "b", "ab", "foo", "fo.o", "bar", "a b", "x[1]", "-", "ü"]
    private let pieces = [
        "a", "b", "ab", "foo", "bar", "*", "?", "**", "f*", "*o", "[ab]", "[!a]", "[a-f]*", "fo?", "\\a", "x[[]1]",
        "[[:alpha:]]*", "a\\ b", "-", "ü", "*.md", "a.md", "[^b]*.md",
    ]

    init(_ random: inout Seeded) {
        for _ in 0..<160 {
            let depth = random.below(4)
            let folders = (0..<depth).map { _ in names[random.below(names.count)] + "/" }.joined()
            files[folders + names[random.below(names.count)] + ".md"] = "x"
        }
        let folders = files.keys.sorted().map { ($0 as NSString).deletingLastPathComponent }
        for place in 0..<6 {
            let folder = place == 0 ? "" : folders[random.below(folders.count)]
            let lines = (0..<(1 + random.below(6))).map { _ in pattern(&random) }
            files[folder.isEmpty ? ".gitignore" : folder + "/.gitignore"] = lines.joined(separator: "\n")
        }
    }

    private func pattern(_ random: inout Seeded) -> String {
        // git takes `foo**/bar` to match `foobar`, against its own manual: `**` is drawn as a whole part alone.
        let parts = (0..<(1 + random.below(3))).map { _ in pieces[random.below(pieces.count)] }
        return (random.below(4) == 0 ? "!" : "") + (random.below(4) == 0 ? "/" : "") + parts.joined(separator: "/")
            + (random.below(4) == 0 ? "/" : "")
    }
}

/// SplitMix64, so that a failing tree can be made again.
private struct Seeded {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
