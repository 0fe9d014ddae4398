internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb outline`
struct OutlineCommand: Command {
    static let name = "outline"
    static let formatOption = Option.choice("format", "FORMAT", of: OutlinePresenter.Format.self, "print as")
    static let depthOption = Option.value("depth", "N", .number(1...Int.max), "show N levels only")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "print the sections of a note",
            operands: .note,
            options: [formatOption, CommonOptions.json, depthOption, CommonOptions.absolute],
            examples: [
                .init("kb outline serving", "every section with its line"),
                .init("kb outline --depth 1 serving", "the outermost sections"),
                .init("kb outline 'serving#Batching' --json", "what stands under one heading, for a program"),
            ],
            details: [
                "Sections begin at headings and at lines that a reader takes for headings. Where headings give a time "
                    + "budget, such as (5 min), it stands beside the line.",
                NoteReference.explanation,
            ])
    }

    private let reference: String
    private let format: OutlinePresenter.Format
    private let depth: Int?
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        format = try arguments.format(Self.formatOption, standard: .text)
        depth = arguments.number(Self.depthOption)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let (note, section, _) = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.note(reference, from: session.workingFolder)
        }
        let paths =
            switch format {
            case .text: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = OutlinePresenter(
            format: format, style: session.style(for: base.vault), paths: paths, depth: depth)
        try session.show(presenter.render(note, from: section), vault: base.vault)
        return .success
    }
}
