import KBModel
import KBParse
import KBStudy

/// The cards of a note given as text.
enum NoteCards {
    static func made(_ text: String, path: String) -> [Card] {
        var parser = NoteParser()
        return CardMaker.cards(in: parser.parse(Array(text.utf8), path: path))
    }

    /// Each as `line kind front = back`; `⏎` stands for a line end.
    static func listed(_ text: String, path: String) -> [String] {
        made(text, path: path).map { card in
            let back = card.back.replacing("\n", with: "⏎")
            return "\(card.source.line) \(card.kind) \(card.front.replacing("\n", with: "⏎")) = \(back)"
        }
    }
}
