internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb tick`
struct TickCommand: Command {
    static let name = "tick"

    static var definition: CommandDefinition {
        definition(
            named: name, summary: "mark items of checklists as done",
            examples: [
                .init("kb tick 7fk2q", "the item with this id on a checklist"),
                .init("kb tick 7fk2q p1m9c", "several at once"),
                .init("kb tick serving.md:40", "the item on this line of a note"),
            ])
    }

    static func definition(
        named name: String, summary: String, examples: [CommandDefinition.Example]
    ) -> CommandDefinition {
        CommandDefinition(
            name: name, summary: summary,
            operands: .init(
                synopsis: "ITEM...", count: 1...Int.max,
                help: "an item of a checklist: its id, the first letters of that, or PATH:LINE", completion: .nothing),
            options: [CommonOptions.absolute],
            examples: examples,
            details: [
                "kb checklist prints the ids. Ticks are kept in the log beside the vault, never in the notes, and stay "
                    + "with a line that is edited, moved or whose note is renamed. All items are changed or none."
            ])
    }

    private let items: [String]
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        items = arguments.operands
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus { try run(in: session, isUndone: false) }

    /// Ticks, or takes ticks back.
    func run(in session: Session, isUndone: Bool) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let now = session.now
        let lines = try session.ask(base) { base throws(KnowledgeBaseError) in
            try isUndone
                ? base.untick(items, from: session.workingFolder, at: now)
                : base.tick(items, from: session.workingFolder, at: now)
        }
        let presenter = TickPresenter(
            style: session.style(for: base.vault), paths: session.paths(in: base.vault, isAbsolute: isAbsolute),
            isUndone: isUndone)
        try session.show(presenter.render(lines), vault: base.vault)
        session.remark(presenter.remarks(on: lines))
        return .success
    }
}

/// `kb untick`
struct UntickCommand: Command {
    static let name = "untick"

    static var definition: CommandDefinition {
        TickCommand.definition(
            named: name, summary: "mark items of checklists as not done after all",
            examples: [.init("kb untick 7fk2q", "the item with this id, wherever it stands")])
    }

    private let tick: TickCommand

    init(_ arguments: Arguments) throws(UsageError) { tick = try TickCommand(arguments) }

    func run(in session: Session) throws(Failure) -> ExitStatus { try tick.run(in: session, isUndone: true) }
}
