internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// `kb doctor`
struct DoctorCommand: Command {
    static let name = "doctor"
    static let strictOption = Option.flag("strict", "count remarks as problems too")
    static let fixOption = Option.flag("fix", "repair links that can only have meant one note or file")
    static let formatOption = Option.choice("format", "FORMAT", of: IssuePresenter.Format.self, "print as")

    static var definition: CommandDefinition {
        CommandDefinition(
            name: name, summary: "list what is wrong in notes and settings",
            options: [
                fixOption, ChangeFlow.dryRunOption, ChangeFlow.yesOption, strictOption, formatOption,
                CommonOptions.json,
                CommonOptions.absolute,
            ],
            examples: [
                .init("kb doctor", "as path:line: severity: message [kind]"),
                .init("kb doctor -q --strict", "for a check before a commit"),
                .init("kb doctor --json", "for a program"),
                .init("kb doctor --fix --dry-run", "what could be repaired, as a diff"),
                .init("kb doctor --fix", "repair it"),
            ],
            details: [
                "Without --fix nothing is changed.",
                "--fix repairs links that lead nowhere when one note or file alone has the name they end in: it has moved, or has "
                    + "another extension; a name of digits alone, such as a date, must be in a folder of the same name too. "
                    + "Everything else stays, and where several notes have the name they are told. When errors or warnings are "
                    + "left, kb exits as it does without --fix. " + ChangeFlow.explanation,
            ],
            statuses: [.success, .problemsFound])
    }

    private let isStrict: Bool
    private let format: IssuePresenter.Format
    private let isAbsolute: Bool
    /// Nil when notes are only looked at.
    private let repair: ChangeFlow?

    init(_ arguments: Arguments) throws(UsageError) {
        isStrict = arguments.has(Self.strictOption)
        format = try arguments.format(Self.formatOption, standard: .text)
        let isFixing = arguments.has(Self.fixOption)
        for option in [ChangeFlow.dryRunOption, ChangeFlow.yesOption] where arguments.has(option) && !isFixing {
            throw arguments.misused("--\(option.name) goes with --fix")
        }
        for option in [Self.strictOption, CommonOptions.absolute] where arguments.has(option) && isFixing {
            throw arguments.misused("--\(option.name) does not go with --fix")
        }
        if isFixing, format == .jsonl { throw arguments.misused("--format jsonl does not go with --fix") }
        repair = isFixing ? try ChangeFlow(arguments) : nil
        isAbsolute = arguments.has(CommonOptions.absolute)
    }

    func run(in session: Session) throws(Failure) -> ExitStatus {
        if let repair { return try mend(by: repair, in: session) }
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

    /// Repairs what can be, and tells what is left.
    private func mend(by repair: ChangeFlow, in session: Session) throws(Failure) -> ExitStatus {
        let status = try repair.run(in: session, whenNothing: .success) { base throws(KnowledgeBaseError) in
            try base.plannedRepair()
        }
        guard status == .success, !repair.isDryRun else { return status }
        let base = try session.open()
        let left = try session.attempt { () throws(KnowledgeBaseError) in try base.issues() }.filter {
            $0.issue.severity != .remark
        }
        guard !left.isEmpty else { return .success }
        let presenter = IssuePresenter(
            format: .text, style: Style(), paths: session.paths(in: base.vault, isAbsolute: false))
        session.remark([presenter.summary(of: left)].compactMap { $0 }.map { "\($0) left; kb doctor lists them" })
        return .problemsFound
    }
}
