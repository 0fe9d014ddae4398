import KBModel
import Testing

@Suite struct InstantTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_767_225_605, "2026-01-01T00:00:05Z"),
            (Instant.earliest, "0001-01-01T00:00:00Z"), (Instant.latest, "9999-12-31T23:59:59Z"),
        ])
    func `a moment is written and read as RFC 3339 in UTC`(seconds: Int, text: String) {
        #expect(Instant(seconds: seconds).description == text)
        #expect(Instant(text) == Instant(seconds: seconds))
    }

    @Test(
        arguments: [
            "", "2026-01-01", "2026-01-01T00:00:05", "2026-01-01t00:00:05Z", "2026-02-30T00:00:00Z",
            "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:0xZ",
            "2026-01-01T00:00:00.5Z", "२०२६-01-01T00:00:00Z",
        ])
    func `what is no moment is refused`(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test func `days between moments are rounded down`() {
        let noon = Instant(seconds: 43_200)
        #expect(noon.adding(seconds: 86_399).days(since: noon) == 0)
        #expect(noon.adding(seconds: 86_400).days(since: noon) == 1)
        #expect(noon.adding(seconds: -1).days(since: noon) == -1)
    }

    @Test(arguments: [Int.min, Int.max, -400_000_000, 400_000_000])
    func `a step beyond the calendar stops at its end`(count: Int) {
        let end = count < 0 ? Instant.earliest : Instant.latest
        #expect(Instant(seconds: 5).adding(days: count).seconds == end)
        #expect(Instant(seconds: count < 0 ? Int.min : Int.max).adding(seconds: count).seconds == end)
    }
}
