internal import KBModel

extension ComparisonPresenter {
    func json(_ comparison: ConceptComparison) -> JSONValue {
        [
            "version": jsonVersion,
            "concept": comparison.concept.nameJSON,
            "shared": JSONValue(comparison.shared),
            "total": .integer(comparison.notes.count),
            "notes": .array(notes(of: comparison).map(json)),
        ]
    }

    private func json(_ note: ConceptComparison.Treatment) -> JSONValue {
        [
            "path": .string(paths.shown(note.path)),
            "title": .string(note.title),
            "only": JSONValue(note.only),
            "passages": .array(note.passages.map(json)),
        ]
    }

    private func json(_ passage: ConceptComparison.Passage) -> JSONValue {
        let pieces = passage.pieces.map { piece -> JSONValue in
            ["line": .integer(piece.line), "depth": .integer(piece.depth), "text": .string(piece.text)]
        }
        return [
            "line": .integer(passage.line), "headingPath": JSONValue(passage.headingPath), "pieces": .array(pieces),
        ]
    }

    func markdown(_ comparison: ConceptComparison) -> String {
        var result = "# \(comparison.concept.name.harmless.escapedForMarkdown)\n"
        if !comparison.shared.isEmpty {
            result += "\nIn two notes or more: \(escaped(comparison.shared)).\n"
        }
        return result + notes(of: comparison).map(markdown).joined()
    }

    private func markdown(_ note: ConceptComparison.Treatment) -> String {
        let shown = paths.shown(note.path)
        var result = "\n## \(note.title.harmless.escapedForMarkdown)\n"
        for passage in note.passages {
            let place = (passage.headingPath.isEmpty ? [shown] : passage.headingPath).joined(separator: " › ")
            let link = "[\(place.harmless.escapedForMarkdown)](<\(shown.markdownDestination)>)"
            result += "\n\(link), line \(passage.line):\n\n" + markdown(passage.pieces)
        }
        return result + (note.only.isEmpty ? "" : "\nOnly here: \(escaped(note.only)).\n")
    }

    /// Paragraphs and list items as they stood, a blank line where one kind follows the other.
    private func markdown(_ pieces: [ConceptComparison.Piece]) -> String {
        var result = ""
        var previous: ConceptComparison.Piece?
        for piece in pieces {
            if let previous, previous.depth == 0 || piece.depth == 0 { result += "\n" }
            let indent = String(repeating: "  ", count: max(0, piece.depth - 1))
            result += indent + (piece.depth > 0 ? "- " : "") + piece.text.harmless.escapedForMarkdown + "\n"
            previous = piece
        }
        return result
    }

    private func escaped(_ names: [String]) -> String { names.joined(separator: ", ").harmless.escapedForMarkdown }
}
