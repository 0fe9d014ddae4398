/// `::` or `:::` on a line of a note, and where it stands among the words.
///
/// The words have lost a colon, and links and emphasis with it, so the mark is found again by the words around it.
struct CardMark {
    /// What stands before it.
    let front: String
    /// What stands behind it.
    let back: String
    /// Whether the card is asked both ways: `:::`.
    let isReversed: Bool

    /// The mark on a line, given as typed and in plain words; nil when there is none.
    ///
    /// Without a gap or a question before it, `::` joins names of a programming language; `key:: value` is a field of
    /// Dataview. In a note that is tagged `flashcards`, both are cards.
    init?(source: String, plain: String, isTagged: Bool) {
        guard let mark = CardMark.mark(in: source) else { return nil }
        let (before, after) = (source[..<mark.lowerBound], source[mark.upperBound...])
        let count = source[mark].utf8.count
        let isApart = before.last.map { $0.isWhitespace || $0 == "?" } ?? true || after.first?.isWhitespace ?? true
        let isField = !(before.last?.isWhitespace ?? true) && before.last != "?" && after.first?.isWhitespace ?? true
        // `:::note` opens a box of a manual, `:::image … :::` is one.
        let isBox = count == 3 && (!before.contains(where: CardMark.isWord) || after.contains(":::"))
        let words = before.split(separator: " ").count
        guard !isBox, isApart || (isTagged && words > 1), !isField || isTagged || words > CardMark.longestField else {
            return nil
        }
        let (last, first) = (CardMark.lastWord(before), CardMark.firstWord(after))
        var start = plain.startIndex
        while let colon = plain[start...].firstIndex(of: ":") {
            let end = plain[colon...].firstIndex { $0 != ":" } ?? plain.endIndex
            if CardMark.lastWord(plain[..<colon]) == last, CardMark.firstWord(plain[end...]) == first {
                front = CardText.flat(plain[..<colon])
                back = CardText.flat(plain[end...])
                isReversed = count == 3
                return
            }
            start = end
        }
        return nil
    }

    /// A field's name has few words.
    private static let longestField = 3

    /// The first run of two or three colons outside of `code`.
    private static func mark(in line: String) -> Range<String.Index>? {
        var start = line.startIndex
        while let sign = line[start...].firstIndex(where: { $0 == ":" || $0 == "`" }) {
            let end = line[sign...].firstIndex { $0 != line[sign] } ?? line.endIndex
            let run = line[sign..<end]
            if run.first == ":", 2...3 ~= run.utf8.count { return sign..<end }
            // A backtick that nothing closes is a character as any other.
            start = run.first == "`" ? line[end...].firstRange(of: run)?.upperBound ?? end : end
        }
        return nil
    }

    private static func lastWord(_ text: some StringProtocol) -> String {
        String(String(text.reversed().drop { !isWord($0) }.prefix { isWord($0) }).reversed())
    }

    private static func firstWord(_ text: some StringProtocol) -> String {
        String(text.drop { !isWord($0) }.prefix { isWord($0) })
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
