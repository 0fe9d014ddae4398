import KBModel

@testable import KBStudy

/// Numbers that look random and are the same in each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// Logs made up at random.
struct RandomLog {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Events of some machines over some days, several in one second now and then.
    mutating func events(_ count: Int) -> [StudyEvent] {
        let ids = ["a1", "b2", "c3", "d4"].compactMap { StudyID($0) }
        var events: [StudyEvent] = []
        var time = Instant(seconds: 1_767_225_600)
        for number in 1...max(1, count) {
            time = time.adding(seconds: [0, 0, 5, 600, 40_000, 400_000].randomElement(using: &random) ?? 0)
            let origin = ["laptop", "desk"].randomElement(using: &random) ?? "desk"
            guard let card = ids.randomElement(using: &random), let id = EventID(number: number, origin: origin)
            else { continue }
            events.append(StudyEvent(action(on: card, after: events), at: time, id: id))
        }
        return events
    }

    private mutating func action(on id: StudyID, after events: [StudyEvent]) -> StudyEvent.Action {
        let grade = Grade(rawValue: Int.random(in: 1...4, using: &random)) ?? .good
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return .tick(id)
        case 1: return .untick(id)
        case 2: return .suspend(id)
        case 3: return .unsuspend(id)
        case 4: return .miss(id)
        case 5, 6:
            guard let target = events.randomElement(using: &random) else { return .tick(id) }
            return .undo(target.id)
        case 7:
            let anchor = Anchor(
                Anchor.Kind.allCases.randomElement(using: &random) ?? .question, path: "a \"b\"/ü.md",
                headingPath: ["One\ttwo", "\\"], concept: Bool.random(using: &random) ? "gap" : nil,
                text: "What\nis \u{1}this \(grade)?", answer: Bool.random(using: &random) ? "🙂" : "")
            return .anchor(id, anchor, isChanged: Bool.random(using: &random))
        case 8: return .acknowledge(id)
        default: return .review(id, grade, seconds: Bool.random(using: &random) ? 12 : nil)
        }
    }
}
