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
                synopsis: "NOTE...", count: 1...Int.max, help: "the notes, files, or folders with a slash behind them",
                completion: .notes),
            options: ChangeFlow.options,
            examples: [
                .init("kb rm serving", "into .trash in the vault"),
                .init("kb rm --dry-run serving", "which links would lead nowhere"),
                .init("kb rm notes/drafts/", "a folder with all in it: the slash says that it is meant"),
                .init("kb rm notes/pics/old.png", "a file that is no note, by its path"),
                .init("kb mv .trash/serving.md notes/", "out of the trash again"),
            ],
            details: [
                "The trash is the folder .trash in the vault, as in Obsidian. A note keeps its path in it, with a number when "
                    + "that is taken. kb never empties it, and nothing in it is found.",
                "In a terminal, kb asks when links would lead nowhere, and when more goes than was named. "
                    + ChangeFlow.explanation,
                NoteReference.fullExplanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let references: [String]
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.requireNoEmptyOperand()
        references = arguments.operands
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session, asking: { !$0.remarks.isEmpty || $0.changes.count > references.count }) {
            base throws(KnowledgeBaseError) in
            try base.plannedRemoval(of: references, from: session.workingFolder)
        }
    }
}
