/// A heading without what does not name it.
enum HeadingTitle {
    /// The words of `heading` without its number, its time budget and its final colon.
    static func clean(_ heading: String, hasMinutes: Bool) -> String {
        var title = heading[...]
        if hasMinutes, title.hasSuffix(")"), let open = title.lastIndex(of: "(") { title = title[..<open] }
        while let last = title.last, last == ":" || last.isWhitespace { title.removeLast() }
        let number = title.prefix { $0.isNumber || $0 == "." || $0 == ")" }
        if number.count < title.count, number.contains(where: { $0 == "." || $0 == ")" }) {
            title = title.dropFirst(number.count).drop { $0.isWhitespace }
        }
        return String(title)
    }
}
