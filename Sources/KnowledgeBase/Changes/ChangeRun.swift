internal import Glibc
internal import KBEdit

/// Carries a journal's steps out, or takes them back. Every part may be done already: what is so stays so.
struct ChangeRun {
    let files: ChangeFiles
    let journal: ChangeJournal
    private let proof: ChangeProof
    /// Texts that could not be put where they belong, by the path they were kept at instead; in order.
    private(set) var kept: [String] = []
    /// Why steps could not be taken back: another program changed those files since.
    private(set) var unreverted: [ChangeFailure] = []

    init(_ journal: ChangeJournal, files: ChangeFiles) {
        self.journal = journal
        self.files = files
        proof = ChangeProof(journal, files: files)
    }

    // MARK: - Forward

    /// Brings every step to its end, and makes the result safe on the disk as far as that can be.
    func finish() throws(ChangeFailure) {
        for step in journal.steps {
            if step.isFolder { try finishFolder(step) } else { try finish(try proof.here(step)) }
        }
        sync()
    }

    private func finishFolder(_ step: ChangeStep) throws(ChangeFailure) {
        guard let to = step.to, try !proof.isMoved(step) else { return }
        guard let status = try files.status(step.path), status.st_mode & S_IFMT == S_IFDIR else {
            throw .changedMeanwhile(path: step.path)
        }
        try files.move(step.path, to)
    }

    private func finish(_ step: ChangeStep) throws(ChangeFailure) {
        guard let to = step.to else { return try finishContent(of: step, at: step.path) }
        switch (try isThere(step), try files.isPresent(to)) {
        case (true, false):
            try finishContent(of: step, at: step.path)
            try files.move(step.path, to)
        case (true, true):
            guard try files.isOneFile(step.path, to) else {
                // It has moved when it is there, and what stands at the old path came later.
                guard try proof.hasMoved(step, to: to) else { throw .taken(path: to) }
                return
            }
            try finishContent(of: step, at: step.path)
            if try files.isSame(step.path, to) {
                try files.move(step.path, to)
            } else {
                // A move by link and removal came half-way.
                try files.remove(step.path)
            }
        case (false, true):
            // A file that only moves has done so; what it holds by now is others' business.
            if step.staged != nil { try finishContent(of: step, at: to) }
        case (false, false): throw .changedMeanwhile(path: step.path)
        }
    }

    /// Whether the file of `step` is where it was, be it put aside by an exchange in several goes that was cut short.
    private func isThere(_ step: ChangeStep) throws(ChangeFailure) -> Bool {
        if try files.isPresent(step.path) { return true }
        guard let staged = step.staged else { return false }
        return try files.isPresent(ChangeStep.kept(staged))
    }

    /// Puts the new content at `place`, where the file is at present.
    private func finishContent(of step: ChangeStep, at place: String) throws(ChangeFailure) {
        guard let staged = step.staged, let new = step.new else {
            guard let old = step.old else { return }
            guard try files.print(place) == old else { throw .changedMeanwhile(path: step.path) }
            return
        }
        let now = try files.print(place)
        guard let old = step.old else { return try finishCreation(staged, at: place, now, new) }
        if now == new {
            try completeExchange(staged, at: place)
            // What stood there was not what was planned with, and the exchange could not be taken back any more.
            guard let before = try files.print(staged), before != old else { return }
            throw .changedMeanwhile(path: step.path)
        }
        // Someone has written to it since, who saw what kb had made of it.
        if try proof.isExchanged(step) { return try completeExchange(staged, at: place) }
        var isBefore = now == old
        if now == nil { isBefore = try files.isPresent(ChangeStep.kept(staged)) }
        guard isBefore else { throw .changedMeanwhile(path: step.path) }
        guard try files.isPresent(staged) else { throw .lost(path: step.path) }
        try files.exchange(staged, place, old: old)
    }

    /// Puts a new file at `place`, which holds `now`.
    private func finishCreation(
        _ staged: String, at place: String, _ now: FilePrint?, _ new: FilePrint
    ) throws(ChangeFailure) {
        let isWaiting = try files.isPresent(staged)
        if now == nil {
            guard isWaiting else { throw .lost(path: place) }
            return try files.move(staged, place)
        }
        // It was made, and perhaps written to since.
        guard isWaiting else { return }
        // A move by link and removal may have come half-way.
        guard now == new, try files.isOneFile(staged, place) else { throw .taken(path: place) }
        try files.remove(staged)
    }

    /// Puts the old content where the new one was staged, after an exchange in several goes that was cut short.
    private func completeExchange(_ staged: String, at place: String) throws(ChangeFailure) {
        let kept = ChangeStep.kept(staged)
        guard try files.isPresent(kept) else { return }
        var isMoved = try !files.isPresent(staged)
        // A move by link and removal leaves two names half-way.
        if !isMoved { isMoved = try files.isOneFile(staged, place) }
        if isMoved { try files.replace(kept, staged) }
    }

    // MARK: - Back

    /// Takes every step back. What another program has written since stays, and is told in ``unreverted``.
    mutating func undo() throws(ChangeFailure) {
        for step in journal.steps.reversed() {
            do throws(ChangeFailure) {
                if step.isFolder { try undoFolder(step) } else { try undoFile(try proof.here(step)) }
            } catch {
                // Whatever others have put in its way stays; one such file must not keep all others from going back.
                guard error.isConflict else { throw error }
                unreverted.append(.leftToOthers(path: step.path))
            }
        }
        sync()
    }

    private mutating func undoFolder(_ step: ChangeStep) throws(ChangeFailure) {
        guard let to = step.to, try proof.isMoved(step) else { return }
        guard try proof.isOurs(step, at: to) else { throw .leftToOthers(path: to) }
        try files.makeFolders(above: step.path)
        try files.move(to, step.path)
    }

    private mutating func undoFile(_ step: ChangeStep) throws(ChangeFailure) {
        var place = step.path
        if let to = step.to, try files.isPresent(to) {
            var isFree = try !files.isPresent(step.path)
            if !isFree { isFree = try files.isSame(step.path, to) }
            if isFree {
                if try proof.isOurs(step, at: to) {
                    try files.makeFolders(above: step.path)
                    try files.move(to, step.path)
                } else {
                    // A stranger's; the file itself is gone, or its content was put aside.
                    unreverted.append(.leftToOthers(path: to))
                }
            } else if try files.isOneFile(step.path, to) {
                try files.remove(to)
            } else if try proof.hasMoved(step, to: to) {
                // Someone made a new file under the old name: both stay.
                unreverted.append(.leftToOthers(path: step.path))
                place = to
            }
        }
        try undoContent(of: step, at: place)
    }

    private mutating func undoContent(of step: ChangeStep, at place: String) throws(ChangeFailure) {
        guard let staged = step.staged, let new = step.new else { return }
        let aside = ChangeStep.kept(staged)
        try completeExchange(staged, at: place)
        if try files.isPresent(aside) {
            // Put aside and no further, when the name may have been taken meanwhile.
            if try files.isPresent(place) { try keep(aside, of: step) } else { try files.move(aside, place) }
        }
        let now = try files.print(place)
        guard let old = step.old else {
            // A new file: it goes back, unless someone has written to it.
            if now == new, try !files.isPresent(staged) { return try files.move(place, staged) }
            if now == new, try files.isOneFile(staged, place) { return try files.remove(place) }
            if now != nil, try !files.isPresent(staged) { unreverted.append(.leftToOthers(path: place)) }
            return
        }
        if now == old { return }
        if now == new, try files.isPresent(staged) { return try files.exchange(staged, place, old: new) }
        // What they wrote stays. What stood there before is kept when all is cleaned up.
        unreverted.append(.leftToOthers(path: place))
    }

    // MARK: - Afterwards

    /// Removes what is no longer needed once all is done: old contents, and folders that nothing is left in.
    mutating func cleanAfterDoing() throws(ChangeFailure) {
        try removeStaged { $0.old }
        for folder in journal.left { files.removeFolder(folder) }
    }

    /// Removes what is no longer needed once nothing is to be done: new contents, and folders made for them.
    mutating func cleanAfterUndoing(wasPrepared: Bool) throws(ChangeFailure) {
        // While being prepared, contents may be half written and are nobody else's.
        try removeStaged { wasPrepared ? nil : $0.new }
        for folder in journal.made.reversed() { files.removeFolder(folder) }
    }

    /// Removes staged contents; one that does not hold what `content` tells is kept, since a program that had the note open
    /// has written to it.
    private mutating func removeStaged(_ content: (ChangeStep) -> FilePrint?) throws(ChangeFailure) {
        for step in journal.steps where !step.isFolder {
            let here = try proof.here(step)
            guard let staged = here.staged else { continue }
            for path in [staged, ChangeStep.kept(staged)] {
                // A folder of this name is nothing of kb's.
                guard let status = try files.status(path), status.st_mode & S_IFMT != S_IFDIR else { continue }
                if let expected = content(step), try proof.print(path) != expected {
                    try keep(path, of: here)
                } else {
                    try files.remove(path)
                }
            }
        }
    }

    /// Puts the file at `staged` into the trash, under the name of the note of `step`; where it is if that cannot be, so that
    /// nothing is lost and nothing stuck.
    private mutating func keep(_ staged: String, of step: ChangeStep) throws(ChangeFailure) {
        do throws(ChangeFailure) {
            let place = try Trash(files: files).freePath(for: step.path)
            try files.makeFolders(above: place)
            try files.move(staged, place)
            kept.append(place)
        } catch {
            guard error.isConflict else { throw error }
            kept.append(staged)
        }
    }

    /// Makes safe on the disk what the folders of all files list, as far as the system lets it.
    ///
    /// By now all is done or put back. To stop because a folder cannot be written out would not make it any safer, and
    /// the change would never come to an end.
    private func sync() {
        let paths = journal.steps.flatMap { step in [((try? proof.here(step)) ?? step).path, step.newPath] }
        try? files.syncFolders(of: paths)
    }
}
