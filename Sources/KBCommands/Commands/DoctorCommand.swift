internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb doctor`
struct DoctorCommand: Command {
    static let name = "doctor"
    static let strictOption = Option.flag("strict", "count remarks as problems too")
    static let formatOption = Option.choice("format", "FORMAT", of: IssuePresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list what is wrong in notes and settings",
            options: [strictOption, formatOption, CommonOptions.json, CommonOptions.absolute],
            examples: [
                .init("kb doctor", "as path:line: severity: message [kind]"),
                .init("kb doctor -q --strict", "for a check before a commit"),
                .init("kb doctor --json", "for a program"),
            ],
            details: ["Nothing is changed: every note stays as it is."],
            statuses: [.success, .problemsFound])
    }

    private let isStrict: Bool
    private let format: IssuePresenter.Format
    private let isAbsolute: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        isStrict = arguments.has(Self.strictOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let issues = try session.ask(base) { base throws(KnowledgeBaseError) in try base.issues() }
        let paths =
            switch format {
            case .text: session.paths(in: base.vault, isAbsolute: isAbsolute)
            case .json, .jsonl: session.identities(in: base.vault, isAbsolute: isAbsolute)
            }
        let presenter = IssuePresenter(format: format, style: session.style(for: base.vault), paths: paths)
        try session.show(presenter.render(issues), vault: base.vault)
        session.remark([presenter.kinds(of: issues), presenter.summary(of: issues)].compactMap { $0 })
        return issues.contains { isStrict || $0.issue.severity != .remark } ? .problemsFound : .success
    }
}
