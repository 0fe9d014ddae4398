/// A moment, in whole seconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
public struct Instant: Hashable, Sendable, Comparable {
    /// Seconds since 1970 began in UTC; negative before.
    public let seconds: Int

    /// The first second of year 1: no calendar of ours reaches further back.
    public static let earliest = -62_135_596_800
    /// The last second of year 9999.
    public static let latest = 253_402_300_799

    /// The moment `seconds` after 1970 began in UTC, moved to the nearest end when outside years 1 to 9999.
    public init(seconds: Int) {
        self.seconds = Swift.max(Instant.earliest, Swift.min(Instant.latest, seconds))
    }

    /// Reads `2026-05-01T09:30:05Z`, which is RFC 3339 without fractions and with UTC only; nil for anything else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard 0x30...0x39 ~= byte else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        let marks: [(at: Int, Unicode.Scalar)] = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")]
        guard marks.allSatisfy({ bytes[$0.at] == UInt8(ascii: $0.1) }),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let date = Day(year: year, month: month, day: day),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            hour < 24, minute < 60, second < 60
        else { return nil }
        self.init(seconds: date.daysSinceEpoch * Instant.secondsPerDay + hour * 3600 + minute * 60 + second)
    }

    /// Seconds of a day, leap seconds aside.
    public static let secondsPerDay = 86_400

    /// The day in UTC.
    public var day: Day { Day(daysSinceEpoch: Instant.wholeDays(in: seconds)) }

    /// The moment `count` seconds later, earlier when negative; stops at the ends of years 1 and 9999.
    public func adding(seconds count: Int) -> Instant {
        let (sum, isOverflown) = seconds.addingReportingOverflow(count)
        return Instant(seconds: isOverflown ? (count < 0 ? Instant.earliest : Instant.latest) : sum)
    }

    /// The moment `count` times 24 hours later; earlier when negative.
    public func adding(days count: Int) -> Instant {
        // More days than our years have would only overflow the product.
        let most = Instant.latest - Instant.earliest
        return adding(seconds: Swift.max(-most, Swift.min(most, count)) * Instant.secondsPerDay)
    }

    /// Seconds from `earlier` to this moment; negative when it comes after.
    public func seconds(since earlier: Instant) -> Int { seconds - earlier.seconds }

    /// Whole days of 24 hours from `earlier` to this moment, rounded down: -1 for a second before it.
    public func days(since earlier: Instant) -> Int { Instant.wholeDays(in: seconds(since: earlier)) }

    /// Earlier moments first.
    public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

    private static func wholeDays(in seconds: Int) -> Int {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: secondsPerDay)
        return rest < 0 ? days - 1 : days
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC: `2026-05-01T09:30:05Z`.
    public var description: String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = seconds - day.daysSinceEpoch * Instant.secondsPerDay
        return "\(day)T\(padded(time / 3600)):\(padded(time / 60 % 60)):\(padded(time % 60))Z"
    }
}
