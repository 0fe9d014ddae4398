internal import Glibc
internal import KBModel

/// All that is needed to finish or to undo a change, written down before the first note is touched.
struct ChangeJournal: Equatable {
    /// How far a change has come. The name of the journal's file ends in it, so that one rename goes on to the next.
    enum State: String, CaseIterable {
        /// New contents are being written beside the notes; no note is touched. To be given up.
        case prepared
        /// Notes are being changed. To be finished, or undone where that cannot be.
        case applying
        /// Notes are being put back. To be finished.
        case undoing
        /// All notes are as they were. Only files of kb's own remain to be removed.
        case undone
        /// All notes are changed. Only old contents and empty folders remain to be removed.
        case done
    }

    /// The form of the file. A journal of another one is left for the kb that wrote it.
    private static let version = 2

    /// What is done, in a few words.
    var title: String
    /// The machine it is done on.
    var machine: String
    /// Folders that are made, outermost first.
    var made: [String]
    /// Folders that may be left empty, innermost first.
    var left: [String]
    /// What happens to each file, and then to each folder that moves, inner ones first; in order.
    var steps: [ChangeStep]

    /// The whole journal as bytes.
    var bytes: [UInt8] {
        let value: JSONValue = [
            "version": .integer(ChangeJournal.version), "title": .string(title), "machine": .string(machine),
            "made": JSONValue(made), "left": JSONValue(left), "steps": .array(steps.map(\.json)),
        ]
        return Array(value.compact.utf8)
    }

    /// Reads ``bytes`` back; nil for anything else.
    init?(_ bytes: [UInt8]) {
        guard let value = try? JSON.read(bytes), value["version"] == .literal(String(ChangeJournal.version)),
            let title = value["title"]?.text, let machine = value["machine"]?.text,
            let made = value["made"]?.elements, let left = value["left"]?.elements,
            let steps = value["steps"]?.elements
        else { return nil }
        self.init(
            title: title, machine: machine, made: made.compactMap(\.text), left: left.compactMap(\.text),
            steps: steps.compactMap(ChangeStep.init(json:)))
        guard self.made.count == made.count, self.left.count == left.count, self.steps.count == steps.count else {
            return nil
        }
    }

    init(title: String, machine: String, made: [String], left: [String], steps: [ChangeStep]) {
        self.title = title
        self.machine = machine
        self.made = made
        self.left = left
        self.steps = steps
    }

    /// What tells this machine from others that see the same vault, over a network or a synchronised folder.
    static var thisMachine: String {
        if let bytes = try? FileBytes.read("/etc/machine-id", limit: 256) {
            let id = String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self)
            if !id.isEmpty { return id }
        }
        var name = utsname()
        guard uname(&name) == 0 else { return "" }
        return withUnsafeBytes(of: &name.nodename) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
