internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb status`
struct StatusCommand: Command {
    static let name = "status"
    static let formatOption = Option.choice("format", "FORMAT", of: StatusPresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "tell the vault, the index and how they stand to each other",
            options: [formatOption, CommonOptions.json],
            examples: [
                .init("kb status", "which vault this is, and why"),
                .init("kb -C ~/notes status --json", "another one, for a program"),
            ],
            details: ["Nothing is indexed or changed."])
    }

    private let format: StatusPresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        format = try arguments.format(Self.formatOption, standard: .text)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open(neverRefreshing: true)
        let status = try session.ask(base) { base throws(KnowledgeBaseError) in try base.status() }
        let presenter = StatusPresenter(
            format: format, style: session.style(for: base.vault), programVersion: Program.version)
        try session.show(presenter.render(status), vault: base.vault)
        return .success
    }
}
