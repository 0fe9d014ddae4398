internal import KBModel
internal import KBPresent
internal import KBStudy
internal import KnowledgeBase

/// `kb export checklist`
struct ChecklistExport: Export {
    /// The formats of a file; on the terminal, `kb checklist` has more.
    enum Format: String, CaseIterable {
        case md, html, json
    }

    static let name = "checklist"
    static let summary = "a task list that other programs show with boxes, or a page to print"
    static let formatOption = Option.choice(
        "format", "FORMAT", of: Format.self, "write a checklist as; md unless given")
    static let answersOption = Option.flag("with-answers", "write what the notes say below each item")
    static var options: [Option] { [formatOption, answersOption, TopicOptions.depth] }

    static let examples: [CommandDefinition.Example] = [
        .init("kb export checklist monitoring -o monitoring.md", "a task list of Markdown"),
        .init("kb export checklist --format html -o framework.html", "the framework of all notes, to print"),
    ]

    static let details = [
        "The links of a checklist lead to the notes from the folder of FILE, and on standard output from the vault's. "
            + "Boxes ticked in the file are unknown to kb; kb tick is how it learns of them."
    ]

    private let format: Format
    private let options: ChecklistOptions

    init(_ arguments: Arguments) throws(UsageError) {
        format = arguments.choice(Self.formatOption, as: Format.self) ?? .md
        options = ChecklistOptions(
            depth: arguments.number(TopicOptions.depth), withAnswers: arguments.has(Self.answersOption))
    }

    func content(
        about topic: [String], for folder: String?, from base: KnowledgeBase, in session: Session
    ) throws(Failure) -> ExportContent {
        let checklist = try session.checklist(about: topic, options: options, of: base)
        let root = base.vault.root
        let presenter = ChecklistPresenter(
            format: shown, paths: .inVault(root: root),
            destinations: folder.map { PathStyle.from(folder: $0, root: root) })
        return ExportContent(
            text: presenter.render(checklist), remarks: [presenter.count(of: checklist)],
            isEmpty: checklist.groups.isEmpty)
    }

    private var shown: ChecklistPresenter.Format {
        switch format {
        case .md: .md
        case .html: .html
        case .json: .json
        }
    }
}
