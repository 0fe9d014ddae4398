internal import KBEdit
internal import KBModel

extension Session {
    /// The day of a moment where the reader is.
    func localDay(of moment: Instant) -> Day {
        let (year, month, day) = terminal.date(of: moment.seconds)
        return Day(year: year, month: month, day: day) ?? moment.day
    }

    /// The moment where the reader is, as templates write it; on another day if one is given.
    func wallTime(on day: Day? = nil) -> WallTime {
        let (hour, minute, second) = terminal.timeOfDay
        return WallTime(day: day ?? today, hour: hour, minute: minute, second: second)
    }
}
