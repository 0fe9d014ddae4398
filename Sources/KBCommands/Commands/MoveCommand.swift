internal import KBModel
internal import KnowledgeBase

/// `kb mv`
struct MoveCommand: Command {
    static let name = "mv"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "move or rename a note or a folder; links to it follow",
            operands: .init(
                synopsis: "OLD NEW", count: 2...2,
                help: "the note, file or folder, and its new path, or the folder it goes into", completion: .notes),
            options: ChangeFlow.options,
            examples: [
                .init("kb mv serving model-serving", "another name; the extension stays"),
                .init("kb mv serving archive/", "into a folder, which is made if it is not there"),
                .init("kb mv notes/drafts notes/archive/2026", "a folder with all in it"),
                .init("kb mv --dry-run serving archive/ | git apply", "the same by git"),
                .init("kb mv .trash/serving.md notes/", "out of the trash again"),
            ],
            details: [
                "NEW is a path from the working folder, or from the vault when you are elsewhere; a name alone renames a note that you "
                    + "named by title, alias or file name where it is. Links and embeds that lead to "
                    + "what moves follow, relative links in a note that moves still lead where they did, and a link that would "
                    + "lead to another note of the same name is made exact; all keep the way they are written. Nothing is "
                    + "overwritten, missing folders are made, and folders that become empty are removed.",
                ChangeFlow.explanation, NoteReference.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let old: String
    private let new: String
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        old = arguments.operands.first ?? ""
        new = arguments.operands.last ?? ""
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session) { base throws(KnowledgeBaseError) in
            try base.plannedMove(of: old, to: new, from: session.workingFolder)
        }
    }
}
