import KBConcepts
import KBModel
import KBParse

/// Reads notes and finds the concepts in them, on two threads, and hands them over in order.
final class MentionReader {
    /// A note as it is on disk, with what it mentions.
    struct Reading: Sendable {
        /// The note, as it is indexed.
        var note: Note
        /// The hash of its content.
        var hash: UInt64
        /// By position.
        var mentions: [ConceptMention]
    }

    /// What is known of the notes that a thread has done.
    private struct Finished {
        /// By place among the paths; nil for a note that could not be read.
        var readings: [Int: Reading?] = [:]
        /// Nobody wants more notes.
        var isCancelled = false
    }

    /// Fewer notes are done before a second thread is of any help.
    private static let fewestForTwo = 24
    /// How many notes the second thread may be ahead: enough to ride out a long note.
    private static let mostAhead = 64

    private let files: FileReader
    private let finder: MentionFinder
    private let count: Int
    private var parser = NoteParser()
    private var next = 0
    private let finished = Monitor(Finished())
    private var worker: Worker?
    private var meter: ProgressMeter

    /// Begins to read the notes at `paths` in `vault`, in this order, and to look for what `finder` finds.
    init(vault: Vault, paths: [String], finder: MentionFinder, progress: ((Progress) -> Void)? = nil) {
        files = FileReader(vault: vault, paths: paths)
        count = paths.count
        self.finder = finder
        meter = ProgressMeter(phase: "reading", total: paths.count, progress: progress)
        guard paths.count >= MentionReader.fewestForTwo else { return }
        let (files, finished, catalog, phrases) = (files, finished, finder.catalog, finder.phrases)
        worker = Worker.start {
            let finder = MentionFinder(catalog, phrases: phrases)
            var parser = NoteParser()
            while true {
                let goesOn = finished.wait { state -> Bool? in
                    if state.isCancelled { return false }
                    return state.readings.count < MentionReader.mostAhead ? true : nil
                }
                guard goesOn, let file = files.next() else { return }
                let reading = MentionReader.reading(file, &parser, finder)
                finished.use(wakes: true) { $0.readings[file.place] = .some(reading) }
            }
        }
    }

    deinit {
        finished.use(wakes: true) { $0.isCancelled = true }
        worker?.join()
    }

    /// The next note that can be read; nil after the last.
    func nextReading() -> Reading? {
        while next < count {
            let reading = reading(at: next)
            next += 1
            meter.advance()
            if let reading { return reading }
        }
        return nil
    }

    private func reading(at place: Int) -> Reading? {
        while true {
            if let known = finished.use(wakes: true, { $0.readings.removeValue(forKey: place) }) { return known }
            // The second thread is at work on this one, and too many wait for it already.
            if finished.use({ $0.readings.count }) >= 2 * MentionReader.mostAhead { break }
            guard let file = files.next() else { break }
            let reading = MentionReader.reading(file, &parser, finder)
            if file.place == place { return reading }
            finished.use { $0.readings[file.place] = .some(reading) }
        }
        // What is not here and cannot be taken is what the second thread is at work on.
        return finished.wait { $0.readings.removeValue(forKey: place) }
    }

    private static func reading(_ file: FileReader.File, _ parser: inout NoteParser, _ finder: MentionFinder)
        -> Reading?
    {
        guard case .success(let content) = file.content else { return nil }
        let note = parser.parse(content.bytes, path: file.path).withSection
        return Reading(note: note, hash: content.stamp.hash, mentions: finder.mentions(in: note))
    }
}
