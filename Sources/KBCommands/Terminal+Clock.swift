internal import Glibc
internal import KBModel

extension Terminal {
    /// The moment it is.
    var moment: Instant { Instant(seconds: Int(time(nil))) }

    /// When the day of `moment` began where the reader is, and when the next one begins.
    func day(of moment: Instant) -> (start: Instant, end: Instant) {
        var seconds = time_t(moment.seconds)
        var parts = tm()
        localtime_r(&seconds, &parts)
        func midnight() -> Instant {
            (parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_isdst) = (0, 0, 0, -1)
            return Instant(seconds: Int(mktime(&parts)))
        }
        let start = midnight()
        // By the calendar: where daylight saving begins or ends, the next midnight is not 24 hours away.
        parts.tm_mday += 1
        return (start, midnight())
    }
}
