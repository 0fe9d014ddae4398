/// Days as Notion writes them in English.
enum NotionDate {
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// `2026-11-21`, or `2026-11-21T09:43`, for `November 21, 2026` or `November 21, 2026 9:43 AM`; nil for anything else.
    static func iso(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count == 3 || words.count == 4 || words.count == 5,
            let month = months.firstIndex(of: words[0].lowercased()), words[1].hasSuffix(","),
            let day = Int(words[1].dropLast()), let year = Int(words[2]), 1...31 ~= day, 1000...9999 ~= year
        else { return nil }
        let date = "\(year)-\(two(month + 1))-\(two(day))"
        guard words.count > 3 else { return date }
        let parts = words[3].split(separator: ":")
        guard parts.count == 2, var hour = Int(parts[0]), let minute = Int(parts[1]), 0...23 ~= hour, 0...59 ~= minute
        else { return nil }
        if words.count == 5 {
            switch words[4].uppercased() {
            case "AM": hour = hour == 12 ? 0 : hour
            case "PM": hour = hour < 12 ? hour + 12 : hour
            default: return nil
            }
        }
        return "\(date)T\(two(hour)):\(two(minute))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
