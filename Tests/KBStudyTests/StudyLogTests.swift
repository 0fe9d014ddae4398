import KBModel
import Testing

@testable import KBStudy

@Suite struct StudyLogTests {
    private func event(_ action: StudyEvent.Action, _ number: Int = 1) throws -> StudyEvent {
        let id = try #require(EventID(number: number, origin: "8f3a"))
        return StudyEvent(action, at: Instant(seconds: 1_767_225_605), id: id)
    }

    private func log(_ text: String) -> StudyLog { StudyLog(reading: Array(text.utf8)) }

    private let tick = #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick","of":"k3v9"}"#
    private let untick = #"{"v":1,"id":"2-8f3a","at":"2026-01-01T00:00:06Z","kind":"untick","of":"k3v9"}"#

    @Test func `an event is one line of JSON whose members stand in a fixed order`() throws {
        let card = try #require(StudyID("k3v9"))
        let anchor = Anchor(
            .definition, path: "a/b.md", headingPath: ["Metrics", "Recall"], concept: "recall", text: "Recall",
            answer: "what is found")
        let start = #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"#
        let lines: [(StudyEvent.Action, String)] = [
            (.review(card, .good, seconds: 12), #""review","of":"k3v9","grade":3,"seconds":12}"#),
            (.review(card, .again, seconds: nil), #""review","of":"k3v9","grade":1}"#),
            (.tick(card), #""tick","of":"k3v9"}"#),
            (.undo(try #require(EventID("7-9c0b"))), #""undo","event":"7-9c0b"}"#),
            (
                .anchor(card, anchor, isChanged: true),
                #""anchor","of":"k3v9","is":"definition","path":"a/b.md","headings":["Metrics","Recall"],"#
                    + #""concept":"recall","text":"Recall","answer":"what is found","changed":true}"#
            ),
        ]
        for (action, rest) in lines {
            #expect(String(decoding: try event(action).line, as: UTF8.self) == start + rest + "\n")
        }
    }

    @Test(arguments: 0..<20) func `what is written is read again`(seed: UInt64) {
        var random = RandomLog(seed: seed)
        let events = random.events(100)
        let log = StudyLog(reading: events.flatMap(\.line))
        #expect(log.events == events)
        #expect(log.issues.isEmpty)
        #expect(log.repairedLength == events.flatMap(\.line).count)
        #expect(!log.lacksLineEnd)
    }

    @Test(
        arguments: [
            #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"review","of":"a","grade":2,"seconds":7}"#,
            #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"review","of":"a","grade":2}"#,
            #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"miss","of":"a-2"}"#,
        ])
    func `a line in our own form reads as its JSON does`(line: String) throws {
        let spaced = line.replacing(",", with: " , ").replacing(":\"", with: ": \"")
        #expect(log(line + "\n").events.count == 1)
        #expect(log(line + "\n").events == log(spaced + "\n").events)
    }

    @Test func `a log cut anywhere loses at most the line that was cut`() {
        var random = RandomLog(seed: 3)
        let events = random.events(12)
        let bytes = events.flatMap(\.line)
        var whole = 0
        for end in 0...bytes.count {
            let log = StudyLog(reading: Array(bytes[..<end]))
            if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { whole += 1 }
            // A line that lacks nothing but its line feed is whole.
            let isEvent = log.lacksLineEnd
            #expect(log.events == Array(events.prefix(whole + (isEvent ? 1 : 0))))
            #expect(log.issues.isEmpty)
            let kept = Array(bytes[..<log.repairedLength]) + (isEvent ? [UInt8(ascii: "\n")] : [])
            #expect(kept == events.prefix(log.events.count).flatMap(\.line))
        }
    }

    @Test func `zeros that a crash left at the end are cut off`() {
        let log = StudyLog(reading: Array((tick + "\n").utf8) + [0, 0, 0])
        #expect(log.events.count == 1)
        #expect(log.repairedLength == tick.utf8.count + 1)
        #expect(!log.lacksLineEnd)
        #expect(self.log(tick + "\n\0\0\0" + untick + "\n").events.count == 2)
    }

    @Test(
        arguments: [
            ("nonsense", "this line is no JSON: this is no value"),
            ("[1]", "an event is a JSON object in braces"),
            ("<<<<<<< HEAD", "a merge left this mark; delete the line and keep the events around it"),
            ("=======", "a merge left this mark; delete the line and keep the events around it"),
            (
                #"{"v":1,"id":"1-8f3a","at":"yesterday","kind":"tick","of":"a"}"#,
                #""at" must be a time such as "2026-05-01T09:30:05Z""#
            ),
            (
                #"{"v":1,"id":"x","at":"2026-01-01T00:00:05Z","kind":"tick","of":"a"}"#,
                #""id" must be a number, a hyphen and a word, such as "12-8f3a12bc""#
            ),
            (
                #"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"review","of":"a","grade":5}"#,
                #""grade" must be 1 to 4"#
            ),
            (#"{"v":1,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick"}"#, #""of" is missing or no text"#),
            (#"{"v":0,"id":"1-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick","of":"a"}"#, #""v" must be 1 or more"#),
        ])
    func `a line in the middle that cannot be read is reported and kept`(line: String, message: String) {
        let log = log(tick + "\n" + line + "\n" + untick + "\n")
        #expect(log.events.count == 2)
        #expect(log.issues == [Issue(.studyLog, .warning, line: 2, message)])
        #expect(log.repairedLength == (tick + line + untick).utf8.count + 3)
    }

    @Test(
        arguments: [
            #"{"v":1,"id":"2-8f3a","at":"2026-01-01T00:00:05Z","kind":"yawn","of":"a","much":true}"#,
            #"{"v":2,"id":"2-8f3a","at":"2026-01-01T00:00:05Z","kind":"tick","on":["a"]}"#,
            #"{"v":1,"id":"2-8f3a","at":"2026-01-01T00:00:05Z","kind":"anchor","of":"a","is":"drawing"}"#,
        ])
    func `an event of a newer version is kept and passed over`(line: String) {
        let log = log(tick + "\n" + line + "\n")
        #expect(log.issues.isEmpty)
        #expect(log.events.count == 2)
        #expect(StudyState(log.events).unknownEvents == 1)
        #expect(log.repairedLength == (tick + line).utf8.count + 2)
    }

    @Test func `members of a newer version are passed over`() {
        let more = tick.dropLast() + #","mood":{"a":[1,null]}}"#
        #expect(log(String(more) + "\n").events == log(tick + "\n").events)
    }

    @Test func `line ends of Windows, a byte order mark and empty lines are read over`() {
        #expect(log("\u{FEFF}" + tick + "\r\n\r\n" + untick + "\r\n").events == log(tick + "\n" + untick).events)
    }

    @Test func `the next event gets a number above all others`() {
        #expect(log("").nextNumber == 1)
        #expect(log(untick + "\n" + tick + "\n").nextNumber == 3)
    }

    @Test func `any bytes are read without harm`() {
        var random = SeededGenerator(seed: 9)
        let signs = Array("{}[]\":,\\nulltrue0123456789-e.\n\r\0\u{FEFF}vidatkoftick".utf8)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                signs.randomElement(using: &random) ?? 0
            }
            let log = StudyLog(reading: bytes)
            #expect(0...bytes.count ~= log.repairedLength)
        }
    }
}
