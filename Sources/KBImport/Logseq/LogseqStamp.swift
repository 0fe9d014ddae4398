internal import KBModel
internal import KBParse

/// Dates of tasks in Logseq, as Org has them: `2026-11-21 Sat 14:00 .+1w`.
enum LogseqStamp {
    private static let units = ["h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"]

    /// The date behind `mark`, as the Tasks plugin of Obsidian writes it, with its time before and its repetition behind; nil
    /// for what is no date.
    static func text(_ stamp: String, mark: String) -> String? {
        let words = stamp.split(separator: " ").map(String.init)
        guard let first = words.first, let day = Day(first) else { return nil }
        var text = "\(mark) \(day)"
        for word in words.dropFirst() {
            if word.contains(":") {
                text = word + " " + text
            } else if let repetition = repetition(word) {
                text = "🔁 \(repetition) " + text
            } else if word.first?.isLetter != true {
                return nil
            }
        }
        return text
    }

    /// `every 2 weeks when done` for `.+2w`; nil for anything else.
    private static func repetition(_ word: String) -> String? {
        let count = word.drop { $0 == "." || $0 == "+" }
        guard word.first == "." || word.first == "+", let unit = count.last.flatMap({ units[String($0)] }),
            let number = Int(count.dropLast()), number > 0
        else { return nil }
        let isFromDone = word.hasPrefix(".+") || word.hasPrefix("++")
        return "every " + (number == 1 ? unit : "\(number) \(unit)s") + (isFromDone ? " when done" : "")
    }
}
