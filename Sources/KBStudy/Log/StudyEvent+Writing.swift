import KBModel

extension StudyEvent {
    /// The version of the lines this program writes, and the newest it reads.
    static let version = 1

    /// The event as a line of the log, its line feed included.
    ///
    /// A JSON object whose members stand in a fixed order: what all events share first. `docs/study.md` lists them.
    public var line: [UInt8] {
        var members: [JSONValue.Member] = [
            JSONValue.Member("v", .integer(StudyEvent.version)),
            JSONValue.Member("id", .string(id.description)),
            JSONValue.Member("at", .string(time.description)),
            JSONValue.Member("kind", .string(action.name)),
        ]
        members += action.members
        return Array(JSONValue.object(members).compact.utf8) + [UInt8(ascii: "\n")]
    }
}

extension StudyEvent.Action {
    /// What the log calls it.
    var name: String {
        switch self {
        case .review: "review"
        case .miss: "miss"
        case .suspend: "suspend"
        case .unsuspend: "unsuspend"
        case .tick: "tick"
        case .untick: "untick"
        case .anchor: "anchor"
        case .acknowledge: "acknowledge"
        case .undo: "undo"
        case .unknown(let name): name
        }
    }

    fileprivate var members: [JSONValue.Member] {
        switch self {
        case .review(let card, let grade, let seconds):
            let figures: [JSONValue.Member] = [
                JSONValue.Member("of", .string(card.text)), JSONValue.Member("grade", .integer(grade.rawValue)),
            ]
            return figures + (seconds.map { [JSONValue.Member("seconds", .integer($0))] } ?? [])
        case .miss(let id), .suspend(let id), .unsuspend(let id), .tick(let id), .untick(let id), .acknowledge(let id):
            return [JSONValue.Member("of", .string(id.text))]
        case .anchor(let id, let anchor, let isChanged):
            let mark = isChanged ? [JSONValue.Member("changed", .bool(true))] : []
            return [JSONValue.Member("of", .string(id.text))] + anchor.members + mark
        case .undo(let event): return [JSONValue.Member("event", .string(event.description))]
        case .unknown: return []
        }
    }
}

extension Anchor {
    fileprivate var members: [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            JSONValue.Member("is", .string(kind.rawValue)), JSONValue.Member("path", .string(path)),
            JSONValue.Member("headings", JSONValue(headingPath)),
        ]
        if let concept { members.append(JSONValue.Member("concept", .string(concept))) }
        members.append(JSONValue.Member("text", .string(text)))
        if !answer.isEmpty { members.append(JSONValue.Member("answer", .string(answer))) }
        return members
    }
}
