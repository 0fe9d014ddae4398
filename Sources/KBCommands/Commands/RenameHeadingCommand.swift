internal import KBModel
internal import KnowledgeBase

/// `kb rename-heading`
struct RenameHeadingCommand: Command {
    static let name = "rename-heading"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "give a heading other words; links to it follow",
            operands: .init(
                synopsis: "NOTE#HEADING NEW...", count: 2...Int.max, help: "the heading, and its new words",
                completion: .notes),
            options: ChangeFlow.options,
            examples: [
                .init("kb rename-heading 'serving#Batching' Batching requests", "and all links to it"),
                .init("kb rename-heading --dry-run 'serving#Batching' Queues", "what would change"),
            ],
            details: [
                "The words of NEW need no quotes. The heading keeps its level and the way it is written.",
                ChangeFlow.explanation, NoteReference.fullExplanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let reference: String
    private let title: String
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        title = arguments.operands.dropFirst().joined(separator: " ")
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session) { base throws(KnowledgeBaseError) in
            try base.plannedRename(ofHeading: reference, to: title, from: session.workingFolder)
        }
    }
}
