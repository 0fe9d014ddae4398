import KBModel

extension NoteLines {
    /// Each line as the card it becomes when it was missed in a mock interview: a question is answered by what stands
    /// below it, any other line is what its place in the note asks for.
    public var cards: [Card] {
        lines.indices.map { index in
            let (line, anchor) = (lines[index], anchor(of: index))
            let context = anchor.headingPath + line.parents
            return Card(
                .checklist, front: anchor.text, back: line.isQuestion ? line.answer : "",
                source: Source(path: path, line: line.line), headingPath: anchor.headingPath,
                hint: (context.isEmpty ? [title] : context).joined(separator: " › "))
        }
    }
}
