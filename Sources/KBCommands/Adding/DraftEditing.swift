internal import KBEdit
internal import KBModel
internal import KBPresent
internal import KnowledgeBase

/// Lets someone write what is to be added in their editor. What they write is never lost: the draft goes away once it is
/// in the vault, and is told of when it stays.
struct DraftEditing {
    let session: Session
    let base: KnowledgeBase
    /// Whether the draft stays though all goes well: it is to be seen only, not added.
    let isKept: Bool

    /// What the shell ends with when a command cannot be run, or is not there.
    private static let notStarted: Set<Int32> = [126, 127]

    /// Opens the editor on what is known of `addition`, and hands what comes back to `finish`, which tells whether it was
    /// added.
    ///
    /// - Returns: What `finish` does; nil when nothing was written.
    func edited(
        _ addition: Addition, finish: (Addition) throws(Failure) -> ExitStatus?
    ) throws(Failure) -> ExitStatus? {
        tellOfDraftsLeft()
        let (bytes, line) = try engine { base throws(KnowledgeBaseError) in try base.draft(of: addition) }
        let draft = try engine { _ throws(KnowledgeBaseError) in
            try DraftFile(title: addition.title, holding: bytes, environment: session.terminal.environment)
        }
        do throws(Failure) {
            let failure = open(draft, at: line)
            let typed = try engine { _ throws(KnowledgeBaseError) in try draft.read() }
            if isUnchanged(typed, bytes, addition) {
                draft.remove()
                if let failure { throw failure }
                return nil
            }
            if let failure { throw failure }
            let status = try finish(addition.written(typed, over: bytes))
            if status == .success, !isKept { draft.remove() } else { tell(of: draft) }
            return status
        } catch {
            if draft.isThere { tell(of: draft) }
            throw error
        }
    }

    /// Why the editor was of no use; nil when it ended well.
    private func open(_ draft: DraftFile, at line: Int) -> Failure? {
        let choice = EditorChoice(environment: session.terminal.environment, setting: base.vault.trustedEditor)
        let status = session.terminal.run(choice.words(toOpen: draft.path, line: line), needsScreen: true)
        guard let status, !Self.notStarted.contains(status) else {
            return .program(choice.command, reason: "set KB_EDITOR to your editor")
        }
        return status == 0 ? nil : .input("the editor did not end well (\(status)), so nothing is added")
    }

    /// Whether nobody wrote anything: the text is empty, or what it was, unless it was given to be added.
    private func isUnchanged(_ typed: [UInt8], _ bytes: [UInt8], _ addition: Addition) -> Bool {
        guard let text = try? AddedText(typed) else { return false }
        return text.isEmpty || addition.text == nil && (try? AddedText(bytes))?.bytes == text.bytes
    }

    private func tell(of draft: DraftFile) {
        // Told even to those who asked for quiet: it is where their words are.
        session.terminal.writeError("kb: what you wrote is kept in \(draft.path)\n")
    }

    private func tellOfDraftsLeft() {
        session.remark(
            DraftFile.left(environment: session.terminal.environment).map { path in
                "a draft was never added: \(path.harmless); kb add - < FILE adds it, rm throws it away"
            })
    }

    private func engine<Answer>(
        _ body: (KnowledgeBase) throws(KnowledgeBaseError) -> Answer
    ) throws(Failure) -> Answer {
        do {
            return try body(base)
        } catch {
            throw .engine(error)
        }
    }
}

extension Addition {
    /// The same with what someone wrote over `draft`.
    fileprivate func written(_ typed: [UInt8], over draft: [UInt8]) -> Addition {
        var addition = self
        addition.text = typed
        if case .newNote = place, !draft.isEmpty {
            // It had its title, its template and its tags already.
            addition.isWhole = true
            addition.tags = []
        }
        return addition
    }
}
