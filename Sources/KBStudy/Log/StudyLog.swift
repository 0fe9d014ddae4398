public import struct KBModel.Issue

/// What `study/log.jsonl` holds: one event a line, oldest first as a rule, but no reader may count on it.
///
/// The file is only ever appended to. Two machines' logs are merged by taking the lines of both, in any order; a line
/// that stands twice counts once.
public struct StudyLog: Equatable, Sendable {
    /// The events in the order of the file, those of unknown kinds included.
    public let events: [StudyEvent]
    /// Lines that cannot be read; they stay in the file. By line.
    public let issues: [Issue]
    /// How many bytes of the file are worth keeping: less than there are when a killed writer left half a line.
    public let repairedLength: Int
    /// Whether the last line kept lacks its line feed, which must be written before the next event.
    public let lacksLineEnd: Bool

    /// Reads a log, whatever it holds.
    ///
    /// A last line without its line feed is kept when it can be read, and cut off when it cannot, with any NUL bytes that
    /// a file system put where a crash lost data. Lines without text are passed over.
    public init(reading bytes: [UInt8]) {
        var reader = Reader()
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0 { end -= 1 }
        // Written by an editor, never by kb.
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while let feed = bytes[min(start, end)..<end].firstIndex(of: UInt8(ascii: "\n")) {
            reader.read(bytes[start..<feed])
            start = feed + 1
        }
        let rest = bytes[min(start, end)..<end]
        let isWhole = rest.isEmpty || reader.readLast(rest)
        events = reader.events
        issues = reader.issues
        repairedLength = isWhole ? end : start
        lacksLineEnd = isWhole && !rest.isEmpty
    }

    /// The number the next event should have: one more than the greatest seen.
    public var nextNumber: Int { (events.lazy.map(\.id.number).max() ?? 0).addingReportingOverflow(1).partialValue }

    private struct Reader {
        var events: [StudyEvent] = []
        var issues: [Issue] = []
        private var line = 0

        mutating func read(_ bytes: ArraySlice<UInt8>) {
            line += 1
            guard let message = add(bytes) else { return }
            issues.append(Issue(.studyLog, .warning, line: line, message))
        }

        /// Whether a line that may be torn is an event after all.
        mutating func readLast(_ bytes: ArraySlice<UInt8>) -> Bool {
            line += 1
            return add(bytes) == nil
        }

        /// Reads a line; what is wrong with it, if anything.
        private mutating func add(_ bytes: ArraySlice<UInt8>) -> String? {
            // What a crash lost, when a later line was written behind it.
            let bytes = bytes.drop { $0 == 0 }
            guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return nil }
            if var form = FixedForm(bytes), let event = form.event() {
                events.append(event)
                return nil
            }
            do {
                events.append(try StudyEvent(line: bytes))
                return nil
            } catch {
                return Reader.isConflictMark(bytes)
                    ? "a merge left this mark; delete the line and keep the events around it" : error.message
            }
        }

        /// Seven of one sign, as git writes around what it could not merge.
        private static func isConflictMark(_ bytes: ArraySlice<UInt8>) -> Bool {
            guard let first = bytes.first, "<=>|".utf8.contains(first) else { return false }
            return bytes.prefix(7).allSatisfy { $0 == first } && bytes.count >= 7
        }
    }
}
