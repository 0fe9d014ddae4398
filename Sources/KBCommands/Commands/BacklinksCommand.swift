internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb backlinks`
struct BacklinksCommand: Command {
    static let name = "backlinks"
    static let unlinkedOption = Option.flag("unlinked", "where notes name it without a link, instead of links")
    static let formatOption = Option.choice("format", "FORMAT", of: LinkPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the links to a note, with the sentences they stand in",
            operands: .note,
            options: [
                unlinkedOption, formatOption, CommonOptions.json, CommonOptions.null, CommonOptions.absolute,
            ],
            examples: [
                .init("kb backlinks serving", "who links to the note, and what they say of it"),
                .init("kb backlinks 'serving#Batching'", "only the links to one heading"),
                .init("kb backlinks --unlinked serving", "mentions that could be links"),
                .init("kb backlinks -0 serving | xargs -0 wc -w", "the notes, for another command"),
            ],
            details: [
                "--unlinked looks for the note's title, its file name and its aliases, or for the words of the heading, "
                    + "whatever their case, outside links and code.",
                NoteReference.explanation,
            ],
            statuses: [.success, .nothingFound])
    }

    private let reference: String
    private let isUnlinked: Bool
    private let format: LinkPresenter.Format
    private let isNulEnded: Bool
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        reference = arguments.operands.first ?? ""
        isUnlinked = arguments.has(Self.unlinkedOption)
        format = try arguments.format(Self.formatOption, standard: .text, nullMeans: .paths)
        isNulEnded = arguments.has(CommonOptions.null)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let links = try session.ask(base) { base throws(KnowledgeBaseError) in
            isUnlinked
                ? try base.unlinkedMentions(of: reference, from: session.workingFolder)
                : try base.backlinks(to: reference, from: session.workingFolder)
        }
        let presenter = LinkPresenter(
            format: format, direction: .incoming, style: session.style(for: base.vault),
            paths: session.paths(in: base.vault, for: format, isAbsolute: isAbsolute), isNulEnded: isNulEnded)
        try session.show(presenter.render(links), vault: base.vault)
        session.remark([presenter.count(of: links)])
        return links.isEmpty ? .nothingFound : .success
    }
}
