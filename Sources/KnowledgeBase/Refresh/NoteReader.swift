import KBConcepts
import KBModel
import KBParse
import KBStore

/// Reads and parses notes in order and finds their terms, while the next ones are fetched from the disk.
///
/// Many notes are read on a thread of their own, so that whoever writes them need not wait.
final class NoteReader {
    /// A note of the list, read or not.
    struct Outcome: Sendable {
        /// The path in the vault.
        var path: String
        /// The note with what the index keeps of it; nil when it could not be read.
        var indexed: IndexedNote?
        /// What is wrong with it, or why it could not be read.
        fileprivate var issues: [Issue] = []
    }

    /// Fewer notes are read before a second thread would be of use.
    private static let fewestForThread = 32
    /// How many notes may wait to be written.
    private static let mostWaiting = 64
    /// How many bytes of files the notes that wait may have; a note takes several times as much memory.
    private static let mostBytes = 2 << 20

    private var making: NoteMaking
    private let made = Conveyor<Outcome>(mostWaiting: NoteReader.mostWaiting, mostWeight: NoteReader.mostBytes)
    private var worker: Worker?
    private var meter: ProgressMeter
    /// What is wrong with the notes read so far, and why those that could not be read were not. A note that has gone is
    /// no trouble.
    private(set) var issues: [LocatedIssue] = []

    /// Begins to read the notes at `paths` in `vault`.
    init(vault: Vault, paths: [String], progress: ((Progress) -> Void)?) {
        let files = FileReader(vault: vault, paths: paths)
        let findsTerms = vault.settings.concepts
        making = NoteMaking(files: files, findsTerms: findsTerms)
        meter = ProgressMeter(phase: "indexing", total: paths.count, progress: progress)
        guard paths.count >= NoteReader.fewestForThread else { return }
        let made = made
        worker = Worker.start {
            var making = NoteMaking(files: files, findsTerms: findsTerms)
            while let note = making.next() {
                guard made.put(note, weight: note.indexed.map { Int($0.stamp.size) } ?? 0) else { return }
            }
            made.close()
        }
    }

    deinit {
        made.cancel()
        worker?.join()
    }

    /// The next note; nil after the last.
    func next() -> Outcome? {
        guard let note = worker == nil ? making.next() : made.take() else { return nil }
        for issue in note.issues { issues.append(LocatedIssue(path: note.path, issue: issue)) }
        meter.advance()
        return note
    }
}

/// Makes notes of files, one after the other.
private struct NoteMaking {
    private let files: FileReader
    private var parser = NoteParser()
    private let extractor: TermExtractor?
    private let naming = NoteNaming()

    init(files: FileReader, findsTerms: Bool) {
        self.files = files
        extractor = findsTerms ? TermExtractor() : nil
    }

    mutating func next() -> NoteReader.Outcome? {
        guard let file = files.next() else { return nil }
        switch file.content {
        case .failure(let error):
            return NoteReader.Outcome(path: file.path, issues: error.isMissing ? [] : [error.issue])
        case .success(let content):
            let note = parser.parse(content.bytes, path: file.path)
            let terms = extractor?.terms(of: note) ?? []
            return NoteReader.Outcome(
                path: file.path,
                indexed: IndexedNote(
                    reading: note.withSection, terms: terms, stamp: content.stamp, naming: naming),
                issues: note.issues)
        }
    }
}

extension IndexedNote {
    /// `note` with what the index keeps beside it: its terms, its day, its names and what its links point at.
    init(reading note: Note, terms: [TermUse], stamp: FileStamp, naming: NoteNaming) {
        let targets = note.links.map { LinkTarget(of: $0, in: note.path) }
        self.init(
            note: note, stamp: stamp, day: NoteDay.day(of: note, modified: stamp.modified).daysSinceEpoch,
            linkTargets: targets.compactMap { $0?.stored }, names: naming.names(of: note),
            linkTexts: naming.texts(of: note, targets: targets), terms: terms)
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
