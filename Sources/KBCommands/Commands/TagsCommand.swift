internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb tags`
struct TagsCommand: Command {
    /// The order of tags.
    enum Order: String, CaseIterable {
        case name, count
    }

    static let name = "tags"
    static let sortOption = Option.choice("sort", "KEY", of: Order.self, "order by")
    static let treeOption = Option.flag("tree", "print tags below the levels they stand under")
    static let formatOption = Option.choice("format", "FORMAT", of: TagPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list the tags with the number of notes that use them",
            options: [sortOption, treeOption, formatOption, CommonOptions.json],
            examples: [
                .init("kb tags", "every tag, by name"),
                .init("kb tags --sort count", "the commonest first"),
                .init("kb tags --tree", "nested tags below their parents"),
            ],
            details: ["A note counts for the tag it uses, not for the levels above it."],
            statuses: [.success, .nothingFound])
    }

    private let order: Order
    private let isTree: Bool
    private let format: TagPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        order = arguments.choice(Self.sortOption, as: Order.self) ?? .name
        isTree = arguments.has(Self.treeOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        if isTree, format != .text { throw arguments.misused("--tree is for --format text") }
        if isTree, order == .count { throw arguments.misused("--tree is ordered by name") }
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        var tags = try session.ask(base) { base throws(KnowledgeBaseError) in try base.tags() }
        if order == .count {
            // Those used equally often stay by name.
            tags = tags.enumerated().sorted { ($1.element.notes, $0.offset) < ($0.element.notes, $1.offset) }
                .map(\.element)
        }
        let presenter = TagPresenter(format: format, style: session.style(for: base.vault), isTree: isTree)
        try session.show(presenter.render(tags), vault: base.vault)
        return tags.isEmpty ? .nothingFound : .success
    }
}
