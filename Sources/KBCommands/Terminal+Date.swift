internal import Glibc

extension Terminal {
    /// The time of day where the reader is, so many seconds after 1970 began in universal time.
    func timeOfDay(of seconds: Int) -> (hour: Int, minute: Int, second: Int) {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        return (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec))
    }

    /// Year, month and day where the reader is, so many seconds after 1970 began in universal time.
    func date(of seconds: Int) -> (year: Int, month: Int, day: Int) {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }

    /// Hour, minute and second where the reader is.
    var timeOfDay: (hour: Int, minute: Int, second: Int) {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec))
    }
}
