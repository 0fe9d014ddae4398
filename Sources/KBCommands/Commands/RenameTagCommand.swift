internal import KBModel
internal import KnowledgeBase

/// `kb rename-tag`
struct RenameTagCommand: Command {
    static let name = "rename-tag"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "give a tag another name in all notes",
            operands: .init(
                synopsis: "OLD NEW", count: 2...2, help: "the tag and its new name, with or without #",
                completion: .tags),
            options: ChangeFlow.options,
            examples: [
                .init("kb rename-tag ml machine-learning", "#ml, and #ml/serving with it"),
                .init("kb rename-tag --dry-run todo task", "what would change"),
            ],
            details: [
                "The tags below OLD follow. The case of OLD does not matter. When NEW is a tag already, the two become one.",
                ChangeFlow.explanation,
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
        try flow.run(in: session) { base throws(KnowledgeBaseError) in try base.plannedRename(ofTag: old, to: new) }
    }
}
