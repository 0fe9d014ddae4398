internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb stats`
struct StatsCommand: Command {
    static let name = "stats"
    static let limitOption = Option.value(
        "limit", short: "n", "N", .number(0...Int.max),
        "name at most N of the cards forgotten most often; 10 unless given")
    static let formatOption = Option.choice("format", "FORMAT", of: StatsPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "tell how well cards are remembered, and what comes up",
            operands: .topic,
            options: [limitOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb stats", "retention, reviews, the streak, and the next 30 days"),
                .init("kb stats ranking", "the same for the cards of one topic"),
                .init("kb stats --json", "for a program"),
            ],
            details: [
                "Remembered are reviews of learnt cards that were graded hard, good or easy; the short steps of new and "
                    + "forgotten cards do not count. A card is mature when it waits \(StudyStatistics.matureInterval) "
                    + "days or more. Expected is what the schedule promised for those reviews.",
                "Days begin at midnight where you are.",
            ],
            statuses: [.success, .nothingFound])
    }

    /// As many as fit below the rest.
    private static let usualLimit = 10

    private let topic: [String]
    private let limit: Int
    private let format: StatsPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        limit = arguments.number(Self.limitOption) ?? Self.usualLimit
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let cards = try session.ask(base) { base throws(KnowledgeBaseError) in try base.studyCards(about: topic) }
        let state = try session.ask(base) { base throws(KnowledgeBaseError) in try base.studyState() }
        // What the notes hold no more is about no topic.
        let present = Set(cards.map(\.id))
        let gone = topic.isEmpty ? state.cards.filter { !present.contains($0.key) } : [:]
        let statistics = StudyStatistics(
            cards: cards, gone: gone, scheduler: base.scheduler, at: session.now, localDay: session.localDay)
        let presenter = StatsPresenter(
            format: format, style: session.style(for: base.vault), paths: paths(session, base.vault))
        // Programs get figures whatever they are; a person is told how there will be some.
        if !statistics.isEmpty || format == .json {
            let hardest = hardest(of: statistics, cards)
            try session.show(presenter.render(statistics, hardest: hardest), vault: base.vault)
        }
        guard statistics.isEmpty else { return .success }
        session.remark([
            cards.isEmpty
                ? "nothing to learn here yet; kb help cards tells what becomes a card"
                : "nothing was reviewed yet; kb review begins with \(cards.count == 1 ? "one card" : "\(cards.count) cards")"
        ])
        return .nothingFound
    }

    private func paths(_ session: Session, _ vault: Vault) -> PathStyle {
        switch format {
        case .text: session.paths(in: vault, isAbsolute: isAbsolute)
        case .json: session.identities(in: vault, isAbsolute: isAbsolute)
        }
    }

    private func hardest(of statistics: StudyStatistics, _ cards: [StudyCard]) -> [StatsPresenter.HardCard] {
        let byID = Dictionary(cards.map { ($0.id, $0) }) { a, _ in a }
        return statistics.hardest.prefix(limit).compactMap { figures in
            byID[figures.id].map {
                StatsPresenter.HardCard(figures: figures, question: $0.card.prompt, source: $0.card.source)
            }
        }
    }
}
