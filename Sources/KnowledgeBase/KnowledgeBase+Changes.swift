public import KBEdit
public import KBModel

extension KnowledgeBase {
    // MARK: - Changing notes

    /// Makes all changes of `plan`, or none, and brings the index up to date. Waits for another kb that is changing notes.
    ///
    /// A file that does not hold what the plan was made from stops it, and all is put back.
    /// - Parameter whenWaiting: Called once when it has to wait; a signal can still end the program then.
    /// - Throws: ``KnowledgeBaseError/unwritable(path:message:)`` when nothing was changed,
    ///   ``KnowledgeBaseError/refused(_:)`` when an interrupted change is in the way.
    public func apply(_ plan: ChangePlan, whenWaiting: () -> Void = {}) throws(KnowledgeBaseError) {
        try made(plan, whenWaiting: whenWaiting) { true }
    }

    /// As ``apply(_:whenWaiting:)``, provided that `planning`, asked again once no other kb can change notes, still works out
    /// the same: a link written since then may have to follow as well.
    ///
    /// - Returns: Nil when the changes are made; else what `planning` works out now, and nothing is changed.
    public func apply(
        _ plan: ChangePlan, whenWaiting: () -> Void = {},
        ifStill planning: (KnowledgeBase) throws(KnowledgeBaseError) -> ChangePlan
    ) throws(KnowledgeBaseError) -> ChangePlan? {
        var current = plan
        var trouble: KnowledgeBaseError?
        let known = plannedFrom
        try made(plan, whenWaiting: whenWaiting) {
            do throws(KnowledgeBaseError) {
                try prepareToPlan()
                // The same notes give the same plan.
                if plannedFrom != known { current = try planning(self) }
            } catch {
                trouble = error
            }
            return trouble == nil && current == plan
        }
        if let trouble { throw trouble }
        return current == plan ? nil : current
    }

    private func made(
        _ plan: ChangePlan, whenWaiting: () -> Void, ifStill isWanted: () -> Bool
    ) throws(KnowledgeBaseError) {
        do throws(ChangeFailure) {
            try make(plan, whenWaiting: whenWaiting, ifStill: isWanted)
        } catch {
            throw KnowledgeBase.failure(error)
        }
        forgetNotes()
    }

    /// Makes all changes of `plan`, or none, and none unless `isWanted` once no other kb can change notes; what is known of the
    /// notes is as before.
    func make(
        _ plan: ChangePlan, whenWaiting: () -> Void = {}, ifStill isWanted: () -> Bool = { true }
    ) throws(ChangeFailure) {
        var applier = changeApplier
        defer {
            remarks += applier.kept.map { .keptInTrash(path: $0) } + applier.parted.map { .partedHardLink(path: $0) }
        }
        try applier.apply(plan, whenWaiting: whenWaiting, ifStill: isWanted)
    }

    /// What to tell of a change that was not made.
    static func failure(_ failure: ChangeFailure) -> KnowledgeBaseError {
        switch failure {
        case .unfinished(let path, let message): .refused("\(path): \(message)")
        case .leftToOthers(let path): .unwritable(path: path, message: failure.message)
        // Nobody but kb knows the folder of the journal.
        case .system(let path, _) where ChangeFolder.holds(path):
            .refused("the vault's own folder cannot be written: \(failure.message); nothing was changed")
        default: .unwritable(path: failure.path, message: "\(failure.message); nothing was changed")
        }
    }

    /// Finishes, or undoes, what a change of notes left that was interrupted, and returns what to tell of it. To be called
    /// when a front end opens the vault; costs one look at a folder when there is nothing to do.
    public func settleInterruptedChange() -> [Remark] {
        var applier = changeApplier
        let remark: Remark? =
            switch applier.settle() {
            case .none: nil
            case .finished(let title): .finishedChange(title: title)
            case .undone(let title, let reason): .undidChange(title: title, because: reason)
            case .elsewhere: .changingElsewhere
            case .unfinished(let reason): .unfinishedChange(because: reason)
            }
        return (remark.map { [$0] } ?? []) + applier.kept.map { .keptInTrash(path: $0) }
    }

    private var changeApplier: ChangeApplier {
        let folders = vault.notesFolders.compactMap { FilePath.relative($0, to: vault.root) }
        return ChangeApplier(files: ChangeFiles(root: vault.root), lasting: Set(folders))
    }
}
