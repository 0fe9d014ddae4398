internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb links`
struct LinksCommand: Command {
    static let name = "links"
    static let externalOption = Option.flag("external", "addresses outside the vault too")
    static let formatOption = Option.choice("format", "FORMAT", of: LinkPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the links of a note, and where they lead",
            operands: .note,
            options: [
                externalOption, formatOption, CommonOptions.json, CommonOptions.null, CommonOptions.absolute,
            ],
            examples: [
                .init("kb links serving", "every link with its line, in the order of the note"),
                .init("kb links 'serving#Batching'", "those in one section"),
                .init("kb links --external --json serving", "with those to the web, for a program"),
                .init("kb links -0 serving | xargs -0 wc -w", "the files it links to, for another command"),
            ],
            details: [
                "Embedded notes and images are links too. A link that leads nowhere, or to one of several notes, says "
                    + "so; “kb doctor” lists such links of all notes.",
                NoteReference.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let reference: String
    private let isExternal: Bool
    private let format: LinkPresenter.Format
    private let isNulEnded: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        isExternal = arguments.has(Self.externalOption)
        format = try arguments.format(Self.formatOption, standard: .text, nullMeans: .paths)
        isNulEnded = arguments.has(CommonOptions.null)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let links = try session.ask(base) { base throws(KnowledgeBaseError) in
            try base.links(of: reference, from: session.workingFolder, includingExternal: isExternal)
        }
        let presenter = LinkPresenter(
            format: format, direction: .outgoing, style: session.style(for: base.vault),
            paths: session.paths(in: base.vault, for: format, isAbsolute: isAbsolute), isNulEnded: isNulEnded)
        try session.show(presenter.render(links), vault: base.vault)
        session.remark([presenter.count(of: links)])
        return links.isEmpty ? .nothingFound : .success
    }
}

extension Session {
    /// How links and where they lead are named in `format`.
    func paths(in vault: Vault, for format: LinkPresenter.Format, isAbsolute: Bool) -> PathStyle {
        switch format {
        case .text, .md, .paths: paths(in: vault, isAbsolute: isAbsolute)
        case .json, .jsonl, .csv, .tsv: identities(in: vault, isAbsolute: isAbsolute)
        }
    }
}
