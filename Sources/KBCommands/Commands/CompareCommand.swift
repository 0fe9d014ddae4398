internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb compare`
struct CompareCommand: Command {
    static let name = "compare"
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N notes")
    static let formatOption = Option.choice("format", "FORMAT", of: ComparisonPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "show a topic as each note treats it",
            operands: .init(
                synopsis: "NAME...", count: 1...Int.max, help: "the concept, in any of its spellings",
                completion: .concepts),
            options: [limitOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb compare monitoring", "side by side where the terminal is wide enough"),
                .init("kb compare -n 2 feature store", "only the two notes that say most"),
                .init("kb compare --format md evaluation", "one note after the other, as Markdown"),
            ],
            details: [
                "First what two notes or more bring together with it, then what each note says, and at its end what "
                    + "only that note brings up. The note that says most comes first.",
                ConceptNames.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let typed: String
    private let limit: Int?
    private let format: ComparisonPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        typed = ConceptNames.one(arguments.operands)
        limit = arguments.number(Self.limitOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let comparison = try session.ask(base) { base throws(KnowledgeBaseError) in try base.comparison(of: typed) }
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = ComparisonPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, limit: limit)
        try session.show(presenter.render(comparison), vault: base.vault)
        session.remark([presenter.count(of: comparison)])
        return comparison.notes.isEmpty ? .nothingFound : .success
    }
}
