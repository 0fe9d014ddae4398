internal import KBEval
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb eval`
struct EvalCommand: Command {
    static let name = "eval"
    static let judgementsOption = Option.value(
        "qrels", "FILE", .file, "score the answers by these judgements: query, document and grade a line")
    static let runOption = Option.value("run", "TAG", .text, "print the answers as a TREC run called TAG")
    static let compareOption = Option.value(
        "compare", "FILE", .file, "set the figures beside those of a run printed earlier")
    static let limitOption = Option.value(
        "limit", short: "n", "N", .number(1...Int.max), "find at most N documents a query")
    static let groupOption = Option.choice(
        "group", "WHAT", of: DocumentUnit.self, "what a document is, where judgements do not tell")
    static let operatorsOption = Option.flag("operators", "read the queries in the query language")
    static let exactOption = Option.flag("exact", "relax, correct and expand nothing")
    static let queriesOption = Option.flag("per-query", "print the figures of each query too")
    static let formatOption = Option.choice("format", "FORMAT", of: EvaluationPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "measure how well searches find what they should",
            operands: .init(
                synopsis: "QUERIES", count: 1...1,
                help: "a file with {\"id\": …, \"text\": …} a line; - reads standard input", completion: .files),
            options: [
                judgementsOption, runOption, compareOption, limitOption, groupOption, operatorsOption, exactOption,
                queriesOption, formatOption, CommonOptions.json,
            ],
            examples: [
                .init("kb eval queries.jsonl --qrels qrels.tsv", "nDCG@10, MRR@10, Recall@100 and success@3"),
                .init("kb eval queries.jsonl --qrels qrels.tsv --per-query", "which queries do badly"),
                .init("kb eval queries.jsonl --run before > before.run", "keep the answers of today"),
                .init(
                    "kb eval queries.jsonl --qrels qrels.tsv --compare before.run",
                    "what a change to the notes or to kb did to them"),
            ],
            details: [
                "A document is a note, called by its path in the vault without the extension, or a section of one: "
                    + "PATH:LINE or PATH#HEADING in the judgements, PATH:LINE with its first line in the run. Spaces in "
                    + "the names of a run are percent-encoded.",
                "The figures are those of trec_eval. Queries without a judged answer are left out. The text of a query "
                    + "is taken for plain words unless --operators is given.",
                "With --run and --qrels, the run goes to standard output and the figures to standard error.",
            ],
            statuses: [.success, .nothingFound])
    }

    /// As deep as the deepest figure looks.
    private static let usualLimit = Metric.recall.depth
    /// What a run is called when nobody names it.
    private static let usualTag = "kb"

    private let file: String
    private let judgementsFile: String?
    private let tag: String?
    private let comparedFile: String?
    private let group: DocumentUnit?
    private let options: SearchOptions
    private let listsQueries: Bool
    private let format: EvaluationPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        file = arguments.operands.first ?? "-"
        judgementsFile = arguments.text(Self.judgementsOption)
        tag = arguments.text(Self.runOption)
        comparedFile = arguments.text(Self.compareOption)
        group = arguments.choice(Self.groupOption, as: DocumentUnit.self)
        options = SearchOptions(
            limit: arguments.number(Self.limitOption) ?? Self.usualLimit, isExact: arguments.has(Self.exactOption),
            isPlain: !arguments.has(Self.operatorsOption))
        listsQueries = arguments.has(Self.queriesOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        if let tag, tag.isEmpty || tag.contains(where: \.isWhitespace) {
            throw arguments.misused("--run takes one word")
        }
        if judgementsFile == nil {
            if comparedFile != nil { throw arguments.misused("--compare needs --qrels") }
            if listsQueries { throw arguments.misused("--per-query needs --qrels") }
        }
        if judgementsFile == nil || tag != nil, format != .text {
            throw arguments.misused("a run has one form only; leave --format and --json out")
        }
    }

    /// What the files hold.
    private struct Input {
        var queries: [EvaluationQuery]
        var judgements: [Judgement]?
        var compared: Run?
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let input = try read(in: session)
        let base = try session.open()
        let (run, resolved) = try session.ask(base) { base throws(KnowledgeBaseError) in
            var resolved: ResolvedJudgements?
            if let judgements = input.judgements { resolved = try base.resolve(judgements, of: judgementsFile ?? "") }
            // Queries that do not count are searched for only where the run is printed.
            let asked = tag == nil ? input.queries.filter { resolved?.hasAnswer(to: $0.id) ?? true } : input.queries
            let run = try base.run(asked, options: options, today: session.today) { query in
                resolved?.units[query.id] ?? group ?? .note
            }
            return (run, resolved)
        }
        if tag != nil || resolved == nil {
            try session.show(RunPresenter(tag: tag ?? Self.usualTag).render(run), vault: base.vault)
        }
        guard let resolved else { return run.isEmpty ? .nothingFound : .success }
        remark(on: resolved, in: session)
        let evaluation = Evaluation(run, of: input.queries.map(\.id), by: resolved.grades)
        try show(evaluation, of: input, against: resolved, in: session, for: base.vault)
        return evaluation.queries.isEmpty ? .nothingFound : .success
    }

    private func read(in session: Session) throws(Failure) -> Input {
        let typed = file == "-" ? try session.readBytes() : nil
        do throws(KnowledgeBaseError) {
            func open(_ path: String) throws(KnowledgeBaseError) -> EvaluationFile {
                try EvaluationFile(path: path, from: session.workingFolder)
            }
            var input: Input
            if let typed {
                input = Input(queries: try EvaluationFile(name: "standard input", bytes: typed).queries())
            } else {
                input = Input(queries: try open(file).queries())
            }
            if let judgementsFile { input.judgements = try open(judgementsFile).judgements() }
            if let comparedFile { input.compared = try open(comparedFile).run() }
            return input
        } catch {
            throw .engine(error)
        }
    }

    private func remark(on resolved: ResolvedJudgements, in session: Session) {
        session.remark(
            resolved.unknown.map { judgement in
                "\(judgementsFile ?? ""):\(judgement.line): the vault has no “\(judgement.document)”".harmless
            }.firstFew)
    }

    private func show(
        _ evaluation: Evaluation, of input: Input, against resolved: ResolvedJudgements, in session: Session,
        for vault: Vault
    ) throws(Failure) {
        let comparison = input.compared.map { run in
            RunComparison(evaluation, against: Evaluation(run, of: input.queries.map(\.id), by: resolved.grades))
        }
        let isBesideRun = tag != nil
        let presenter = EvaluationPresenter(
            format: format, style: isBesideRun ? Style() : session.style(for: vault),
            texts: Dictionary(input.queries.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first }),
            listsQueries: listsQueries)
        let text = presenter.render(evaluation, comparison: comparison)
        if !isBesideRun {
            try session.show(text, vault: vault)
        } else if !session.options.isQuiet {
            session.terminal.writeError(text)
        }
        session.remark([presenter.count(of: evaluation)])
    }
}

extension ResolvedJudgements {
    /// Whether a document answers the query with this id.
    fileprivate func hasAnswer(to query: String) -> Bool { grades[query]?.values.contains { $0 > 0 } ?? false }
}

extension Run {
    /// Whether nothing was found for any query.
    fileprivate var isEmpty: Bool { rankings.allSatisfy(\.documents.isEmpty) }
}

extension [String] {
    /// The first ones, and how many more there are: enough to see what is wrong with a file.
    fileprivate var firstFew: [String] {
        let most = 5
        return count <= most ? self : prefix(most) + ["… and \(count - most) more like these"]
    }
}
