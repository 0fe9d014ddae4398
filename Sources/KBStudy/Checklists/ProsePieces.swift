import KBConcepts
import KBModel

/// The lines in a paragraph: its sentences that ask or demand, and its terms with their explanations.
///
/// Sentences beside each other on one line of the file are one line of the checklist.
struct ProsePieces {
    /// One of them.
    struct Piece {
        var text: String
        var line: Int
        var kind: ChecklistLine.Kind
        var isQuestion: Bool
        var plain: Range<Int>
    }

    /// By line.
    private(set) var pieces: [Piece] = []

    init(_ note: Note, _ block: Block, takesPoints: Bool, words: (String) -> [String]) {
        let whole = block.plain.clamped(to: note.plain.indices)
        var covered = whole.lowerBound
        /// Whether a sentence demands something, or is as short as an item in a note that is kept in points.
        func isPoint(_ text: String, of block: Block) -> Bool {
            guard !text.hasSuffix(":") else { return false }
            let first = words(text)
            return (takesPoints && ProsePieces.isShort(block) && first.count > 3) || LineWords.demands(first)
        }
        let terms = note.definitions.filter { whole.contains($0.term.lowerBound) }
        for sentence in Sentences.ranges(in: note.plain, whole) where sentence.lowerBound >= covered {
            let text = note.flat(sentence)
            guard CardText.isProse(text), !text.hasPrefix("#"), !text.hasPrefix("See ") else { continue }
            let line =
                block.lines.first + ProsePieces.breaks(note, whole.lowerBound..<ProsePieces.start(note, sentence))
            if let term = ProsePieces.term(terms, sentence, note) {
                // The explanation goes on to the end of its line.
                let end = max(sentence.upperBound, term.text.upperBound)
                covered = end
                let range = sentence.lowerBound..<end
                pieces.append(
                    Piece(
                        text: note.flat(range), line: line, kind: .term,
                        isQuestion: note.flat(range).contains("?"), plain: range))
                continue
            }
            let asks = ProsePieces.asks(text)
            guard asks || ProsePieces.isNumbered(text) || isPoint(text, of: block) else { continue }
            if let last = pieces.last, last.line == line, last.kind != .term {
                pieces[pieces.count - 1].text += " " + text
                pieces[pieces.count - 1].isQuestion = last.isQuestion || asks
                pieces[pieces.count - 1].plain = last.plain.lowerBound..<sentence.upperBound
            } else {
                pieces.append(
                    Piece(text: text, line: line, kind: asks ? .question : .demand, isQuestion: asks, plain: sentence))
            }
        }
    }

    /// Whether a paragraph is as short as an item.
    static func isShort(_ block: Block) -> Bool {
        block.lines.last - block.lines.first < mostLines && block.plain.count <= longestPoint
    }

    private static let mostLines = 2
    private static let longestPoint = 320

    private static func asks(_ text: String) -> Bool {
        text.hasSuffix("?") || text.hasSuffix("?\"") || text.hasSuffix("?)") || text.hasSuffix("?”")
    }

    /// A point of a list that was numbered by hand: `(2) …`, `3 - …`, or begun with a sign.
    private static func isNumbered(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if ["•", "▪", "‣", "◦", "→", "✓", "☐", "–"].contains(first) { return text.utf8.count > 6 }
        let rest = text.drop { $0 == "(" }
        let number = rest.prefix { $0.isNumber }
        guard 1...2 ~= number.count else { return false }
        let after = rest.dropFirst(number.count)
        return after.hasPrefix(") ") || after.hasPrefix(". ")
    }

    /// The definition by a colon or an equals sign that a sentence begins with, at the beginning of a line.
    private static func term(
        _ terms: [Note.Definition], _ sentence: Range<Int>, _ note: Note
    ) -> Note.Definition? {
        let start = start(note, sentence)
        guard
            let term = terms.first(where: { sentence.contains($0.term.lowerBound) && $0.term.lowerBound - start < 4 }),
            term.text.lowerBound >= term.term.upperBound, start == 0 || isLineStart(note, start)
        else { return nil }
        let between = note.plain[term.term.upperBound..<term.text.lowerBound]
        guard between.contains(UInt8(ascii: ":")) || between.contains(UInt8(ascii: "=")) else { return nil }
        let words = note.flat(term.text).split(separator: " ").count
        return words >= fewestWords ? term : nil
    }

    /// Fewer words are a value, not an explanation.
    private static let fewestWords = 3

    private static func isLineStart(_ note: Note, _ place: Int) -> Bool {
        note.plain.indices.contains(place - 1) && note.plain[place - 1] == UInt8(ascii: "\n")
    }

    /// The first byte of a sentence that is no blank.
    private static func start(_ note: Note, _ sentence: Range<Int>) -> Int {
        var start = sentence.lowerBound
        while start < sentence.upperBound, note.plain[start] <= UInt8(ascii: " ") { start += 1 }
        return start
    }

    private static func breaks(_ note: Note, _ range: Range<Int>) -> Int {
        note.plain[range.clamped(to: note.plain.indices)].count { $0 == UInt8(ascii: "\n") }
    }
}
