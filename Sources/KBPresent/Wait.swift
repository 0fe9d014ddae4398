/// A span of time as people say it.
struct Wait: Equatable {
    /// How long, in seconds; at least 0.
    var seconds: Int

    /// In the largest unit that keeps it exact enough: `40 s`, `9 min`, `5 h`, `3 d`, `4 mo`, `3 y`; rounded to the
    /// nearest, days from one and a half.
    var short: String {
        func rounded(_ unit: Int) -> Int { (seconds + unit / 2) / unit }
        let (minute, hour, day) = (60, 3_600, 86_400)
        switch seconds {
        case ..<minute: return "\(max(0, seconds)) s"
        case ..<hour: return "\(rounded(minute)) min"
        case ..<(day + day / 2): return "\(rounded(hour)) h"
        case ..<(60 * day): return "\(rounded(day)) d"
        case ..<(730 * day): return "\(rounded(day * 365 / 12)) mo"
        default: return "\(rounded(day * 365)) y"
        }
    }

    /// In hours and minutes, for time that was spent: `45 s`, `12 min`, `3 h 5 min`.
    var spent: String {
        let minutes = (seconds + 30) / 60
        if seconds < 60 { return "\(max(0, seconds)) s" }
        return minutes < 60 ? "\(minutes) min" : "\((minutes / 60).grouped) h \(minutes % 60) min"
    }
}
