internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb review`
struct ReviewCommand: Command {
    static let name = "review"
    static let newOption = Option.value(
        "new", "N", .number(0...Int.max), "at most N new cards, whatever was seen today")
    static let limitOption = Option.value("limit", short: "n", "N", .number(1...Int.max), "at most N cards")
    static let aheadOption = Option.value(
        "ahead", "DAYS", .number(0...36_500), "also cards that only come up within so many days")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "ask the cards that are due, and some new ones",
            operands: .topic, options: [newOption, limitOption, aheadOption],
            examples: [
                .init("kb review", "what is due today, then new cards"),
                .init("kb review feature store", "only cards about a concept"),
                .init("kb review -n 10 --new 0", "ten cards, none of them new"),
            ],
            details: [
                "A card is shown, you answer in your head, space shows its answer, and 1 to 4 says how well you knew it: "
                    + "again, hard, good, easy, each with the time until it comes up again. u takes back, s skips, "
                    + "x suspends, e edits the note at the line, q quits; ? tells all keys.",
                "Every grade is on the disk before the next card is shown, so that nothing is lost however it ends. "
                    + "What is new comes up as often a day as the setting study.new says.",
                "When standard input is no terminal, keys are read from it: an empty line for the answer, then a "
                    + "grade on a line of its own.",
                TopicOptions.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let topic: [String]
    private let newCards: Int?
    private let limit: Int?
    private let daysAhead: Int

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        newCards = arguments.number(Self.newOption)
        limit = arguments.number(Self.limitOption)
        daysAhead = arguments.number(Self.aheadOption) ?? 0
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        guard session.options.allowsInput else {
            throw .input("kb review waits for someone to type, which --no-input forbids")
        }
        let base = try session.open()
        var sitting = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.reviewSession(
                about: topic, newCards: newCards, limit: limit, daysAhead: daysAhead, since: session.dayStart)
        }
        let now = session.now
        guard sitting.advance(at: now) != nil else {
            let next = sitting.nextDue(after: now).map { $0.seconds(since: now) }
            let presenter = ReviewPresenter(paths: session.paths(in: base.vault, isAbsolute: false))
            session.remark([sitting.isEmpty ? "there are no cards here" : presenter.rest(next: next)])
            return .nothingFound
        }
        let loop = ReviewLoop(session, base, topic: topic, sitting)
        if case .signal(let number) = try loop.run() { session.terminal.die(of: number) }
        return .success
    }
}

extension CommandDefinition.Operands {
    /// What a command is about: nothing for the whole vault.
    static var topic: CommandDefinition.Operands {
        CommandDefinition.Operands(
            synopsis: "[TOPIC...]", count: 0...Int.max,
            help: "a concept, a note, a section or a query; several with commas between them; else the whole vault",
            completion: .concepts)
    }
}

extension Session {
    /// The moment, by the clock.
    var now: Instant { Instant(seconds: terminal.clock) }

    /// When the day began where the reader is.
    var dayStart: Instant { Instant(seconds: terminal.day(of: terminal.clock).start) }
}
