internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb due`
struct DueCommand: Command {
    static let name = "due"
    static let listOption = Option.flag("list", "print the cards that are due as path:line: question")
    static let logOption = Option.flag("from-log", "count by the log alone, without reading the notes")
    static let formatOption = Option.choice("format", "FORMAT", of: DuePresenter.Format.self, "print as")

    /// How many days are told, today included: a week, as far as anyone plans.
    private static let days = 7

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "count the cards that are due now and over the next days",
            operands: .topic,
            options: [listOption, logOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb due", "how many now, today and this week"),
                .init("kb due --list feature store", "which ones of a concept, as path:line"),
                .init("kb due -q --from-log && kb review", "review if something is due"),
            ],
            details: [
                "due was learnt before and its time has come, learning passes through the short steps, new is what may "
                    + "still come up today.",
                "--from-log is quick enough for a shell's prompt. Cards whose note is gone count too then, and new ones "
                    + "do not.",
                TopicOptions.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let topic: [String]
    private let isList: Bool
    private let isFromLog: Bool
    private let format: DuePresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        isList = arguments.has(Self.listOption)
        isFromLog = arguments.has(Self.logOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
        if isFromLog, isList || !topic.isEmpty {
            throw arguments.misused("--from-log knows no lines and no topics, which are in the notes")
        }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let (now, calendar) = (session.now, session.calendar(days: Self.days))
        let report = try session.ask(base) { base throws(KnowledgeBaseError) in
            if isFromLog { return DueReport(try base.studyState(), at: now, calendar: calendar) }
            let cards = try base.studyCards(about: topic)
            return DueReport(
                cards, newCards: try base.newCardsLeft(since: session.dayStart), at: now, calendar: calendar)
        }
        let paths =
            switch format {
            case .text: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = DuePresenter(
            format: format, style: session.style(for: base.vault), paths: paths, isList: isList)
        try session.show(presenter.render(report), vault: base.vault)
        session.remark([presenter.count(of: report)])
        return report.now.total == 0 ? .nothingFound : .success
    }
}

extension Session {
    /// Today and the days after it, each with its end where the reader is.
    func calendar(days: Int) -> [(day: Day, end: Instant)] {
        var result: [(day: Day, end: Instant)] = []
        var (day, moment) = (today, terminal.clock)
        for _ in 0..<days {
            moment = terminal.day(of: moment).end
            result.append((day, Instant(seconds: moment)))
            day = day.adding(days: 1)
        }
        return result
    }
}
