internal import Glibc
internal import KBEdit

/// Tells from the files themselves how far each step of a change has come, and which files are its own.
struct ChangeProof {
    private let files: ChangeFiles
    /// The steps of folders, inner ones first.
    private let folders: [ChangeStep]
    /// Whether the change was begun on another machine, where files have other numbers.
    private let isFromElsewhere: Bool

    init(_ journal: ChangeJournal, files: ChangeFiles) {
        self.files = files
        folders = journal.steps.filter(\.isFolder)
        isFromElsewhere = journal.machine != ChangeJournal.thisMachine
    }

    /// `step` with the paths its file has just now: those in a folder that has moved are elsewhere.
    func here(_ step: ChangeStep) throws(ChangeFailure) -> ChangeStep {
        guard !step.isFolder else { return step }
        for folder in folders {
            guard let move = folder.folderMove, let path = move.newPath(of: step.path) else { continue }
            guard try isMoved(folder) else { return step }
            var here = step
            here.path = path
            here.staged = step.staged.map { move.newPath(of: $0) ?? $0 }
            return here
        }
        return step
    }

    /// Whether the folder of `step` is where it is to go.
    func isMoved(_ step: ChangeStep) throws(ChangeFailure) -> Bool {
        guard let to = step.to, let there = try files.status(to) else { return false }
        guard try files.isPresent(step.path) else { return true }
        guard try !files.isOneFile(step.path, to) else { return false }
        // Someone made one of them anew.
        return step.mark?.isNumber(of: there) ?? false
    }

    /// Whether the file of `step` is the one at its new path `to`, while another stands at the old one.
    func hasMoved(_ step: ChangeStep, to: String) throws(ChangeFailure) -> Bool {
        guard let there = try files.status(to) else { return false }
        if let mark = step.mark, step.staged == nil, mark.isNumber(of: there) { return true }
        guard try isAsWas(step, at: to) else { return false }
        return try !isAsWas(step, at: step.path)
    }

    /// Whether what is at `place`, where nothing is at its other path, is the file of `step`, be it written to since.
    func isOurs(_ step: ChangeStep, at place: String) throws(ChangeFailure) -> Bool {
        guard let status = try files.status(place) else { return false }
        if step.isFolder { return isFromElsewhere || step.mark?.isNumber(of: status) ?? false }
        if try isAsWas(step, at: place) { return true }
        return try isExchanged(step)
    }

    /// Whether what is at `place` is the file of `step` as it was before or after it was changed.
    private func isAsWas(_ step: ChangeStep, at place: String) throws(ChangeFailure) -> Bool {
        guard let status = try files.status(place) else { return false }
        if let mark = step.mark, mark.isMet(by: status) { return true }
        guard step.old != nil || step.new != nil, let now = try print(place) else { return false }
        return now == step.old || now == step.new
    }

    /// Whether the contents of `step` have changed places, whatever was written since.
    func isExchanged(_ step: ChangeStep) throws(ChangeFailure) -> Bool {
        guard let staged = step.staged, let old = step.old else { return false }
        if let waiting = try print(staged) { return waiting == old }
        // In several goes: the new one is in its place, and the old one still aside.
        guard try files.isPresent(step.path) else { return false }
        return try print(ChangeStep.kept(staged)) == old
    }

    /// The print of the file at `path`; nil when nothing is there, or no file that can be read as one.
    func print(_ path: String) throws(ChangeFailure) -> FilePrint? {
        do throws(ChangeFailure) {
            return try files.print(path)
        } catch {
            guard error.isConflict else { throw error }
            return nil
        }
    }
}
