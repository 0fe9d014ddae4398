/// Puts the lines of several notes side by side.
struct ComparisonColumns {
    /// A narrower column makes a paragraph hard to read: then the notes are better printed one below the other.
    private static let leastWidth = 44

    /// The columns of a terminal that one note gets.
    let width: Int
    private let style: Style

    /// Columns for `count` notes; nil when there is only one, or the width does not allow for it.
    init?(of count: Int, in style: Style) {
        guard count > 1 else { return nil }
        width = (style.width - (count - 1) * 3) / count
        self.style = style
        guard width >= Self.leastWidth else { return nil }
    }

    /// The notes' lines next to each other.
    func layOut(_ notes: [[ComparisonLine]]) -> String {
        let height = notes.map(\.count).max() ?? 0
        let bar = style.dress("│", as: .faint)
        return (0..<height).map { row in
            let cells = notes.map { lines in
                let line = lines.indices.contains(row) ? lines[row] : ComparisonLine("")
                return line.dressed(style) + String(repeating: " ", count: max(0, width - line.text.displayWidth))
            }
            return cells.joined(separator: " \(bar) ").withoutTrailingSpaces + "\n"
        }.joined()
    }
}
