extension Day {
    /// A day as queries and options name it: `2024`, `2024-05`, `2024-05-01`, `today`, `yesterday`, `tomorrow`, or so many days,
    /// weeks, months or years ago (`7d`, `2w`, `3m`, `1y`). A year or month is its first day.
    public init?(typed: String, today: Day) {
        switch typed.lowercased() {
        case "today": self = today
        case "yesterday": self = today.adding(days: -1)
        case "tomorrow": self = today.adding(days: 1)
        case let word:
            if let day = Day(ago: word, today: today) ?? Day(word) ?? Day(calendar: word) {
                self = day
            } else {
                return nil
            }
        }
    }

    /// `7d`, `2w`, `3m`, `1y` before `today`; months and years keep the day of the month where the month has it.
    private init?(ago typed: String, today: Day) {
        // Far more than the calendar holds, and small enough that no product below overflows.
        let most = 4_000_000
        guard let unit = typed.last, let typedCount = Int(typed.dropLast()), typedCount >= 0 else { return nil }
        let count = min(typedCount, most)
        switch unit {
        case "d": self = today.adding(days: -count)
        case "w": self = today.adding(days: -7 * count)
        case "m": self = today.earlier(months: count)
        case "y": self = today.earlier(months: 12 * count)
        default: return nil
        }
    }

    private func earlier(months: Int) -> Day {
        let total = max(12, year * 12 + month - 1 - months)
        let lengths = [day, 30, 29, 28].filter { $0 <= day }
        return lengths.lazy.compactMap { Day(year: total / 12, month: total % 12 + 1, day: $0) }.first ?? self
    }

    /// `2024` or `2024-05`.
    private init?(calendar typed: String) {
        let figures = typed.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
        guard let first = figures.first, first.utf8.count == 4, figures.count <= 2, let year = Int(first) else {
            return nil
        }
        guard figures.count == 2 else {
            self.init(year: year, month: 1, day: 1)
            return
        }
        guard figures[1].utf8.count <= 2, let month = Int(figures[1]) else { return nil }
        self.init(year: year, month: month, day: 1)
    }
}
