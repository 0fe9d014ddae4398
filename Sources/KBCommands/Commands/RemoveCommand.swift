internal import KBEdit
internal import KBModel
internal import KnowledgeBase

/// `kb rm`
struct RemoveCommand: Command {
    static let name = "rm"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "move notes to the trash, and tell which links then lead nowhere",
            operands: .init(
                synopsis: "NOTE...", count: 1...Int.max, help: "the notes; see below", completion: .notes),
            options: ChangeFlow.options,
            examples: [
                .init("kb rm serving", "into .trash in the vault"),
                .init("kb rm --dry-run serving", "which links would lead nowhere"),
                .init("kb mv .trash/serving.md notes/", "out of the trash again"),
            ],
            details: [
                "The trash is the folder .trash in the vault, as in Obsidian. A note keeps its path in it, with a number when "
                    + "that is taken. kb never empties it, and nothing in it is found.",
                "In a terminal, kb asks when links would lead nowhere. " + ChangeFlow.explanation,
                NoteReference.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let references: [String]
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        references = arguments.operands
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session, asking: { !$0.remarks.isEmpty }) { base throws(KnowledgeBaseError) in
            try base.plannedRemoval(of: references, from: session.workingFolder)
        }
    }
}
