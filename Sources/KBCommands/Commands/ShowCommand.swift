internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb show`
struct ShowCommand: Command {
    static let name = "show"
    static let formatOption = Option.choice("format", "FORMAT", of: NotePresenter.Format.self, "print as")
    static let plainOption = Option.flag("plain", "print the words only, without markup")
    static let numbersOption = Option.flag("line-numbers", short: "N", "begin each line with its number")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print a note or a section of it",
            operands: .note,
            options: [formatOption, CommonOptions.json, plainOption, numbersOption, CommonOptions.absolute],
            examples: [
                .init("kb show serving", "the note called “serving”"),
                .init("kb show 'serving.md#Batching'", "a section with all that stands under it"),
                .init("kb show -N serving:40", "the section around line 40, with line numbers"),
                .init("kb show --plain serving | wc -w", "the words without markup"),
            ],
            details: [NoteReference.explanation])
    }

    private let reference: String
    private let format: NotePresenter.Format
    private let isPlain: Bool
    private let isNumbered: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        format = try arguments.format(Self.formatOption, standard: .text)
        isPlain = arguments.has(Self.plainOption)
        isNumbered = arguments.has(Self.numbersOption)
        isAbsolute = arguments.has(CommonOptions.absolute)
        if format == .json, isNumbered { throw arguments.misused("--line-numbers is not for --format json") }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let (note, section, line) = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.note(reference, from: session.workingFolder)
        }
        let presenter = NotePresenter(
            format: format, style: session.style(for: base.vault),
            paths: session.identities(in: base.vault, isAbsolute: isAbsolute), isPlain: isPlain,
            isNumbered: isNumbered)
        let shown = section ?? line.flatMap(note.section(at:))
        try session.show(presenter.render(note, section: shown), vault: base.vault)
        return .success
    }
}

extension CommandDefinition.Operands {
    /// One note or place in it.
    static let note = Self(
        synopsis: "NOTE[#HEADING]", count: 1...1, help: "a note, or a place in it", completion: .notes)
}

/// How notes are named on the command line.
enum NoteReference {
    static let explanation =
        "NOTE is a path, a file name, a title or an alias. #HEADING names a section by its words or its anchor, "
        + "#H1#H2 one under another, #^id a block, and :LINE a line."

    /// For commands that change notes.
    static let fullExplanation =
        explanation + " It is written in full: what is changed is not guessed from its beginning."
}
