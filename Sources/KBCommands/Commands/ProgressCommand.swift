internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb progress`
struct ProgressCommand: Command {
    static let name = "progress"
    static let limitOption = Option.value(
        "limit", short: "n", "N", .number(0...Int.max),
        "draw bars for the N largest groups; \(ProgressPresenter.usualLimit) unless given")
    static let formatOption = Option.choice("format", "FORMAT", of: ProgressPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "show how much of checklists is done",
            operands: .topic,
            options: [TopicOptions.depth, limitOption, formatOption, CommonOptions.json],
            examples: [
                .init("kb progress", "a bar for each group of the framework, and the sum"),
                .init("kb progress monitoring", "a bar for each group of a topic"),
                .init("kb progress monitoring, feature store", "a bar for each topic"),
            ],
            details: [TopicOptions.explanation],
            statuses: [.success, .nothingFound])
    }

    private let topics: [[String]]
    private let options: ChecklistOptions
    private let limit: Int
    private let format: ProgressPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        topics = ConceptNames.topics(arguments.operands)
        options = ChecklistOptions(depth: arguments.number(TopicOptions.depth))
        limit = arguments.number(Self.limitOption) ?? ProgressPresenter.usualLimit
        format = try arguments.format(Self.formatOption, standard: .text)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        var checklists: [Checklist] = []
        for topic in topics { checklists.append(try session.checklist(about: topic, options: options, of: base)) }
        let progress = checklists.map { ChecklistProgress($0) }
        let sum = ChecklistProgress.sum(of: checklists)
        let presenter = ProgressPresenter(format: format, style: session.style(for: base.vault), limit: limit)
        try session.show(presenter.render(progress, sum: sum), vault: base.vault)
        session.remark([presenter.remark(on: progress)].compactMap { $0 })
        return sum.total == 0 ? .nothingFound : .success
    }
}
