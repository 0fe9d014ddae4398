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

    /// Whether nothing is written.
    let isDryRun: Bool
    private let isAgreed: Bool
    private let format: ChangePresenter.Format

    init(_ arguments: Arguments) throws(UsageError) {
        isDryRun = arguments.has(Self.dryRunOption)
        isAgreed = arguments.has(Self.yesOption)
        format = try arguments.format(Self.formatOption, standard: .text)
    }

    /// How often notes may change while someone is asked, or another kb waited for, before kb gives up.
    private static let mostPlans = 5

    /// Makes the change that `planning` works out. `needsAsking` tells whether a plan is worth a question; unless given,
    /// one that changes texts or breaks links is. `whenNothing` is the status when there is nothing to do.
    ///
    /// When the notes are not those of the plan any more once they are to be changed, it is worked out anew; another plan is
    /// shown, and asked about, again.
    func run(
        in session: Session, whenNothing: ExitStatus = .nothingFound,
        asking needsAsking: (ChangePlan) -> Bool = \.isWorthAsking,
        _ planning: (KnowledgeBase) throws(KnowledgeBaseError) -> ChangePlan
    ) throws(Failure) -> ExitStatus {
        let base = try session.open()
        var plan = try session.ask(base, planning)
        let paths =
            format == .json
            ? session.identities(in: base.vault, isAbsolute: false) : session.paths(in: base.vault, isAbsolute: false)
        let presenter = ChangePresenter(style: session.style(for: base.vault), paths: paths)
        for number in 1...ChangeFlow.mostPlans {
            guard !isDryRun, !plan.isEmpty else {
                let status = try show(plan, with: presenter, base, in: session)
                return plan.isEmpty ? whenNothing : status
            }
            guard try isWanted(plan, needsAsking(plan), with: presenter, base, in: session) else {
                session.remark(["nothing is changed"])
                return .nothingFound
            }
            let told = base.remarks.count
            let other = try session.ask(base, told: told) { base throws(KnowledgeBaseError) in
                try base.apply(plan, whenWaiting: session.tellOfWaiting, ifStill: planning)
            }
            guard let other else {
                switch format {
                case .text: try session.tellDone(presenter.render(plan))
                case .json: try session.tellDone(presenter.json(plan, isApplied: true))
                }
                session.remark([presenter.summary(of: plan)].compactMap { $0 })
                return .success
            }
            // Beside a program that keeps writing it happens again and again.
            if number == 1 { session.remark(["notes have changed meanwhile, and the change with them"]) }
            plan = other
        }
        throw .engine(.refused("notes keep changing, so nothing is changed; try again"))
    }

    /// Tells what is to be done, and asks if `isAsking` and someone can answer.
    private func isWanted(
        _ plan: ChangePlan, _ isAsking: Bool, with presenter: ChangePresenter, _ base: KnowledgeBase,
        in session: Session
    ) throws(Failure) -> Bool {
        guard format == .text, !isAgreed, session.isAttended, isAsking else {
            session.remark(presenter.remarks(plan))
            return true
        }
        try session.show(presenter.dressedDifference(plan), vault: base.vault)
        session.remark(presenter.remarks(plan))
        return session.terminal.agrees(to: presenter.question(plan))
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

extension ChangePlan {
    /// Whether texts change, or links break by it.
    fileprivate var isWorthAsking: Bool { !replacements.isEmpty || remarks.contains { $0.kind == .dangling } }
}

extension Session {
    /// Whether someone can be asked.
    var isAttended: Bool { options.allowsInput && terminal.isInputTerminal && terminal.isErrorTerminal }

    /// Prints what a change has done, which is done whether or not that can be printed.
    func tellDone(_ text: String) throws(Failure) {
        do throws(Failure) {
            try terminal.write(text)
        } catch {
            guard case .output(let reason) = error else { throw error }
            throw .output("\(reason); the change is made")
        }
    }

    /// Says why nothing seems to happen.
    func tellOfWaiting() { remark(["waiting for another kb that is changing notes; Ctrl-C gives up"]) }
}
