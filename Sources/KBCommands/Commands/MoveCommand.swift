internal import KBModel
internal import KnowledgeBase

/// `kb mv`
struct MoveCommand: Command {
    static let name = "mv"
    static let keepNameOption = Option.flag("keep-name", "a note that gets another name keeps the old one as an alias")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "move or rename a note or a folder; links to it follow",
            operands: .init(
                synopsis: "OLD... NEW", count: 2...Int.max,
                help: "the notes, files or folders, and the new path, or the folder they go into", completion: .notes),
            options: [keepNameOption] + ChangeFlow.options,
            examples: [
                .init("kb mv serving model-serving", "another name; the extension stays"),
                .init("kb mv serving archive/", "into a folder, which is made if it is not there"),
                .init("kb mv serving drift notes/archive/", "several notes"),
                .init("kb mv notes/drafts notes/archive/2026", "a folder with all in it"),
                .init("kb mv --keep-name serving model-serving", "the old name becomes an alias"),
                .init("kb mv --dry-run serving archive/ | git apply", "the same by git"),
                .init("kb mv .trash/serving.md notes/", "out of the trash again"),
            ],
            details: [
                "NEW is a path from the working folder, or from the vault when you are elsewhere; a name alone renames a note that you "
                    + "named by title, alias or file name where it is. Links and embeds that lead to "
                    + "what moves follow, relative links in a note that moves still lead where they did, and a link that would "
                    + "lead to another note of the same name is made exact; all keep the way they are written. Nothing is "
                    + "overwritten, missing folders are made, and folders that become empty are removed.",
                "A note that comes out of the trash is read as if it stood where it was: its links lead where they did, links "
                    + "that lost it follow, and you are told which. Symbolic links and canvases that name what moves stay as "
                    + "they are; you are told which those are.",
                ChangeFlow.explanation, NoteReference.fullExplanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let old: [String]
    private let new: String
    private let keepsName: Bool
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.requireNoEmptyOperand()
        old = Array(arguments.operands.dropLast())
        new = arguments.operands.last ?? ""
        keepsName = arguments.has(Self.keepNameOption)
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session) { base throws(KnowledgeBaseError) in
            try base.plannedMove(of: old, to: new, keepingOldNames: keepsName, from: session.workingFolder)
        }
    }
}
