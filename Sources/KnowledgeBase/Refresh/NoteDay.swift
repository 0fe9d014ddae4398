import Glibc
import KBModel

/// The day a note belongs to.
enum NoteDay {
    /// Keys of front matter that give it, the first found wins.
    private static let keys = ["date", "created", "day"]

    /// Front matter `date` or `created`, else a day in the file's name (`2026-05-01 retro.md`), else the day the file
    /// last changed, in the time zone of the machine.
    static func day(of note: Note, modified: Int64) -> Day {
        for key in keys {
            if let written = note.frontMatter[key]?.scalar, let day = Day(written) { return day }
        }
        return dayInName(note.path) ?? local(modified)
    }

    /// The first `2026-05-01` in the file's name that is not part of a longer number.
    private static func dayInName(_ path: String) -> Day? {
        let name = Array((path.split(separator: "/").last ?? "").utf8)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard name.count >= 10 else { return nil }
        for start in 0...(name.count - 10) where start == 0 || !digits.contains(name[start - 1]) {
            let end = start + 10
            guard name[end - 1] >= digits.lowerBound, end == name.count || !digits.contains(name[end]) else { continue }
            if let day = Day(String(decoding: name[start..<end], as: UTF8.self)) { return day }
        }
        return nil
    }

    /// The day of `nanoseconds` since 1970 where this machine stands.
    static func local(_ nanoseconds: Int64) -> Day {
        let seconds = nanoseconds / 1_000_000_000
        var moment = time_t(seconds)
        var parts = tm()
        guard localtime_r(&moment, &parts) != nil else { return Day(daysSinceEpoch: Int(seconds / 86_400)) }
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(daysSinceEpoch: Int(seconds / 86_400))
    }
}
