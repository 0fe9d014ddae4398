internal import Glibc

/// Carries a journal's steps out, or takes them back. Every part may be done already: what is so stays so.
struct ChangeRun {
    let files: ChangeFiles
    let journal: ChangeJournal
    /// Texts that could not be put where they belong, by the path they were kept at instead; in order.
    private(set) var kept: [String] = []
    /// Why steps could not be taken back: another program changed those files since.
    private(set) var unreverted: [ChangeFailure] = []

    init(_ journal: ChangeJournal, files: ChangeFiles) {
        self.journal = journal
        self.files = files
    }

    // MARK: - Forward

    /// Brings every step to its end, and makes the result safe on the disk.
    func finish() throws(ChangeFailure) {
        for step in journal.steps { try finish(step) }
        try sync(journal.steps.flatMap { [$0.path, $0.newPath] })
    }

    private func finish(_ step: ChangeStep) throws(ChangeFailure) {
        guard let to = step.to else { return try finishContent(of: step, at: step.path) }
        switch (try isThere(step), try files.isPresent(to)) {
        case (true, false):
            try finishContent(of: step, at: step.path)
            try files.move(step.path, to)
        case (true, true):
            guard try files.isOneFile(step.path, to) else { throw .taken(path: to) }
            try finishContent(of: step, at: step.path)
            if try files.isSame(step.path, to) {
                try files.move(step.path, to)
            } else {
                // A move by link and removal came half-way.
                try files.remove(step.path)
            }
        case (false, true): try finishContent(of: step, at: to)
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
        guard let old = step.old else {
            if now == nil { return try files.move(staged, place) }
            // A move by link and removal may have come half-way.
            var isOurs = try !files.isPresent(staged)
            if !isOurs { isOurs = try files.isOneFile(staged, place) }
            guard now == new, isOurs else { throw .taken(path: place) }
            return try files.remove(staged)
        }
        if now == new {
            try completeExchange(staged, at: place)
            // What stood there was not what was planned with, and the exchange could not be taken back any more.
            guard let before = try files.print(staged), before != old else { return }
            throw .changedMeanwhile(path: step.path)
        }
        var isBefore = now == old
        if now == nil { isBefore = try files.isPresent(ChangeStep.kept(staged)) }
        guard isBefore else { throw .changedMeanwhile(path: step.path) }
        try files.exchange(staged, place, old: old)
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
        for step in journal.steps.reversed() { try undo(step) }
        try sync(journal.steps.flatMap { [$0.path, $0.newPath] })
    }

    private mutating func undo(_ step: ChangeStep) throws(ChangeFailure) {
        var place = step.path
        if let to = step.to, try files.isPresent(to) {
            var isFree = try !files.isPresent(step.path)
            if !isFree { isFree = try files.isSame(step.path, to) }
            if isFree {
                try files.move(to, step.path)
            } else if try files.isOneFile(step.path, to) {
                try files.remove(to)
            } else if try !isOurs(step, at: step.path) {
                // Someone made a new file under the old name: both stay.
                unreverted.append(.leftToOthers(path: step.path))
                place = to
            }
        }
        try undoContent(of: step, at: place)
    }

    /// Whether what is at `place` is the file of `step`, before or after it was changed.
    private func isOurs(_ step: ChangeStep, at place: String) throws(ChangeFailure) -> Bool {
        guard step.old != nil || step.new != nil else { return true }
        let now = try files.print(place)
        return now == step.old || now == step.new
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
        // What they wrote stays, and so does what stood there before.
        unreverted.append(.leftToOthers(path: place))
        if try files.print(staged) == old { try keep(staged, of: step) }
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
        for step in journal.steps {
            guard let staged = step.staged else { continue }
            for path in [staged, ChangeStep.kept(staged)] {
                guard let found = try files.print(path) else { continue }
                if let expected = content(step), found != expected {
                    try keep(path, of: step)
                } else {
                    try files.remove(path)
                }
            }
        }
    }

    /// Puts the file at `staged` into the trash, under the name of the note of `step`.
    private mutating func keep(_ staged: String, of step: ChangeStep) throws(ChangeFailure) {
        let place = try Trash(files: files).freePath(for: step.path)
        try files.makeFolders(above: place)
        try files.move(staged, place)
        kept.append(place)
    }

    /// Makes safe on the disk what the folders of `paths` list.
    private func sync(_ paths: [String]) throws(ChangeFailure) {
        let folders = Set(paths.map { FilePath.parent(of: $0) ?? "." })
        for folder in folders.sorted(by: ByteOrder.precedes) where try files.isPresent(folder) {
            try files.sync(folder)
        }
    }
}
