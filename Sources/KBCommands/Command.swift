/// A command: options read and checked, then one question to the engine and one presenter.
protocol Command {
    /// The word behind `kb`.
    static var name: String { get }
    /// What it takes and does.
    static var definition: CommandDefinition { get }
    /// Reads the options, and refuses those that make no sense before anything is opened.
    init(_ arguments: Arguments) throws(UsageError)
    /// Does the work.
    func run(in session: Session) throws(Failure) -> ExitStatus
}

/// All commands, in the order of the help.
enum Commands {
    static var all: [any Command.Type] {
        [
            SearchCommand.self, ShowCommand.self, OutlineCommand.self, ListCommand.self, TagsCommand.self,
            ConceptsCommand.self, ConceptCommand.self, RelatedCommand.self, PathCommand.self, CompareCommand.self,
            GraphCommand.self, GapsCommand.self,
            LinksCommand.self, BacklinksCommand.self, SuggestCommand.self,
            ChecklistCommand.self, TickCommand.self, UntickCommand.self, ProgressCommand.self, InterviewCommand.self,
            CardsCommand.self, ReviewCommand.self, DueCommand.self, StatsCommand.self, ExportCommand.self,
            AddCommand.self, ImportCommand.self, MoveCommand.self, RemoveCommand.self, RenameTagCommand.self,
            RenameHeadingCommand.self, LinkCommand.self,
            EvalCommand.self,
            EditCommand.self, OpenCommand.self, IndexCommand.self, WatchCommand.self, StatusCommand.self,
            VaultsCommand.self, DoctorCommand.self, ConfigCommand.self, HelpCommand.self, CompletionsCommand.self,
            ManCommand.self, CompleteCommand.self,
        ]
    }

    /// Those that the help shows.
    static var visible: [any Command.Type] { all.filter { !$0.definition.isHidden } }

    /// What other programs call a command, with its name here.
    private static let namesElsewhere = [
        "new": "add", "create": "add", "capture": "add", "move": "mv", "delete": "rm", "remove": "rm", "trash": "rm",
    ]

    /// The command called `name`.
    static func named(_ name: String) throws(UsageError) -> any Command.Type {
        if let command = all.first(where: { $0.name == name }) { return command }
        let nearest =
            namesElsewhere[name].map { "did you mean \($0)?" }
            ?? Suggestion(for: name, among: visible.map { $0.name }).question
        throw UsageError("there is no command “\(name)”" + (nearest.map { "; \($0)" } ?? ""))
    }
}
