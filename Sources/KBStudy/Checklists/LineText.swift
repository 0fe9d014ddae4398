/// The words of a line as a checklist shows them.
enum LineText {
    /// Longer lines are paragraphs: what is behind their first sentences answers them.
    static let longest = 320
    private static let shortest = 80

    /// An item's words without a sign that examples follow.
    static func item(_ text: String) -> String {
        var text = text[...]
        for ending in [" For e.g.", " e.g.", " E.g.", " For example:", " For example", " i.e."]
        where text.hasSuffix(ending) {
            text = text.dropLast(ending.count)
        }
        return String(text)
    }

    /// Whether a text only sends the reader elsewhere: `See …` and an address.
    static func isReference(_ text: String, _ words: [String]) -> Bool {
        if text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") { return true }
        guard let first = words.first, words.count > 1 else { return false }
        return first == "see" && text.first?.isUppercase ?? false
    }

    /// The beginning of a text up to a sentence's end, and what is left; short texts stay whole.
    static func cut(_ text: String) -> (String, String) {
        guard text.utf8.count > longest else { return (text, "") }
        var end: String.Index?
        var place = text.startIndex
        var count = 0
        while place < text.endIndex, count < longest {
            let next = text.index(after: place)
            if count >= shortest, next < text.endIndex, text[next] == " ", ".?!".contains(text[place]) { end = next }
            place = next
            count += 1
        }
        guard let end else { return (text, "") }
        return (String(text[..<end]), String(text[end...].drop { $0 == " " }))
    }
}
