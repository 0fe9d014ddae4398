internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb concept`: shows a concept, or hands over to ``ConceptEditCommand``.
struct ConceptCommand: Command {
    static let name = "concept"
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N sections")
    static let formatOption = Option.choice("format", "FORMAT", of: ConceptPagePresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "show what the notes say about a concept",
            operands: .init(
                synopsis: "NAME...", count: 1...Int.max, help: "the concept, in any of its spellings",
                completion: .concepts),
            options: [limitOption, formatOption, CommonOptions.json, CommonOptions.absolute]
                + ConceptEditCommand.options,
            examples: [
                .init("kb concept feature store", "spellings, definitions, neighbours and every section"),
                .init("kb concept -n 3 AUC", "only the three sections that say most"),
                .init("kb concept --format md drift", "as a page for another tool"),
            ] + ConceptEditCommand.examples,
            details: [
                "First the sentences that say what it is, then the concepts above, below and beside it, each with the "
                    + "line that says so, then every section that treats it, best first.",
                ConceptNames.explanation,
            ] + ConceptEditCommand.details,
            statuses: [.success])
    }

    private let edit: ConceptEditCommand?
    private let typed: String
    private let limit: Int?
    private let format: ConceptPagePresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        edit = try ConceptEditCommand(arguments)
        typed = ConceptNames.one(arguments.operands)
        limit = arguments.number(Self.limitOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        if let edit { return try edit.run(in: session) }
        let base = try session.open()
        let page = try session.ask(base) { base throws(KnowledgeBaseError) in try base.concept(typed) }
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = ConceptPagePresenter(
            format: format, style: session.style(for: base.vault), paths: paths, limit: limit)
        try session.show(presenter.render(page), vault: base.vault)
        session.remark([presenter.count(of: page)])
        return .success
    }
}
