internal import KBModel
internal import KnowledgeBase

/// `kb link`
struct LinkCommand: Command {
    static let name = "link"

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "write a link where a note mentions another",
            operands: .init(
                synopsis: "NOTE TARGET", count: 2...2,
                help: "the note that gets the link, at a line if one is given, and the note it is to lead to",
                completion: .notes),
            options: ChangeFlow.options,
            examples: [
                .init("kb link serving drift", "where the note first mentions the other"),
                .init("kb link serving:12 drift", "at that line"),
                .init("kb suggest serving", "which links a note lacks"),
            ],
            details: [
                "A mention is the other note's title, file name or alias, whatever the case, outside links and code; of several "
                    + "the first in running text is taken, then the first in a heading or table. The link is written as most links of the note "
                    + "are, and the words stay as they are.",
                ChangeFlow.explanation, NoteReference.fullExplanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let source: String
    private let target: String
    private let flow: ChangeFlow

    init(_ arguments: Arguments) throws(UsageError) {
        source = arguments.operands.first ?? ""
        target = arguments.operands.last ?? ""
        flow = try ChangeFlow(arguments)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        try flow.run(in: session) { base throws(KnowledgeBaseError) in
            try base.plannedLink(in: source, to: target, from: session.workingFolder)
        }
    }
}
