internal import KBPresent

/// `kb help`
struct HelpCommand: Command {
    static let name = "help"
    /// The topic that is not a command.
    static let queryTopic = "query"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "show help on a command or on the query language",
            operands: .init(
                synopsis: "[TOPIC]", count: 0...1, help: "a command, or query",
                completion: .words([queryTopic] + Commands.all.map { $0.name }.filter { $0 != CompleteCommand.name })),
            examples: [
                .init("kb help search", "a command"),
                .init("kb help query", "what a query can say"),
            ])
    }

    private let topic: Topic

    private enum Topic {
        case program
        case query
        case command(CommandDefinition)
    }

    init(_ arguments: Arguments) throws(UsageError) {
        switch arguments.operands.first {
        case nil: topic = .program
        case HelpCommand.queryTopic: topic = .query
        case let name?: topic = .command(try Commands.named(name).definition)
        }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        switch topic {
        case .program: try session.show(HelpText.program)
        case .query: try session.show(QueryHelp.text(width: HelpText.width))
        case .command(let definition): try session.show(HelpText.of(definition))
        }
        return .success
    }
}
