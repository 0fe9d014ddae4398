internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb edit`
struct EditCommand: Command {
    static let name = "edit"
    static let printingOption = Option.flag("print", "print path:line instead of starting the editor")

    static var definition: CommandDefinition { definition(named: name, summary: "open a note in your editor") }

    static func definition(named name: String, summary: String) -> CommandDefinition {
        CommandDefinition(
            name: name, summary: summary,
            operands: .note,
            options: [printingOption, CommonOptions.absolute],
            examples: [
                .init("kb \(name) serving", "the note called “serving”"),
                .init("kb \(name) 'serving#Batching'", "at a heading"),
                .init("kb \(name) --print serving:40", "where that is, as path:line"),
            ],
            details: [
                "The editor is $KB_EDITOR, else the user's setting, else $VISUAL, $EDITOR or vi. Editors that kb knows "
                    + "open at the line. When standard output is no terminal, and $KB_EDITOR is not set, the place is "
                    + "printed instead.",
                NoteReference.explanation,
            ])
    }

    private let reference: String
    private let isPrinting: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        isPrinting = arguments.has(Self.printingOption)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let (note, section, line) = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.note(reference, from: session.workingFolder)
        }
        let place = line ?? section.map { note.sections[$0].lines.first }
        let paths = session.paths(in: base.vault, isAbsolute: isAbsolute)
        let environment = session.terminal.environment
        let isAttended =
            session.options.allowsInput
            && (session.terminal.isOutputTerminal || environment["KB_EDITOR"].map { !$0.isEmpty } ?? false)
        guard isAttended, !isPrinting else {
            return try session.terminal.write("\(paths.shown(note.path)):\(place ?? 1)\n")
        }
        let choice = EditorChoice(environment: environment, setting: base.vault.trustedEditor)
        throw session.terminal.become(choice.words(toOpen: paths.absolute(note.path), line: place))
    }
}

/// `kb open`, another name for `kb edit`.
struct OpenCommand: Command {
    static let name = "open"

    static var definition: CommandDefinition {
        EditCommand.definition(named: name, summary: "the same as edit")
    }

    private let edit: EditCommand

    init(_ arguments: Arguments) throws(UsageError) { edit = try EditCommand(arguments) }

    func run(in session: Session) throws(Failure) -> ExitStatus { try edit.run(in: session) }
}
