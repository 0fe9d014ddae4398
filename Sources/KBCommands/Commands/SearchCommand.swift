internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb search`
struct SearchCommand: Command {
    /// What hits are grouped by.
    enum Grouping: String, CaseIterable {
        case section, note
    }

    static let name = "search"
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N sections")
    static let formatOption = Option.choice("format", "FORMAT", of: SearchPresenter.Format.self, "print as")
    static let fieldsOption = Option.value(
        "fields", "A,B", .choices(SearchPresenter.Field.allCases.map(\.rawValue)), "the columns of csv and tsv")
    static let groupOption = Option.choice("group", "WHAT", of: Grouping.self, "print the best section of each")
    static let explainOption = Option.flag("explain", "print the numbers that make up each score")
    static let exactOption = Option.flag("exact", "relax, correct and expand nothing")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "rank the sections that answer a query",
            operands: .init(
                synopsis: "QUERY...", count: 1...Int.max,
                help: "words, \"phrases\", -exclusions and filters; - reads them from standard input",
                completion: .query),
            options: [
                limitOption, formatOption, CommonOptions.json, CommonOptions.null, fieldsOption, groupOption,
                explainOption, exactOption,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb search cache eviction", "sections about both words, best first"),
                .init("kb search '\"feature store\" tag:serving'", "a phrase, under a tag"),
                .init("kb search -- latency -mobile", "leave out sections with a word"),
                .init("kb search -n 3 --json drift", "three hits for a program"),
                .init("kb search -0 drift | xargs -0 wc -w", "the notes, for another command"),
            ],
            details: [
                "All words together are one query, quoted or not. “kb help query” tells the whole language.",
                "When no section holds every word, the nearest are shown, and standard error tells what was left out, "
                    + "corrected or added. With --exact nothing is.",
            ],
            statuses: [.success, .nothingFound])
    }

    private let words: [String]
    private let limit: Int?
    private let options: SearchOptions
    private let format: SearchPresenter.Format
    private let fields: [SearchPresenter.Field]
    private let isNulEnded: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        words = arguments.operands
        limit = arguments.number(Self.limitOption)
        options = SearchOptions(
            isExact: arguments.has(Self.exactOption), explains: arguments.has(Self.explainOption),
            groupsByNote: arguments.choice(Self.groupOption, as: Grouping.self) == .note)
        format = try arguments.format(Self.formatOption, standard: .text, nullMeans: .paths)
        fields = try arguments.fields(
            Self.fieldsOption, standard: SearchPresenter.Field.standard, isTable: format == .csv || format == .tsv)
        isNulEnded = arguments.has(CommonOptions.null)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let query = words == ["-"] ? try session.readText() : words.joined(separator: " ")
        let base = try session.open()
        var options = options
        options.limit = limit ?? base.vault.settings.searchLimit
        let answer = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.search(query, options: options, today: session.today)
        }
        let presenter = presenter(in: session, for: base.vault)
        session.remark(presenter.remarks(on: answer))
        try session.show(presenter.render(answer), vault: base.vault)
        session.remark([presenter.count(of: answer)])
        return answer.total == 0 ? .nothingFound : .success
    }

    private func presenter(in session: Session, for vault: Vault) -> SearchPresenter {
        let paths =
            switch format {
            case .text, .md, .paths, .vimgrep: session.paths(in: vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: vault, isAbsolute: isAbsolute)
            }
        return SearchPresenter(
            format: format, style: session.style(for: vault), paths: paths, fields: fields, isNulEnded: isNulEnded,
            isGrouped: options.groupsByNote)
    }
}

extension Session {
    /// Standard input as text; refused when it would mean waiting for someone to type and that was forbidden.
    func readText() throws(Failure) -> String {
        let text = String(decoding: try readBytes(), as: UTF8.self)
        return String(text.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Standard input; see ``readText()``.
    func readBytes() throws(Failure) -> [UInt8] {
        guard options.allowsInput || !terminal.isInputTerminal else {
            throw .input("- would wait for someone to type, which --no-input forbids")
        }
        return try terminal.readInput()
    }
}
