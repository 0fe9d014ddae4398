import KBModel
import KBParse
import KBStore

/// Reads and parses notes in order, while the next ones are fetched from the disk.
final class NoteReader {
    /// A note of the list, read or not.
    struct Outcome {
        /// The path in the vault.
        var path: String
        /// The note with what the index keeps of it; nil when it could not be read.
        var indexed: IndexedNote?
    }

    private let files: FileReader
    private var parser = NoteParser()
    private var meter: ProgressMeter
    /// What is wrong with the notes read so far, and why those that could not be read were not. A note that has gone is
    /// no trouble.
    private(set) var issues: [LocatedIssue] = []

    /// Begins to read the notes at `paths` in `vault`.
    init(vault: Vault, paths: [String], progress: ((Progress) -> Void)?) {
        files = FileReader(vault: vault, paths: paths)
        meter = ProgressMeter(phase: "indexing", total: paths.count, progress: progress)
    }

    /// The next note; nil after the last.
    func next() -> Outcome? {
        guard let file = files.next() else { return nil }
        defer { meter.advance() }
        switch file.content {
        case .failure(let error):
            if !error.isMissing { issues.append(LocatedIssue(path: file.path, issue: error.issue)) }
            return Outcome(path: file.path)
        case .success(let content):
            let note = parser.parse(content.bytes, path: file.path)
            for issue in note.issues { issues.append(LocatedIssue(path: file.path, issue: issue)) }
            return Outcome(path: file.path, indexed: IndexedNote(reading: note.withSection, stamp: content.stamp))
        }
    }
}

extension IndexedNote {
    /// `note` with what the index keeps beside it: its day and what its links point at.
    init(reading note: Note, stamp: FileStamp) {
        self.init(
            note: note, stamp: stamp, day: NoteDay.day(of: note, modified: stamp.modified).daysSinceEpoch,
            linkTargets: note.links.compactMap { LinkTarget(of: $0, in: note.path)?.stored })
    }
}

extension FileBytes.ReadError {
    /// The trouble as an issue of the note that could not be read.
    var issue: Issue {
        let kind: Issue.Kind = if case .tooLarge = self { .tooLarge } else { .unreadable }
        return Issue(kind, .error, line: 1, "not indexed: \(message)")
    }
}

extension LocatedIssue {
    /// Whether `a` comes before `b` in a list: by path in byte order, by line, by what is wrong.
    static func isBefore(_ a: LocatedIssue, _ b: LocatedIssue) -> Bool {
        if !a.path.utf8.elementsEqual(b.path.utf8) { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
        return (a.issue.line, a.issue.message) < (b.issue.line, b.issue.message)
    }
}
