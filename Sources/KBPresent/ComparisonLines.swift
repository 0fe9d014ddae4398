internal import KBModel

/// Cuts what a note says about a topic into lines of at most so many columns.
struct ComparisonLines {
    let width: Int

    /// A note as a column of its own: title, path, passages, and what only it brings up.
    func column(_ note: ConceptComparison.Treatment, path: String) -> [ComparisonLine] {
        let head = fitted(note.title).map { ComparisonLine($0, as: .heading) }
        let place = fitted(path).map { ComparisonLine($0, as: .path) }
        let passages = note.passages.flatMap { passage -> [ComparisonLine] in
            let heading = ([String(passage.line)] + [passage.headingPath.joined(separator: " › ")])
                .filter { !$0.isEmpty }.joined(separator: ": ")
            return [ComparisonLine("")] + fitted(heading).map { ComparisonLine($0, as: .line) }
                + passage.pieces.flatMap(piece)
        }
        let only = list("only here: ", note.only)
        return head + place + passages + (only.isEmpty ? [] : [ComparisonLine("")] + only)
    }

    /// A paragraph, or an item behind its dash, under the items that enclose it.
    func piece(_ piece: ConceptComparison.Piece) -> [ComparisonLine] {
        // Deep lists may not squeeze their own text to nothing.
        let indent = min(max(0, piece.depth - 1) * 2, width / 3)
        let mark = piece.depth > 0 ? "- " : ""
        let room = width - indent - mark.count
        let blanks = String(repeating: " ", count: indent)
        let lines = piece.text.harmless.wrapped(first: room, rest: room, breakingWords: true)
        return lines.enumerated().map { number, text in
            ComparisonLine(blanks + (number == 0 ? mark : String(repeating: " ", count: mark.count)) + text)
        }
    }

    /// Names behind the title of their list; nothing when there are none.
    func list(_ title: String, _ names: [String]) -> [ComparisonLine] {
        names.isEmpty ? [] : fitted(title + names.joined(separator: ", ")).map { ComparisonLine($0, as: .faint) }
    }

    /// The text in lines, all but the first two columns further in.
    private func fitted(_ text: String) -> [String] {
        text.harmless.wrapped(first: width, rest: width - 2, breakingWords: true).enumerated().map { number, line in
            number == 0 ? line : "  " + line
        }
    }
}
