internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb cards`
struct CardsCommand: Command {
    static let name = "cards"
    static let kindOption = Option.value(
        "kind", "A,B", .choices(Anchor.Kind.allCases.filter { $0 != .checklist }.map(\.rawValue)), "only of these kinds"
    )
    static let stateOption = Option.value(
        "state", "A,B", .choices(CardStanding.allCases.map(\.rawValue)), "only those in one of these states")
    static let suspendOption = Option.value(
        "suspend", "ID", .text, isRepeatable: true, "keep a card from coming up; may be repeated")
    static let unsuspendOption = Option.value(
        "unsuspend", "ID", .text, isRepeatable: true, "let a card come up again; may be repeated")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N cards")
    static let formatOption = Option.choice("format", "FORMAT", of: CardListPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the cards that the notes hold, with where each stands",
            operands: .topic,
            options: [
                kindOption, stateOption, limitOption, suspendOption, unsuspendOption, formatOption, CommonOptions.json,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb cards", "every card, note after note"),
                .init("kb cards -n 20 feature store", "the twenty to learn first about one topic"),
                .init("kb cards --state changed", "those whose meaning may have changed since they were learnt"),
                .init("kb cards --unsuspend k3v9q", "let a card come up again"),
                .init("kb cards --json", "for a program"),
            ],
            details: [
                "With --limit the cards worth learning first are taken: what was written as a card, then definitions, "
                    + "short forms, questions and lists, from sections that hold many of them first.",
                "ID is what the list shows, or any other beginning of an id that only one card has, of 4 letters or more.",
                TopicOptions.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let topic: [String]
    private let kinds: [Anchor.Kind]?
    private let standings: [CardStanding]?
    private let limit: Int?
    private let suspended: [String]
    private let unsuspended: [String]
    private let format: CardListPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        kinds = arguments.choices(Self.kindOption, as: Anchor.Kind.self)
        standings = arguments.choices(Self.stateOption, as: CardStanding.self)
        limit = arguments.number(Self.limitOption)
        suspended = arguments.texts(Self.suspendOption)
        unsuspended = arguments.texts(Self.unsuspendOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
        if changes, !topic.isEmpty || kinds != nil || standings != nil || limit != nil {
            throw arguments.misused("--suspend and --unsuspend take ids and nothing else")
        }
    }

    private var changes: Bool { !suspended.isEmpty || !unsuspended.isEmpty }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let now = session.now
        if changes { try change(base, at: now, in: session) }
        let all = try session.ask(base) { base throws(KnowledgeBaseError) in try base.studyCards(about: topic) }
        let named = Set(changes ? try CardReference.find(suspended + unsuspended, among: all) : [])
        let found = all.filter { changes ? named.contains($0.id) : isWanted($0, at: now) }
        let shown = limit.map { limit in first(limit, of: found) } ?? found
        let paths =
            switch format {
            case .text, .md: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl, .csv, .tsv: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = CardListPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, now: now, ids: ShortIDs(all.map(\.id)))
        try session.show(presenter.render(shown, total: found.count), vault: base.vault)
        session.remark([presenter.count(of: shown, total: found.count)])
        return found.isEmpty ? .nothingFound : .success
    }

    private func isWanted(_ card: StudyCard, at now: Instant) -> Bool {
        (kinds?.contains(card.card.kind) ?? true) && (standings?.contains { card.stands($0, at: now) } ?? true)
    }

    /// Those to learn first, in the order in which they stand.
    private func first(_ limit: Int, of cards: [StudyCard]) -> [StudyCard] {
        let chosen = Set(CardOrder.sorted(cards).prefix(limit).map(\.id))
        return cards.filter { chosen.contains($0.id) }
    }

    /// Writes into the log what is to come up and what not.
    private func change(_ base: KnowledgeBase, at now: Instant, in session: Session) throws(Failure) {
        let cards = try session.ask(base) { base throws(KnowledgeBaseError) in try base.studyCards() }
        let byID = Dictionary(cards.map { ($0.id, $0) }) { a, _ in a }
        var actions: [StudyEvent.Action] = []
        for (names, isSuspending) in [(suspended, true), (unsuspended, false)] {
            for id in try CardReference.find(names, among: cards) {
                guard let card = byID[id], card.isSuspended != isSuspending else { continue }
                if card.isMoved { actions.append(.anchor(id, card.card.anchor, isChanged: card.isChanged)) }
                actions.append(isSuspending ? .suspend(id) : .unsuspend(id))
            }
        }
        _ = try session.ask(base) { base throws(KnowledgeBaseError) in try base.record(actions, at: now) }
    }
}
