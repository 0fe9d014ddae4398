import KBModel
import KBParse

/// Reads notes on two threads, makes something of each, and hands it over in order.
final class NoteStream<Made: Sendable> {
    /// Makes something of a note as it is indexed, with the hash of its content.
    typealias Maker = (Note, UInt64) -> Made

    /// What is known of the notes that a thread has done.
    private struct Finished {
        /// By place among the paths; nil for a note that could not be read.
        var made: [Int: Made?] = [:]
        /// Nobody wants more notes.
        var isCancelled = false
    }

    private let files: FileReader
    private let maker: Maker
    private let count: Int
    private var parser = NoteParser()
    private var next = 0
    private let finished = Monitor(Finished())
    private var worker: Worker?
    private var meter: ProgressMeter

    /// Begins to read the notes at `paths` in `vault`, in this order. The one thread uses `maker`, the other one what
    /// `otherMaker` gives.
    init(
        vault: Vault, paths: [String], progress: ((Progress) -> Void)? = nil, maker: @escaping Maker,
        otherMaker: @escaping @Sendable () -> Maker
    ) {
        files = FileReader(vault: vault, paths: paths)
        count = paths.count
        self.maker = maker
        meter = ProgressMeter(phase: "reading", total: paths.count, progress: progress)
        guard paths.count >= NoteStreamRoom.fewestForTwo else { return }
        let (files, finished) = (files, finished)
        worker = Worker.start {
            let maker = otherMaker()
            var parser = NoteParser()
            while true {
                let goesOn = finished.wait { state -> Bool? in
                    if state.isCancelled { return false }
                    return state.made.count < NoteStreamRoom.mostAhead ? true : nil
                }
                guard goesOn, let file = files.next() else { return }
                let made = NoteStream.make(file, &parser, maker)
                finished.use(wakes: true) { $0.made[file.place] = .some(made) }
            }
        }
    }

    deinit {
        finished.use(wakes: true) { $0.isCancelled = true }
        worker?.join()
    }

    /// What was made of the next note that can be read; nil after the last.
    func nextMade() -> Made? {
        while next < count {
            let made = made(at: next)
            next += 1
            meter.advance()
            if let made { return made }
        }
        return nil
    }

    private func made(at place: Int) -> Made? {
        while true {
            if let known = finished.use(wakes: true, { $0.made.removeValue(forKey: place) }) { return known }
            // The second thread is at work on this one, and too many wait for it already.
            if finished.use({ $0.made.count }) >= 2 * NoteStreamRoom.mostAhead { break }
            guard let file = files.next() else { break }
            let made = NoteStream.make(file, &parser, maker)
            if file.place == place { return made }
            finished.use { $0.made[file.place] = .some(made) }
        }
        // What is not here and cannot be taken is what the second thread is at work on.
        return finished.wait { $0.made.removeValue(forKey: place) }
    }

    private static func make(_ file: FileReader.File, _ parser: inout NoteParser, _ maker: Maker) -> Made? {
        guard case .success(let content) = file.content else { return nil }
        return maker(parser.parse(content.bytes, path: file.path).withSection, content.stamp.hash)
    }
}

/// How the two threads share the notes; outside the generic type, which can hold no constants.
private enum NoteStreamRoom {
    /// Fewer notes are done before a second thread is of any help.
    static let fewestForTwo = 24
    /// How many notes the second thread may be ahead: enough to ride out a long note.
    static let mostAhead = 64
}
