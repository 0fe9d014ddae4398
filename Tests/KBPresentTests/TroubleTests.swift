import KBModel
import KBPresent
import Testing

@Suite struct TroubleTests {
    @Test(
        arguments: [
            (.unclosedQuote(at: 4), "foo \"bar", "foo ^\"bar"), (.unopenedParenthesis(at: 8), "ü 漢 a)", "ü 漢 a^)"),
            (.emptyFilter("tag", at: 0), "tag:", "^tag:"), (.malformedNear(at: 2), "a\tNEAR()", "a ^NEAR()"),
            (.missingOperand(of: "OR", at: 99), "a OR", "a OR^"),
        ] as [(QueryError, String, String)])
    func `a slip in a query has a caret below it`(_ error: QueryError, query: String, marked: String) {
        let lines = KnowledgeBaseError.query(error, text: query).message.split(separator: "\n")
        let shown = marked.split(separator: "^", omittingEmptySubsequences: false).joined()
        let caret = String(
            repeating: " ", count: (marked.split(separator: "^").first.map(String.init) ?? "").displayWidth)
        #expect(lines.count == 3)
        #expect(lines.dropFirst().first == "  \(shown)")
        #expect(lines.last == (marked.hasPrefix("^") ? "  ^" : "  \(caret)^"))
    }

    @Test func `a query that asks for nothing has no place to point at`() {
        #expect(
            KnowledgeBaseError.query(.nothingRequired, text: "-a").message
                == "there is nothing to look for; name at least one word or condition that must hold")
    }

    @Test(
        arguments: [
            (.noSuchNote("servng", nearest: []), "no note is called “servng”"),
            (.noSuchNote("servng", nearest: ["serving.md"]), "no note is called “servng”; did you mean “serving.md”?"),
            (
                .noSuchNote("s", nearest: ["a.md", "b.md"]),
                "no note is called “s”; did you mean one of these?\n  a.md\n  b.md"
            ),
            (.noSuchTopic("tee", nearest: ["tea"]), "nothing in the notes treats “tee”; did you mean “tea”?"),
            (.noSuchLine("tee1", nearest: ["tea1"]), "no line of a checklist is called “tee1”; did you mean “tea1”?"),
            (
                .noSuchLine("tee1", nearest: []),
                "no line of a checklist is called “tee1”; kb checklist prints ids, and PATH:LINE is where a line begins"
            ),
            (
                .ambiguousLine("abcd", choices: ["abcd1", "abcd2"]),
                "several lines of checklists are called “abcd”:\n  abcd1\n  abcd2"
            ),
            (.ambiguousNote("x", choices: ["a/x.md", "b/x.md"]), "several notes are called “x”:\n  a/x.md\n  b/x.md"),
            (
                .ambiguousNote("x", choices: (1...12).map { "\($0)" }),
                "several notes are called “x”:" + (1...10).map { "\n  \($0)" }.joined() + "\n  and 2 more"
            ),
            (
                .noSuchHeading("Batch", note: "s.md", nearest: ["Batching"]),
                "s.md has no heading “Batch”; did you mean “Batching”?"
            ),
            (.noSuchVault("/x"), "/x is not a folder that can be read"),
            (.configuration(path: "/v/kb.yml", line: 3, message: "m"), "/v/kb.yml:3: m"),
            (.configuration(path: "/v/kb.yml", line: 0, message: "m"), "/v/kb.yml: m"),
            (.noIndex("r"), "r; run kb index, or leave out --no-refresh"),
            (
                .store(path: "/i", message: "m"),
                "the index /i cannot be used: m"
            ),
            (.unreadable(path: "a\u{1B}b", message: "m"), "a\u{FFFD}b cannot be read: m"),
        ] as [(KnowledgeBaseError, String)])
    func `an error says what went wrong and how to mend it`(_ error: KnowledgeBaseError, message: String) {
        #expect(error.message == message)
    }

    private let issues = [
        LocatedIssue(path: "a.md", issue: Issue(.frontMatter, .error, line: 2, "bad YAML")),
        LocatedIssue(path: "b.md", issue: Issue(.unresolvedLink, .remark, line: 9, "no note “x”")),
    ]

    @Test func `issues are printed as compilers do`() {
        let presenter = IssuePresenter(format: .text, paths: .inVault(root: "/v"))
        #expect(
            presenter.render(issues)
                == "a.md:2: error: bad YAML [front-matter]\nb.md:9: remark: no note “x” [unresolved-link]\n")
        #expect(presenter.summary(of: issues) == "1 error, 1 remark")
        #expect(presenter.summary(of: []) == "no issues")
    }

    @Test func `an indexing run lists its errors and warnings and counts the rest`() {
        let presenter = RefreshPresenter(
            format: .text, issues: IssuePresenter(format: .text, paths: .inVault(root: "/v")))
        var report = RefreshReport(notes: 2, sections: 1_000, added: 1, changed: 0, removed: 3, issues: issues)
        #expect(presenter.render(report) == "2 notes, 1,000 sections: 1 added, 0 changed, 3 removed\n")
        #expect(
            presenter.remarks(on: report) == [
                "a.md:2: error: bad YAML [front-matter]", "1 error, 1 remark; kb doctor lists them",
            ])
        report.rebuilt = "another schema"
        #expect(
            presenter.render(report)
                == "2 notes, 1,000 sections: 1 added, 0 changed, 3 removed; built anew: another schema\n")
        #expect(presenter.render(RefreshReport(notes: 1, sections: 1)) == "1 note, 1 section: nothing changed\n")
        report.issues = Array(repeating: issues[0], count: 500)
        #expect(presenter.remarks(on: report).count == RefreshPresenter.issueLimit + 1)
    }

    @Test func `settings are printed as YAML that reads back`() {
        let reports = [
            SettingReport(key: "notes", value: .list([.string("notes"), .string("a: b")]), origin: .builtIn),
            SettingReport(key: "pager", value: .string("no"), origin: .userFile("/u.yml")),
            SettingReport(key: "search.limit", value: .number("10"), origin: .flag("limit")),
            SettingReport(key: "editor", value: .null, origin: .environment("KB_EDITOR")),
        ]
        #expect(
            SettingPresenter(format: .text, showsOrigin: true).render(reports) == """
                notes: [notes, "a: b"]  # built in
                pager: "no"             # /u.yml
                search.limit: 10        # --limit
                editor: null            # $KB_EDITOR

                """)
        #expect(SettingPresenter(format: .text).render([reports[2]]) == "search.limit: 10\n")
    }

    @Test(
        arguments: [
            (.missing, "\"freshness\": {\"state\": \"missing\"}"), (.fresh, "\"freshness\": {\"state\": \"fresh\"}"),
            (.otherSchema, "\"freshness\": {\"state\": \"otherSchema\"}"),
            (.damaged, "\"freshness\": {\"state\": \"damaged\"}"),
            (
                .stale(added: 1, changed: 2, removed: 3),
                "\"freshness\": {\"state\": \"stale\", \"added\": 1, \"changed\": 2, \"removed\": 3}"
            ),
        ] as [(VaultStatus.Freshness, String)])
    func `status tells how the index stands to the notes`(_ freshness: VaultStatus.Freshness, json: String) {
        let vault = Vault(
            root: "/v", notesFolders: ["/v"], indexFile: "/c/kb.sqlite", logFile: "/s/log.jsonl", configFile: nil,
            choice: .workingFolder, settings: .standard)
        let status = VaultStatus(vault: vault, freshness: freshness)
        #expect(StatusPresenter(format: .json, programVersion: "1").render(status).contains(json))
        let text = StatusPresenter(format: .text, programVersion: "1").render(status)
        #expect(text.contains("vault     /v (the working folder, as no kb.yml was found upwards)\n"))
        #expect(!text.contains("\nchange "))
        var pending = status
        pending.pendingChange = "move a to b"
        let told = StatusPresenter(format: .text, programVersion: "1").render(pending)
        #expect(told.contains("\nchange    “move a to b” is not finished; "))
    }
}
