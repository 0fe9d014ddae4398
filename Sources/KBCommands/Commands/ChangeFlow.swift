internal import KBEdit
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// What all commands that change notes do: show the change, ask where someone can answer, make it, and report.
struct ChangeFlow {
    static let dryRunOption = Option.flag("dry-run", "print the change as a unified diff, write nothing")
    static let yesOption = Option.flag("yes", short: "y", "do not ask")
    static let formatOption = Option.choice("format", "FORMAT", of: ChangePresenter.Format.self, "print as")

    /// The options of every such command.
    static let options = [dryRunOption, yesOption, formatOption, CommonOptions.json]

    /// What the details of the help say.
    static let explanation =
        "All notes are changed or none: a run that is killed is finished or undone when kb is started next, and a note that "
        + "another program changed meanwhile stops everything. In a terminal the change is shown first and kb asks; with "
        + "--yes, --json or --no-input, and where standard input and error are no terminals, it does not ask. The diff of "
        + "--dry-run can be applied with git apply, or patch -p1, in the vault's folder."

    private let isDryRun: Bool
    private let isAgreed: Bool
    private let format: ChangePresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        isDryRun = arguments.has(Self.dryRunOption)
        isAgreed = arguments.has(Self.yesOption)
        format = try arguments.format(Self.formatOption, standard: .text)
    }

    /// Makes the change that `planning` works out. `needsAsking` tells whether a plan is worth a question; unless given,
    /// one that changes texts is. `whenNothing` is the status when there is nothing to do.
    func run(
        in session: Session, whenNothing: ExitStatus = .nothingFound,
        asking needsAsking: (ChangePlan) -> Bool = { !$0.replacements.isEmpty },
        _ planning: (KnowledgeBase) throws(KnowledgeBaseError) -> ChangePlan
    ) throws(Failure) -> ExitStatus {
        let base = try session.open()
        let plan = try session.ask(base, planning)
        let paths =
            format == .json
            ? session.identities(in: base.vault, isAbsolute: false) : session.paths(in: base.vault, isAbsolute: false)
        let presenter = ChangePresenter(style: session.style(for: base.vault), paths: paths)
        guard !isDryRun, !plan.isEmpty else {
            let status = try show(plan, with: presenter, base, in: session)
            return plan.isEmpty ? whenNothing : status
        }
        if format == .text, !isAgreed, session.isAttended, needsAsking(plan) {
            try session.show(presenter.dressedDifference(plan), vault: base.vault)
            session.remark(presenter.remarks(plan))
            guard session.terminal.agrees(to: presenter.question(plan)) else {
                session.remark(["nothing is changed"])
                return .nothingFound
            }
        } else {
            session.remark(presenter.remarks(plan))
        }
        let told = base.remarks.count
        try session.ask(base, told: told) { base throws(KnowledgeBaseError) in
            try base.apply(plan, whenWaiting: session.tellOfWaiting)
        }
        switch format {
        case .text: try session.terminal.write(presenter.render(plan))
        case .json: try session.terminal.write(presenter.json(plan, isApplied: true))
        }
        session.remark([presenter.summary(of: plan)].compactMap { $0 })
        return .success
    }

    /// What would be done, or that there is nothing to do.
    private func show(
        _ plan: ChangePlan, with presenter: ChangePresenter, _ base: KnowledgeBase, in session: Session
    ) throws(Failure) -> ExitStatus {
        if format == .json {
            try session.show(presenter.json(plan, isApplied: false), vault: base.vault)
        } else if session.terminal.isOutputTerminal {
            try session.show(presenter.dressedDifference(plan), vault: base.vault)
        } else {
            try session.show(presenter.difference(plan), vault: base.vault)
        }
        session.remark(presenter.remarks(plan))
        session.remark([plan.isEmpty ? "nothing to change" : "nothing is written; leave out --dry-run for that"])
        return .success
    }
}

extension Session {
    /// Whether someone can be asked.
    var isAttended: Bool { options.allowsInput && terminal.isInputTerminal && terminal.isErrorTerminal }

    /// Says why nothing seems to happen.
    func tellOfWaiting() { remark(["waiting for another kb that is changing notes; Ctrl-C gives up"]) }
}
