internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb interview`
struct InterviewCommand: Command {
    static let name = "interview"
    static let minutesOption = Option.value(
        "minutes", "N", .number(1...24 * 60), "how long it takes; \(InterviewSection.usualMinutes) unless given")
    static let limitOption = Option.value("limit", short: "n", "N", .number(1...Int.max), "ask for at most N items")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "hold a timed mock interview on a checklist",
            operands: .topic, options: [minutesOption, TopicOptions.depth, limitOption],
            examples: [
                .init("kb interview monitoring", "on one topic"),
                .init("kb interview --minutes 30 --depth 1", "on the framework of all notes, in half an hour"),
            ],
            details: [
                "Each group of the checklist is a section. Its items stay hidden while you answer, aloud or on paper, and "
                    + "a clock runs; space shows them, and you type the numbers of those you missed: 1 3-5, all, or "
                    + "nothing. q ends it at any time; what was marked is kept.",
                "A section has the time the notes give it; the others share what is left of --minutes, and of many "
                    + "groups only as many are taken as that has room for. What you missed comes up in kb review: as "
                    + "the card the notes make of it, else as a card of its own.",
                "When standard input is no terminal, it is read line by line: an empty line begins and shows, and the "
                    + "line behind a list holds the numbers.",
                TopicOptions.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let topic: [String]
    private let minutes: Int
    private let options: ChecklistOptions

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        minutes = arguments.number(Self.minutesOption) ?? InterviewSection.usualMinutes
        options = ChecklistOptions(
            depth: arguments.number(TopicOptions.depth), limit: arguments.number(Self.limitOption))
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        guard session.options.allowsInput else {
            throw .input("kb interview waits for someone to type, which --no-input forbids")
        }
        let base = try session.open()
        let checklist = try session.checklist(about: topic, options: options, of: base)
        let presenter = InterviewPresenter(
            style: session.style(for: base.vault), paths: session.paths(in: base.vault, isAbsolute: false))
        let sections = InterviewSection.sections(of: checklist, minutes: minutes)
        guard !sections.isEmpty else {
            session.remark(["nothing to ask found"])
            return .nothingFound
        }
        var misses = try session.ask(base) { base throws(KnowledgeBaseError) in
            InterviewMisses(cards: try base.studyCards(), lines: try base.studyLines())
        }
        let leftOut = checklist.groups.count - sections.count
        try session.terminal.write(presenter.opening(sections, topic: checklist.topic, leftOut: leftOut))
        let course = InterviewCourse(InterviewSession(sections), on: session.terminal, presenter: presenter) {
            items throws(Failure) in
            let actions = misses.actions(for: items)
            try session.record(actions, in: base)
        }
        let end = try course.run()
        let summary = InterviewSummary(course.session)
        try session.terminal.write(presenter.summary(summary))
        session.remark([presenter.remark(on: summary)])
        if case .signal(let number) = end { session.terminal.die(of: number) }
        return .success
    }
}
