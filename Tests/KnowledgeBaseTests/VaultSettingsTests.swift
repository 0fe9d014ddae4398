import KBModel
import Testing

@testable import KnowledgeBase

@Suite struct VaultSettingsTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// The vault with these files: `user` is the user's configuration, `vault` the vault's.
    private func locate(
        user: String? = nil, vault: String? = nil, _ environment: [String: String] = [:]
    ) throws -> Vault {
        try folder.write(["v/": ""])
        if let user { try folder.write(["home/.config/kb/config.yml": user]) }
        if let vault { try folder.write(["v/kb.yml": vault]) }
        let all = ["HOME": folder.at("home")].merging(environment) { $1 }
        return try VaultLocator(flag: folder.at("v"), environment: all, workingFolder: folder.path).locate()
    }

    private var userFile: SettingOrigin { .userFile(folder.at("home/.config/kb/config.yml")) }
    private var vaultFile: SettingOrigin { .vaultFile(folder.at("v/kb.yml")) }

    private func origin(_ key: String, in vault: Vault) -> SettingOrigin? {
        vault.reports.first { $0.key == key }?.origin
    }

    @Test func `each layer overrides the ones before it, and the origin is told`() throws {
        let builtIn = try locate()
        #expect(builtIn.settings.searchLimit == 10 && origin("search.limit", in: builtIn) == .builtIn)
        let user = try locate(user: "search: {limit: 20}\ncolor: never")
        #expect(user.settings.searchLimit == 20 && origin("search.limit", in: user) == userFile)
        let vault = try locate(vault: "search:\n  limit: 30")
        #expect(vault.settings.searchLimit == 30 && origin("search.limit", in: vault) == vaultFile)
        #expect(vault.settings.color == .never && origin("color", in: vault) == userFile)
        let environment = try locate(["KB_LIMIT": "40", "KB_COLOR": "always"])
        #expect(environment.settings.searchLimit == 40)
        #expect(origin("search.limit", in: environment) == .environment("KB_LIMIT"))
        #expect(environment.settings.color == .always)
        #expect(builtIn.settings.concepts && origin("concepts", in: builtIn) == .builtIn)
        let without = try locate(vault: "concepts: false")
        #expect(!without.settings.concepts && origin("concepts", in: without) == vaultFile)
        let with = try locate(vault: "concepts: false", ["KB_CONCEPTS": "1"])
        #expect(with.settings.concepts && origin("concepts", in: with) == .environment("KB_CONCEPTS"))
        let study = try locate(vault: "study: {retention: 0.8, new: 5}", ["KB_NEW": "0"])
        #expect(study.settings.retention == 0.8 && origin("study.retention", in: study) == vaultFile)
        #expect(study.settings.newCards == 0 && origin("study.new", in: study) == .environment("KB_NEW"))
        #expect(study.reports.suffix(2).map(\.value) == [.number("0.8"), .number("0")])
        #expect(try locate(vault: "study: {retention: 0.8}", ["KB_RETENTION": "0.95"]).settings.retention == 0.95)
    }

    @Test func `every key is reported once, in the order of the documentation`() throws {
        let vault = try locate(vault: "color: never\nexclude: [a]")
        let keys = [
            "notes", "index", "exclude", "concepts", "vocabulary", "templates", "add.folder", "add.template",
            "add.names",
            "daily.folder", "daily.format", "daily.template", "pager", "editor", "search.limit", "color",
            "study.retention", "study.new",
        ]
        #expect(vault.reports.map(\.key) == keys)
        #expect(vault.reports[2].value == .list([.string("a")]))
    }

    @Test func `commands come from the user and never from a vault`() throws {
        let vault = try locate(user: "pager: most\neditor: ed", vault: "# x\npager: rm -rf /\neditor: evil")
        #expect(vault.settings.pager == "most" && vault.settings.editor == "ed")
        #expect(vault.issues.map(\.path) == ["kb.yml", "kb.yml"] && vault.issues.map(\.issue.line) == [2, 3])
        let environment = try locate(["KB_PAGER": "", "KB_EDITOR": "nano"])
        #expect(environment.settings.pager == "" && environment.settings.editor == "nano")
        #expect(try locate(["KB_EDITOR": ""]).settings.editor == "ed")
    }

    @Test(arguments: [
        ("/etc", "not seen from the vault"), ("~/x", "not seen from the vault"), ("../x", "`..`"),
        ("a/../../x", "`..`"), ("out", "out of the vault"), ("out/deeper", "out of the vault"),
        ("dangling", "leads nowhere"), ("dangling/x", "leads nowhere"), ("\"\"", "empty"), ("\"a\\0b\"", "empty"),
    ])
    func `a kb.yml cannot reach outside the vault`(_ path: String, reason: String) throws {
        try folder.write(["v/": "", "elsewhere/": ""])
        try folder.link("v/out", to: "../elsewhere")
        try folder.link("v/dangling", to: "../nothing")
        for key in ["notes", "index", "vocabulary"] {
            let error = failure { try locate(vault: "\n\n\(key): \(path)") }
            guard case .configuration(folder.at("v/kb.yml"), 3, let message)? = error else {
                Issue.record("\(key): \(path) was taken: \(String(describing: error))")
                continue
            }
            #expect(message.contains(reason) && message.contains("write a path inside the vault"))
        }
    }

    @Test(arguments: ["notes", "index", "study"])
    func `a default folder that is a link out of the vault is refused`(_ name: String) throws {
        try folder.write(["v/": "", "elsewhere/": ""])
        try folder.link("v/" + name, to: folder.at("elsewhere"))
        let error = failure { try locate(vault: "") }
        guard case .configuration(folder.at("v/" + name), 0, _)? = error else {
            Issue.record("taken: \(String(describing: error))")
            return
        }
    }

    @Test func `links that stay in the vault are fine`() throws {
        try folder.write(["v/real/": ""])
        try folder.link("v/way", to: "real")
        #expect(try locate(vault: "notes: way").notesFolders == [folder.at("v/real")])
    }

    @Test(arguments: [
        ("search: {limit: many}", 1, "whole number"), ("search:\n  limit: 0", 1, "whole number"),
        ("index: [a]", 1, "must be a folder"), ("\nnotes: {a: b}", 2, "a folder or a list"),
        ("notes: [a, [b]]", 1, "a folder or a list"), ("notes: []", 1, "names no folder"),
        ("notes: true", 1, "a folder or a list"), ("color: loud", 1, "auto, always or never"),
        ("concepts: some", 1, "true or false"), ("index: .", 1, "folder of its own"), ("notes: kb.yml", 1, "is a file"),
        ("study: {retention: 1}", 1, "0.7 to 0.99"), ("study: {retention: high}", 1, "0.7 to 0.99"),
        ("study: {new: -1}", 1, "whole number from 0"), ("study: {new: 1.5}", 1, "whole number from 0"),
        ("search.limit: 99999999999999999999", 1, "whole number"), ("just words", 1, "key: value"),
        ("- a\n- b", 1, "key: value"), ("a: &x 1\nb: *x", 1, "not YAML"), ("a: [1\nb: 2", 2, "not YAML"),
    ])
    func `a value of the wrong kind stops with the line and the mend`(_ text: String, line: Int, words: String) throws {
        let error = failure { try locate(vault: text) }
        guard case .configuration(folder.at("v/kb.yml"), line, let message)? = error else {
            Issue.record("taken, or elsewhere: \(String(describing: error))")
            return
        }
        #expect(message.contains(words))
    }

    @Test(arguments: [
        ("KB_LIMIT", "ten"), ("KB_LIMIT", "-1"), ("KB_COLOR", "pink"), ("KB_CONCEPTS", "yes"), ("KB_RETENTION", "90"),
        ("KB_RETENTION", "nan"), ("KB_NEW", "-1"), ("KB_NEW", "few"),
    ])
    func `a variable that cannot be used is named`(_ name: String, value: String) throws {
        guard case .configuration("$" + name, 0, _)? = failure({ try locate([name: value]) }) else {
            Issue.record("\(name)=\(value) was taken")
            return
        }
    }

    @Test(arguments: [
        ("exlude: [a]", "perhaps `exclude` is meant"), ("search: {limt: 3}", "perhaps `search.limit` is meant"),
        ("Notes: x", "perhaps `notes` is meant"), ("weather: fine", "the keys are notes, index"),
    ])
    func `an unknown key is an issue that names the nearest one`(_ text: String, words: String) throws {
        let vault = try locate(vault: text)
        #expect(vault.issues.map(\.issue.kind) == [.configuration])
        #expect(vault.issues.first?.issue.message.contains(words) == true)
    }

    @Test func `empty values and repeated keys change nothing`() throws {
        let vault = try locate(vault: "notes:\nindex: a\nindex: b\nexclude: ~")
        #expect(vault.settings.index == "a" && vault.settings.notes == ["."] && vault.settings.exclude == [])
        #expect(vault.issues.map(\.issue.line) == [3])
    }

    @Test func `a notes folder that is missing is an issue at its line`() throws {
        let vault = try locate(vault: "# notes\nnotes: [there, gone]\nvocabulary: words.yml")
        #expect(vault.issues.map(\.issue.line) == [2, 3])
        #expect(vault.notesFolders == [folder.at("v/there"), folder.at("v/gone")])
    }

    @Test func `paths in the user's file are for vaults and leave plain folders alone`() throws {
        let plain = try locate(user: "notes: n\nindex: i\nexclude: '*.txt'")
        #expect(plain.settings.notes == ["."] && plain.settings.exclude == ["*.txt"])
        #expect(plain.indexFile.hasPrefix(folder.at("home/.cache/")))
        let vault = try locate(vault: "")
        #expect(vault.settings.notes == ["n"] && vault.indexFile == folder.at("v/i/kb.sqlite"))
    }

    @Test func `names near in Unicode are different folders`() {
        #expect(FilePath.relative("/a/e\u{301}", to: "/a/\u{e9}") == nil)
        #expect(FilePath.relative("/a/\u{301}b", to: "/a") == "\u{301}b")
        #expect(FilePath.relative("/ab", to: "/a") == nil)
        #expect(FilePath.relative("/a", to: "/") == "a")
    }
}
