internal import Glibc
internal import KBEdit

/// Makes all changes of a plan or none.
///
/// New contents are written beside the notes and made safe on the disk, so that a full disk shows before a note is
/// touched. Then each takes its note's place, whose old content is kept until all is done.
struct ChangeApplier {
    /// What was found of an earlier change when the vault was opened.
    enum Settlement: Equatable {
        /// Nothing was being changed.
        case none
        /// It was cut short and is finished now.
        case finished(title: String)
        /// It was cut short and is undone; why it could not be finished, unless no note had been touched.
        case undone(title: String, because: String?)
        /// Another process, or another machine, is changing notes just now.
        case elsewhere
        /// It was cut short, and cannot be finished or undone yet; why.
        case unfinished(because: String)
    }

    /// For so long the journal of another machine is taken for that of a change under way, in seconds: far longer than any
    /// takes, even with a synchronised folder's delays.
    private static let patienceWithOthers = 600

    /// More new contents than this are made safe by writing out the whole disk, which else would wait for other programs'
    /// files: each single one costs a turn of the disk.
    private static let mostSyncedSingly = 500

    let files: ChangeFiles
    /// Paths of folders that are never removed.
    let lasting: Set<String>
    /// Texts that another program's writing kept from their place, by the paths in the trash they were kept at.
    private(set) var kept: [String] = []
    /// Files whose text was changed and that have other names on the disk, hard links, which keep the old text.
    private(set) var parted: [String] = []

    init(files: ChangeFiles, lasting: Set<String>) {
        self.files = files
        self.lasting = lasting
    }

    // MARK: - A new change

    /// Makes the changes of `plan`, waiting for another process that is changing notes, unless `isWanted` says, once no other
    /// kb can change notes, that it is not wanted any more; `whenWaiting` is called when it has to wait.
    ///
    /// - Throws: Why nothing was changed; when it could not even be undone, ``ChangeFailure/unfinished(path:message:)``.
    mutating func apply(
        _ plan: ChangePlan, whenWaiting: () -> Void = {}, ifStill isWanted: () -> Bool = { true }
    ) throws(ChangeFailure) {
        guard !plan.isEmpty else { return }
        guard let folder = try ChangeFolder.take(files, waiting: true, whenWaiting: whenWaiting) else { return }
        // From here on Ctrl-C waits for the few moments the change takes.
        var shield = SignalShield()
        defer { shield.lift() }
        defer { folder.release() }
        try settleFirst(folder)
        // To plan anew may take a while, in which Ctrl-C ends it.
        shield.lift()
        let isStillWanted = isWanted()
        shield = SignalShield()
        guard isStillWanted else { return }
        let draft = try ChangeDraft(plan, files: files, lasting: lasting)
        guard !draft.steps.isEmpty else { return }
        // Now is the last moment at which nothing has happened yet.
        guard !shield.isAsked else { throw .interrupted(path: ChangeFolder.path) }
        let journal = ChangeJournal(
            title: plan.title, machine: ChangeJournal.thisMachine, made: draft.made, left: draft.left,
            steps: draft.steps)
        try folder.begin(journal)
        try prepare(draft, journal, folder)
        try carryOut(journal, folder)
        parted = draft.parted
    }

    /// Settles what an earlier change left, which else stands in the way.
    private mutating func settleFirst(_ folder: ChangeFolder) throws(ChangeFailure) {
        var reason: String?
        do throws(ChangeFailure) {
            if case .unfinished(let because) = try settle(folder) { reason = because }
        } catch {
            reason = ChangeApplier.words(error)
        }
        guard let reason else { return }
        throw .unfinished(path: ChangeFolder.path, message: "an earlier change is not finished: \(reason)")
    }

    /// Writes all new contents beside the notes. When that fails, nothing is left of it.
    private mutating func prepare(
        _ draft: ChangeDraft, _ journal: ChangeJournal, _ folder: ChangeFolder
    ) throws(ChangeFailure) {
        do throws(ChangeFailure) {
            for path in draft.made { try files.makeFolder(path) }
            for content in draft.contents { try write(content) }
            // All are written first: the disk takes them in one go then.
            if draft.contents.count > Self.mostSyncedSingly {
                try files.syncAll(draft.contents.map(\.path))
            } else {
                for content in draft.contents { try files.sync(content.path) }
            }
            // Before the journal says that all is there, its names must be.
            try files.syncFolders(of: draft.made + draft.contents.map(\.path))
            try folder.advance(from: .prepared, to: .applying)
        } catch {
            // What is left here is removed at the next start.
            try? giveUp(journal, folder)
            throw error
        }
    }

    private func write(_ content: ChangeDraft.Staged) throws(ChangeFailure) {
        do throws(ChangeFailure) {
            switch content.content {
            case .bytes(let bytes):
                try files.create(
                    content.path, holding: bytes, like: content.status == nil ? nil : content.note,
                    status: content.status, isPrivate: content.origin != nil)
                if let origin = content.origin { files.liken(content.path, to: origin, holding: bytes) }
            case .copy(let source, let print): try files.copy(source, to: content.path, holding: print)
            }
        } catch {
            // The note is what people know.
            guard case .system(content.path, let code) = error else { throw error }
            throw .system(path: content.note, code: code)
        }
    }

    private mutating func carryOut(_ journal: ChangeJournal, _ folder: ChangeFolder) throws(ChangeFailure) {
        do throws(ChangeFailure) {
            try ChangeRun(journal, files: files).finish()
        } catch {
            throw try undo(journal, folder, from: .applying, because: error) ?? error
        }
        // From here on the change is made, whatever happens to what is left over.
        try? end(journal, folder)
    }

    // MARK: - The ways to an end

    private mutating func end(_ journal: ChangeJournal, _ folder: ChangeFolder) throws(ChangeFailure) {
        try folder.advance(from: .applying, to: .done)
        try clean(journal, folder, .done)
    }

    private mutating func giveUp(_ journal: ChangeJournal, _ folder: ChangeFolder) throws(ChangeFailure) {
        guard let state = try folder.state() else { return }
        try clean(journal, folder, state)
    }

    private mutating func clean(
        _ journal: ChangeJournal, _ folder: ChangeFolder, _ state: ChangeJournal.State
    ) throws(ChangeFailure) {
        var run = ChangeRun(journal, files: files)
        defer { kept += run.kept }
        if state == .done {
            try run.cleanAfterDoing()
        } else {
            try run.cleanAfterUndoing(wasPrepared: state == .prepared)
        }
        try folder.end(state)
    }

    /// Puts everything back; returns what could not be since another program changed it.
    private mutating func undo(
        _ journal: ChangeJournal, _ folder: ChangeFolder, from state: ChangeJournal.State, because reason: ChangeFailure
    ) throws(ChangeFailure) -> ChangeFailure? {
        var run = ChangeRun(journal, files: files)
        do throws(ChangeFailure) {
            if state == .applying { try folder.advance(from: .applying, to: .undoing) }
            try run.undo()
            try folder.advance(from: .undoing, to: .undone)
        } catch {
            kept += run.kept
            let message =
                "\(reason.path): \(reason.message); what was changed cannot be put back yet: \(error.path): "
                + "\(error.message); the next kb tries again; \(ChangeFolder.wayOut)"
            throw .unfinished(path: reason.path, message: message)
        }
        kept += run.kept
        try? clean(journal, folder, .undone)
        return run.unreverted.first
    }

    // MARK: - What an earlier one left

    /// Finishes what an interrupted change left, or undoes it. Costs one look at the vault's folder when there is nothing.
    mutating func settle() -> Settlement {
        do throws(ChangeFailure) {
            guard try files.isPresent(ChangeFolder.path) else { return .none }
            guard let folder = try ChangeFolder.take(files, waiting: false) else { return .elsewhere }
            let shield = SignalShield()
            defer { shield.lift() }
            defer { folder.release() }
            return try settle(folder)
        } catch {
            return .unfinished(because: ChangeApplier.words(error))
        }
    }

    private mutating func settle(_ folder: ChangeFolder) throws(ChangeFailure) -> Settlement {
        guard let (journal, state, age) = try folder.journal() else { return .none }
        guard journal.machine == ChangeJournal.thisMachine || age > ChangeApplier.patienceWithOthers else {
            return .unfinished(
                because: "another machine is making this change: \(journal.title); when it does not, kb settles it ten "
                    + "minutes after it began")
        }
        switch state {
        case .prepared, .undone:
            try clean(journal, folder, state)
            return .undone(title: journal.title, because: nil)
        case .done:
            try clean(journal, folder, state)
            return .finished(title: journal.title)
        case .applying: return try resume(journal, folder)
        case .undoing:
            let left = try undo(journal, folder, from: .undoing, because: .changedMeanwhile(path: ChangeFolder.path))
            return .undone(title: journal.title, because: left.map(ChangeApplier.words))
        }
    }

    private mutating func resume(
        _ journal: ChangeJournal, _ folder: ChangeFolder
    ) throws(ChangeFailure) -> Settlement {
        do throws(ChangeFailure) {
            try ChangeRun(journal, files: files).finish()
        } catch {
            // A full or read-only disk may be mended: then it can still be finished.
            guard error.isConflict else { throw error }
            let left = try undo(journal, folder, from: .applying, because: error)
            return .undone(title: journal.title, because: ChangeApplier.words(left ?? error))
        }
        try end(journal, folder)
        return .finished(title: journal.title)
    }

    private static func words(_ failure: ChangeFailure) -> String {
        // Only what the system refuses stays as it is until someone does something.
        guard case .system = failure, !failure.isConflict else { return "\(failure.path): \(failure.message)" }
        return "\(failure.path): \(failure.message); mend that, or \(ChangeFolder.wayOut)"
    }
}
