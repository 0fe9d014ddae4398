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
    public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

    /// As ``init(_:)``, from UTF-8.
    public init?(utf8 bytes: some Sequence<UInt8>) {
        // A digit of a figure at 0, anything else to stand there as it is.
        let form: StaticString = "0000-00-00T00:00:00Z"
        var figures = [0, 0, 0, 0, 0, 0]
        let isFormed = form.withUTF8Buffer { form in
            var (place, figure) = (0, 0)
            for byte in bytes {
                guard place < form.count else { return false }
                if form[place] == UInt8(ascii: "0") {
                    guard 0x30...0x39 ~= byte else { return false }
                    figures[figure] = figures[figure] * 10 + Int(byte - 0x30)
                } else {
                    guard byte == form[place] else { return false }
                    figure += 1
                }
                place += 1
            }
            return place == form.count
        }
        guard isFormed, let date = Day(year: figures[0], month: figures[1], day: figures[2]), figures[3] < 24,
            figures[4] < 60, figures[5] < 60
        else { return nil }
        self.init(
            seconds: date.daysSinceEpoch * Instant.secondsPerDay + figures[3] * 3600 + figures[4] * 60 + figures[5])
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
