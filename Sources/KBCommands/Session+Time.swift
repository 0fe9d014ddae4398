internal import KBModel

extension Session {
    /// The day of a moment where the reader is.
    func localDay(of moment: Instant) -> Day {
        let (year, month, day) = terminal.date(of: moment.seconds)
        return Day(year: year, month: month, day: day) ?? moment.day
    }
}
