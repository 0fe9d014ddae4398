internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb path`
struct PathCommand: Command {
    static let name = "path"
    static let formatOption = Option.choice("format", "FORMAT", of: ConceptPathPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "show how one concept leads to another, step by step",
            operands: .init(
                synopsis: "NAME to NAME", count: 1...Int.max,
                help: "two concepts, with “to” or a comma between them, or each in quotes", completion: .concepts),
            options: [formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb path drift to feature store", "the shortest chain, with the sentence of each step"),
                .init("kb path precision AUC", "two names of one word need nothing between them"),
                .init("kb path 'text to speech' latency", "a name that holds “to”, in quotes"),
                .init("kb path --json cache, latency", "for a program"),
            ],
            details: [ConceptNames.explanation],
            statuses: [.success, .nothingFound])
    }

    private let ends: (from: String, to: String)
    private let format: ConceptPathPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        guard let ends = ConceptNames.pair(arguments.operands) else {
            throw arguments.misused("two names are wanted, with “to” or a comma between them")
        }
        self.ends = ends
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let chain = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.path(from: ends.from, to: ends.to)
        }
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = ConceptPathPresenter(format: format, style: session.style(for: base.vault), paths: paths)
        try session.show(presenter.render(chain), vault: base.vault)
        session.remark([presenter.count(of: chain)])
        return chain.hops == nil ? .nothingFound : .success
    }
}
