internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb concepts`
struct ConceptsCommand: Command {
    static let name = "concepts"
    static let allOption = Option.flag("all", short: "a", "list those below the cut too")
    static let noteOption = Option.value("in", "NOTE", .note, "the concepts of one note, what it is most about first")
    static let sortOption = Option.choice("sort", "KEY", of: ConceptOrder.self, "order by")
    static let minimumOption = Option.value("min-notes", "N", .number(1...Int.max), "concepts in at least N notes")
    static let limitOption = Option.value("limit", short: "n", "N", .number(0...Int.max), "print at most N concepts")
    static let formatOption = Option.choice("format", "FORMAT", of: ConceptListPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the concepts of the notes, most salient first",
            operands: .init(
                synopsis: "[FILTER...]", count: 0...Int.max, help: "a part of a name or of another spelling",
                completion: .concepts),
            options: [
                allOption, noteOption, sortOption, minimumOption, limitOption, formatOption, CommonOptions.json,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb concepts", "what the notes are about"),
                .init("kb concepts cache", "those with a word in one of their spellings"),
                .init("kb concepts --in serving", "what one note is about, with the lines"),
                .init("kb concepts -a --sort notes -n 50", "the fifty that most notes use, cut or not"),
                .init("kb concepts --json", "with every place they stand at, for a program"),
            ],
            details: [
                "Concepts are found in headings, list items, emphasis, definitions, acronyms and running text; nothing "
                    + "has to be marked up. Those that stand out little are left out: --all lists them.",
                "salience, notes and sections put the greatest first, name goes upwards.",
                "NOTE is a path, a file name, a title or an alias.",
            ],
            statuses: [.success, .nothingFound])
    }

    private let filter: ConceptFilter
    private let note: String?
    private let order: ConceptOrder
    private let format: ConceptListPresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        format = try arguments.format(Self.formatOption, standard: .text)
        note = arguments.text(Self.noteOption)
        order = arguments.choice(Self.sortOption, as: ConceptOrder.self) ?? .salience
        if note != nil, arguments.has(Self.sortOption) {
            throw arguments.misused("--sort is for all notes; --in puts first what the note is most about")
        }
        let text = arguments.operands.joined(separator: " ")
        filter = ConceptFilter(
            text: text.isEmpty ? nil : text, includesAll: arguments.has(Self.allOption),
            minimumNotes: arguments.number(Self.minimumOption) ?? 1, limit: arguments.number(Self.limitOption),
            withMentions: format.hasMentions)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let list = try session.ask(base) { base throws(KnowledgeBaseError) in
            if let note { return try base.concepts(in: note, from: session.workingFolder, passing: filter) }
            return try base.concepts(passing: filter, by: order)
        }
        let presenter = ConceptListPresenter(
            format: format, style: session.style(for: base.vault),
            paths: session.identities(in: base.vault, isAbsolute: isAbsolute), isOfOneNote: note != nil)
        try session.show(presenter.render(list), vault: base.vault)
        session.remark([presenter.count(of: list)])
        return list.total == 0 ? .nothingFound : .success
    }
}
