internal import KBEdit
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// Adds what was asked for: takes the text, tells what the vault says about it, writes, and prints where it is.
struct AdditionFlow {
    let request: AdditionRequest
    let session: Session

    /// Whether someone answers questions, rather than a program reading the answer.
    private var isAsking: Bool { session.isAttended && !request.isAgreed && request.format == .text }

    /// Does all of it.
    func run() throws(Failure) -> ExitStatus {
        let base = try session.open(waitsForOthers: true)
        let addition = try request.addition(in: session) { () throws(Failure) in
            try session.terminal.readInput(limit: FileBytes.largestNote)
        }
        if addition.text != nil, !addition.hasText { return nothingAdded(because: "the text is empty") }
        if opensDailyNote(addition) { return try openDailyNote(addition, base) }
        guard opensEditor(addition) else {
            if case .note = addition.place, addition.text == nil {
                throw .input("there is nothing to add; give words, --text TEXT, or - for standard input")
            }
            let status = try finish(addition, base) ?? nothingAdded(because: nil)
            tellOfUnreadInput(addition)
            return status
        }
        return try DraftEditing(session: session, base: base, isKept: request.isDryRun).edited(addition) {
            edited throws(Failure) in
            try finish(edited, base)
        } ?? nothingAdded(because: nil)
    }

    /// Says that nothing was done.
    private func nothingAdded(because reason: String?) -> ExitStatus {
        session.remark(["nothing is added" + (reason.map { ": \($0)" } ?? "")])
        return .nothingFound
    }

    /// Says that a text which comes through a pipe was not asked for. It is not read all the same: in a loop of the shell it
    /// may be what the loop reads. Looked at late, so that a slow program has written by then.
    private func tellOfUnreadInput(_ addition: Addition) {
        guard addition.text == nil, session.terminal.hasWaitingInput else { return }
        session.remark(["what is in standard input is not added; write - behind the other words for that"])
    }

    // MARK: - The editor

    private func opensEditor(_ addition: Addition) -> Bool {
        if request.isEdited { return true }
        guard addition.text == nil, session.isAttended, !request.isAgreed else { return false }
        if case .daily = addition.place { return session.terminal.isOutputTerminal }
        return true
    }

    /// Whether the note of the day is to be opened itself: nothing is to be put into it.
    private func opensDailyNote(_ addition: Addition) -> Bool {
        guard case .daily = addition.place, addition.text == nil, !request.isEdited, !request.isDryRun else {
            return false
        }
        return session.isAttended && session.terminal.isOutputTerminal && request.format == .text && !request.isAgreed
    }

    private func openDailyNote(_ addition: Addition, _ base: KnowledgeBase) throws(Failure) -> ExitStatus {
        guard let planned = try planned(addition, base) else { return nothingAdded(because: nil) }
        let made = planned.plan.isEmpty ? planned : try make(planned, base)
        session.remark(presenter(base).changes.remarks(made.plan))
        let paths = session.paths(in: base.vault, isAbsolute: true)
        let choice = EditorChoice(environment: session.terminal.environment, setting: base.vault.trustedEditor)
        throw session.terminal.become(choice.words(toOpen: paths.absolute(made.path), line: made.line))
    }

    // MARK: - From the text on

    /// Adds what is known by now; nil when someone does not want it after all.
    private func finish(_ wanted: Addition, _ base: KnowledgeBase) throws(Failure) -> ExitStatus? {
        guard var planned = try planned(wanted, base) else { return nil }
        var advice: DraftAdvice?
        if request.hasAdvice, !planned.plan.isEmpty {
            let choice = AdviceChoice(session: session, base: base, presenter: presenter(base))
            advice = choice.advice(on: planned)
            if let advice {
                // In JSON it stands in the answer.
                if request.format == .text { choice.tell(advice, isAsking: isAsking) }
                if isAsking, let changed = choice.asked(about: advice, planned) {
                    guard let next = try self.planned(changed, base) else { return nil }
                    planned = next
                }
            }
        }
        let presenter = presenter(base)
        session.remark(presenter.changes.remarks(planned.plan))
        guard !request.isDryRun else { return try show(planned, advice, presenter, base) }
        let made = planned.plan.isEmpty ? planned : try make(planned, base)
        switch request.format {
        case .text: try session.terminal.write(presenter.place(made.path, line: made.line))
        case .json: try session.terminal.write(json(made, advice, presenter, isApplied: true))
        }
        return .success
    }

    /// The plan; what is not there is made if someone agrees, else nil.
    private func planned(_ addition: Addition, _ base: KnowledgeBase) throws(Failure) -> PlannedAddition? {
        let told = base.remarks.count
        do throws(KnowledgeBaseError) {
            let planned = try base.planned(addition, isThorough: request.hasAdvice)
            // Where a note is does not depend on what another kb is about to index.
            session.remark(base.remarks.dropFirst(told).filter { $0 != .refreshedElsewhere }.map(\.message))
            return planned
        } catch {
            guard !addition.makesMissing, let question = AdditionFlow.question(about: error) else {
                throw .engine(error)
            }
            guard isAsking else { throw .input(AdditionFlow.hint(behind: error.message)) }
            session.terminal.writeError("kb: \(error.message)\n")
            guard session.terminal.agrees(to: question) else { return nil }
            var creating = addition
            creating.makesMissing = true
            return try self.planned(creating, base)
        }
    }

    /// What to ask when something is missing that could be made.
    private static func question(about error: KnowledgeBaseError) -> String? {
        switch error {
        case .noSuchNote: "Make a new note of that name?"
        case .noSuchHeading(let name, _, _) where !name.hasPrefix(":") && !name.hasPrefix("^"):
            "Make this heading?"
        default: nil
        }
    }

    /// An error with how to go on: behind it, or below what it lists.
    private static func hint(behind message: String) -> String {
        let hint = "--create makes it"
        if message.contains("\n") { return message + "\n" + hint }
        return message + (message.hasSuffix("?") ? " " : "; ") + hint
    }

    private func make(_ planned: PlannedAddition, _ base: KnowledgeBase) throws(Failure) -> PlannedAddition {
        do {
            return try base.make(planned, isThorough: request.hasAdvice)
        } catch {
            throw .engine(error)
        }
    }

    // MARK: - Showing

    private func presenter(_ base: KnowledgeBase) -> AdditionPresenter {
        let paths =
            request.format == .json
            ? session.identities(in: base.vault, isAbsolute: request.isAbsolute)
            : session.paths(in: base.vault, isAbsolute: request.isAbsolute)
        return AdditionPresenter(changes: ChangePresenter(style: session.style(for: base.vault), paths: paths))
    }

    private func json(
        _ planned: PlannedAddition, _ advice: DraftAdvice?, _ presenter: AdditionPresenter, isApplied: Bool
    ) -> String {
        presenter.json(
            planned.plan, path: planned.path, line: planned.line, isApplied: isApplied,
            advice: advice.map { AdviceChoice.json($0, paths: presenter.changes.paths) } ?? .null)
    }

    private func show(
        _ planned: PlannedAddition, _ advice: DraftAdvice?, _ presenter: AdditionPresenter, _ base: KnowledgeBase
    ) throws(Failure) -> ExitStatus {
        if request.format == .json {
            try session.show(json(planned, advice, presenter, isApplied: false), vault: base.vault)
        } else if session.terminal.isOutputTerminal {
            try session.show(presenter.changes.dressedDifference(planned.plan), vault: base.vault)
        } else {
            try session.show(presenter.changes.difference(planned.plan), vault: base.vault)
        }
        let isEmpty = planned.plan.isEmpty
        session.remark([isEmpty ? "nothing to change" : "nothing is written; leave out --dry-run for that"])
        return .success
    }
}

extension Addition {
    /// Whether its text has anything but blanks.
    var hasText: Bool { text?.contains { $0 > 0x20 } ?? false }
}
