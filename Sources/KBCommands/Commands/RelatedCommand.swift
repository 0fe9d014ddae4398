internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb related`
struct RelatedCommand: Command {
    static let name = "related"
    static let whyOption = Option.flag("why", "print every reason, not only the most telling one")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N concepts")
    static let formatOption = Option.choice("format", "FORMAT", of: RelatedPresenter.Format.self, "print as")

    /// How many neighbours are printed when no limit is given: as many as a reader takes in.
    private static let standardLimit = 20

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "rank the concepts next to a concept, with the sentences that say so",
            operands: .init(
                synopsis: "NAME...", count: 1...Int.max, help: "the concept; several with commas between them",
                completion: .concepts),
            options: [whyOption, limitOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb related feature store", "its neighbours, closest first, each with a reason"),
                .init("kb related --why -n 3 drift", "three neighbours with every reason"),
                .init("kb related precision, recall", "what both have to do with"),
                .init("kb related --format csv AUC", "a row a neighbour, for a spreadsheet"),
            ],
            details: [
                "A neighbour is broader or narrower (the heading or item above, or below), beside it (items of one "
                    + "list), in one line, in a definition, by a link, in the same company (they never meet, but "
                    + "what surrounds them is the same) or by the vocabulary. The figure tells how close it is.",
                "At most \(standardLimit) are printed unless --limit says otherwise.",
                ConceptNames.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let readings: [[String]]
    private let givesAllReasons: Bool
    private let limit: Int
    private let format: RelatedPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        readings = ConceptNames.readings(of: arguments.operands)
        guard readings.allSatisfy({ !$0.isEmpty }) else { throw arguments.misused("the name is empty") }
        givesAllReasons = arguments.has(Self.whyOption)
        limit = arguments.number(Self.limitOption) ?? Self.standardLimit
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let answer = try session.ask(base) { base throws(KnowledgeBaseError) in try neighbours(in: base) }
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = RelatedPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, givesAllReasons: givesAllReasons)
        try session.show(presenter.render(answer), vault: base.vault)
        session.remark([presenter.count(of: answer)])
        return answer.related.isEmpty ? .nothingFound : .success
    }

    /// The answer to the first reading whose names all exist; when none has, what is wrong with the first.
    private func neighbours(in base: KnowledgeBase) throws(KnowledgeBaseError) -> RelatedConcepts {
        var failure = KnowledgeBaseError.noSuchConcept("", nearest: [])
        for (number, names) in readings.enumerated() {
            do throws(KnowledgeBaseError) {
                return try base.related(to: names, limit: limit)
            } catch {
                if number == 0 { failure = error }
                guard case .noSuchConcept = error else { throw error }
            }
        }
        throw failure
    }
}
