internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb checklist`
struct ChecklistCommand: Command {
    static let name = "checklist"
    static let answersOption = Option.flag("with-answers", "print what the notes say below each item")
    static let openOption = Option.flag("open", "leave out what is done")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N items")
    static let formatOption = Option.choice("format", "FORMAT", of: ChecklistPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "merge what many notes say about a topic into one checklist",
            operands: .topic,
            options: [
                answersOption, openOption, TopicOptions.depth, limitOption, formatOption, CommonOptions.json,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb checklist feature store", "what to do, ask and know about it, from all notes"),
                .init("kb checklist", "the framework that all notes share"),
                .init("kb checklist --open --depth 1 serving.md", "what is left of a note, without details"),
                .init("kb checklist --format html monitoring > monitoring.html", "a page to print"),
            ],
            details: [
                "Every item stands once, with all the places it comes from. Groups come in the order in which the notes "
                    + "take them up, with the time the notes give them. kb tick takes the id beside an item.",
                TopicOptions.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let topic: [String]
    private let options: ChecklistOptions
    private let limit: Int?
    private let isOpenOnly: Bool
    private let format: ChecklistPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        topic = arguments.operands
        limit = arguments.number(Self.limitOption)
        isOpenOnly = arguments.has(Self.openOption)
        // What is done must not take the room of what is not.
        options = ChecklistOptions(
            depth: arguments.number(TopicOptions.depth), limit: isOpenOnly ? nil : limit,
            withAnswers: arguments.has(Self.answersOption))
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let whole = try session.checklist(about: topic, options: options, of: base)
        let checklist = isOpenOnly ? whole.open(limit: limit) : whole
        let paths =
            switch format {
            case .text: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .md, .html, .json, .jsonl: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = ChecklistPresenter(
            format: format, style: session.style(for: base.vault), paths: paths, isOpenOnly: isOpenOnly)
        try session.show(presenter.render(checklist), vault: base.vault)
        session.remark([presenter.count(of: checklist)])
        return checklist.groups.isEmpty ? .nothingFound : .success
    }
}
