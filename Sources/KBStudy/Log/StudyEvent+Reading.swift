import KBModel

extension StudyEvent {
    /// Why a line of the log cannot be read.
    struct LineError: Error {
        /// What is wrong and how to mend it, one sentence without a final full stop.
        var message: String
    }

    /// Reads one line of the log, its line end left out.
    ///
    /// Members it does not know are passed over, and so is an event it does not know: both may come from a newer version
    /// of kb. What it does know must be whole.
    init(line: some Sequence<UInt8>) throws(LineError) {
        let value: JSONValue
        do {
            value = try JSON.read(line)
        } catch {
            throw LineError(message: "this line is no JSON: \(error.message)")
        }
        let members = try EventMembers(value)
        let version = try members.integer("v")
        guard version > 0 else { throw LineError(message: "\"v\" must be 1 or more") }
        guard let id = EventID(try members.string("id")) else {
            throw LineError(message: "\"id\" must be a number, a hyphen and a word, such as \"12-8f3a12bc\"")
        }
        guard let time = Instant(try members.string("at")) else {
            throw LineError(message: "\"at\" must be a time such as \"2026-05-01T09:30:05Z\"")
        }
        let kind = try members.string("kind")
        // A newer version may mean something else by the names we know.
        let action = version > StudyEvent.version ? .unknown(kind) : try members.action(kind)
        self.init(action, at: time, id: id)
    }
}

/// The members of an event's object.
private struct EventMembers {
    private let members: [JSONValue.Member]

    init(_ value: JSONValue) throws(StudyEvent.LineError) {
        guard case .object(let members) = value else {
            throw StudyEvent.LineError(message: "an event is a JSON object in braces")
        }
        self.members = members
    }

    /// The first member of that name; JSON leaves open what a second one means.
    private func value(_ key: String) -> JSONValue? { members.first { $0.key == key }?.value }

    func string(_ key: String) throws(StudyEvent.LineError) -> String {
        guard case .string(let text) = value(key) else {
            throw StudyEvent.LineError(message: "\"\(key)\" is missing or no text")
        }
        return text
    }

    func integer(_ key: String) throws(StudyEvent.LineError) -> Int {
        guard case .literal(let text) = value(key), let number = Int(text) else {
            throw StudyEvent.LineError(message: "\"\(key)\" is missing or no whole number")
        }
        return number
    }

    func strings(_ key: String) throws(StudyEvent.LineError) -> [String] {
        guard case .array(let values) = value(key) else {
            throw StudyEvent.LineError(message: "\"\(key)\" is missing or no list")
        }
        var texts: [String] = []
        for case .string(let text) in values { texts.append(text) }
        guard texts.count == values.count else {
            throw StudyEvent.LineError(message: "\"\(key)\" holds something that is no text")
        }
        return texts
    }

    func has(_ key: String) -> Bool { value(key) != nil }

    func studyID(_ key: String) throws(StudyEvent.LineError) -> StudyID {
        guard let id = StudyID(try string(key)) else {
            throw StudyEvent.LineError(message: "\"\(key)\" must be small letters, digits and hyphens")
        }
        return id
    }

    func action(_ kind: String) throws(StudyEvent.LineError) -> StudyEvent.Action {
        switch kind {
        case "review":
            let card = try studyID("of")
            guard let grade = Grade(rawValue: try integer("grade")) else {
                throw StudyEvent.LineError(message: "\"grade\" must be 1 to 4")
            }
            return .review(card, grade, seconds: has("seconds") ? max(0, try integer("seconds")) : nil)
        case "miss": return .miss(try studyID("of"))
        case "suspend": return .suspend(try studyID("of"))
        case "unsuspend": return .unsuspend(try studyID("of"))
        case "tick": return .tick(try studyID("of"))
        case "untick": return .untick(try studyID("of"))
        case "acknowledge": return .acknowledge(try studyID("of"))
        case "anchor":
            // A kind of card that came with a newer version.
            guard let kind = Anchor.Kind(rawValue: try string("is")) else { return .unknown(kind) }
            let anchor = Anchor(
                kind, path: try string("path"), headingPath: try strings("headings"),
                concept: has("concept") ? try string("concept") : nil, text: try string("text"),
                answer: has("answer") ? try string("answer") : "")
            return .anchor(try studyID("of"), anchor, isChanged: value("changed") == .bool(true))
        case "undo":
            guard let event = EventID(try string("event")) else {
                throw StudyEvent.LineError(message: "\"event\" must be the id of an event")
            }
            return .undo(event)
        default: return .unknown(kind)
        }
    }
}
