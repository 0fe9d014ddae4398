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
        var path = path
        return path.withUTF8 { bytes in
            let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            let end = bytes.count - shape.utf8CodeUnitCount
            guard start <= end else { return nil }
            for place in start...end where isDay(bytes, at: place, from: start) {
                if let day = Day(String(decoding: bytes[place..<place + shape.utf8CodeUnitCount], as: UTF8.self)) {
                    return day
                }
            }
            return nil
        }
    }

    /// How a day is written in a name.
    private static let shape: StaticString = "0000-00-00"

    private static func isDay(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, from start: Int) -> Bool {
        func isDigit(_ index: Int) -> Bool {
            start <= index && index < bytes.count && UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index]
        }
        guard !isDigit(place - 1), !isDigit(place + shape.utf8CodeUnitCount) else { return false }
        return shape.withUTF8Buffer { shape in
            shape.indices.allSatisfy { index in
                shape[index] == UInt8(ascii: "0") ? isDigit(place + index) : bytes[place + index] == shape[index]
            }
        }
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
