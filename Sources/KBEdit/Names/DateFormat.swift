public import KBModel

/// A moment as a clock on the wall shows it.
public struct WallTime: Equatable, Sendable {
    /// The day.
    public var day: Day
    /// 0 to 23.
    public var hour: Int
    /// 0 to 59.
    public var minute: Int
    /// 0 to 60.
    public var second: Int

    /// A moment; see the properties.
    public init(day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

/// Writes days and times by patterns such as `YYYY-MM-DD`, which Obsidian's templates and daily notes use; names of months
/// and days are English.
/// - SeeAlso: <https://momentjs.com/docs/#/displaying/format/>
public enum DateFormat {
    /// The pattern of `{{date}}` without one of its own.
    public static let date = "YYYY-MM-DD"
    /// The pattern of `{{time}}` without one of its own.
    public static let time = "HH:mm"

    /// What a pattern may hold, longer pieces before those they begin with.
    private static let pieces = [
        "YYYY", "GGGG", "MMMM", "dddd", "DDDD", "MMM", "ddd", "DDD", "YY", "MM", "Mo", "DD", "Do", "dd", "WW", "Wo",
        "HH",
        "hh", "mm", "ss", "M", "D", "d", "E", "W", "Q", "H", "h", "m", "s", "A", "a",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

    /// `moment` as `pattern` has it; text in square brackets and signs without a meaning stand as they are.
    public static func text(_ moment: WallTime, _ pattern: String) -> String {
        var result = ""
        var rest = pattern[...]
        while let first = rest.first {
            if first == "[", let close = rest.firstIndex(of: "]") {
                result += rest[rest.index(after: rest.startIndex)..<close]
                rest = rest[rest.index(after: close)...]
            } else if let piece = pieces.first(where: rest.hasPrefix) {
                result += self.text(moment, piece: piece)
                rest = rest.dropFirst(piece.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func text(_ moment: WallTime, piece: String) -> String {
        let day = moment.day
        switch piece {
        case "YYYY": return padded(day.year, 4)
        case "YY": return padded(day.year % 100, 2)
        case "MMMM": return months[(day.month - 1) % 12]
        case "MMM": return String(months[(day.month - 1) % 12].prefix(3))
        case "MM": return padded(day.month, 2)
        case "M": return String(day.month)
        case "Mo": return ordinal(day.month)
        case "DD": return padded(day.day, 2)
        case "D": return String(day.day)
        case "Do": return ordinal(day.day)
        case "H": return String(moment.hour)
        case "HH": return padded(moment.hour, 2)
        case "h": return String((moment.hour + 11) % 12 + 1)
        case "hh": return padded((moment.hour + 11) % 12 + 1, 2)
        case "mm": return padded(moment.minute, 2)
        case "m": return String(moment.minute)
        case "ss": return padded(moment.second, 2)
        case "s": return String(moment.second)
        case "A": return moment.hour < 12 ? "AM" : "PM"
        case "a": return moment.hour < 12 ? "am" : "pm"
        case "Q": return String((day.month + 2) / 3)
        default: return ofTheYear(day, piece: piece)
        }
    }

    private static func ofTheYear(_ day: Day, piece: String) -> String {
        let weekday = weekday(of: day)
        let (year, week) = week(of: day)
        let number = day.daysSinceEpoch - (Day(year: day.year, month: 1, day: 1)?.daysSinceEpoch ?? 0) + 1
        switch piece {
        case "dddd": return weekdays[weekday]
        case "ddd": return String(weekdays[weekday].prefix(3))
        case "dd": return String(weekdays[weekday].prefix(2))
        case "d": return String(weekday)
        case "E": return String(weekday == 0 ? 7 : weekday)
        case "DDDD": return padded(number, 3)
        case "DDD": return String(number)
        case "GGGG": return padded(year, 4)
        case "WW": return padded(week, 2)
        case "Wo": return ordinal(week)
        case "W": return String(week)
        default: return piece
        }
    }

    /// 0 for Sunday.
    private static func weekday(of day: Day) -> Int {
        // The epoch began on a Thursday.
        let days = (day.daysSinceEpoch + 4) % 7
        return days < 0 ? days + 7 : days
    }

    /// The week by ISO 8601, and the year it belongs to: a week belongs to the year of its Thursday.
    private static func week(of day: Day) -> (year: Int, week: Int) {
        let weekday = weekday(of: day)
        let thursday = day.adding(days: 4 - (weekday == 0 ? 7 : weekday))
        let first = Day(year: thursday.year, month: 1, day: 1)?.daysSinceEpoch ?? 0
        return (thursday.year, (thursday.daysSinceEpoch - first) / 7 + 1)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func ordinal(_ number: Int) -> String {
        switch (number % 100, number % 10) {
        case (11...13, _): "\(number)th"
        case (_, 1): "\(number)st"
        case (_, 2): "\(number)nd"
        case (_, 3): "\(number)rd"
        default: "\(number)th"
        }
    }
}
