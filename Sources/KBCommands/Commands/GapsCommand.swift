internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb gaps`
struct GapsCommand: Command {
    static let name = "gaps"
    static let kindOption = Option.value(
        "kind", "A,B", .choices(Gap.Kind.allCases.map(\.rawValue)), "look for these kinds only")
    static let limitOption = Option.value(
        "limit", short: "n", "N", .number(0...Int.max), "print at most N gaps of each kind")
    static let formatOption = Option.choice("format", "FORMAT", of: GapPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list what the notes leave open",
            options: [kindOption, limitOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb gaps", "everything, by kind, each with the places it is seen at"),
                .init("kb gaps --kind undefined -n 10", "ten concepts to explain first"),
                .init("kb gaps --kind acronym --json", "one kind, for a program"),
            ],
            details: [
                "undefined: a concept that several notes use and none says what it is. acronym: one that no note spells "
                    + "out. heading: one that a note lacks and most notes beside it have. orphan: a note that links "
                    + "to no other, and that no other links to or mentions."
            ],
            statuses: [.success, .nothingFound])
    }

    private let kinds: [Gap.Kind]
    private let limit: Int?
    private let format: GapPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        let named = arguments.choices(Self.kindOption, as: Gap.Kind.self)
        kinds = Gap.Kind.allCases.filter { named?.contains($0) ?? true }
        limit = arguments.number(Self.limitOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let gaps = try session.ask(base) { base throws(KnowledgeBaseError) in try base.gaps(kinds: kinds) }
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = GapPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, limit: limit)
        try session.show(presenter.render(gaps), vault: base.vault)
        session.remark([presenter.count(of: gaps)])
        return gaps.isEmpty ? .nothingFound : .success
    }
}
