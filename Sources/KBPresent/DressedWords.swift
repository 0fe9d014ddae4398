/// Words that are wrapped together and look different.
struct DressedWords {
    /// One word, which no line break divides.
    private struct Word {
        var text: String
        var role: Style.Role?
        /// The absolute path of the file it leads to.
        var destination: String?
    }

    /// A line as it is printed.
    struct Line {
        var text: String
        /// In columns of a terminal.
        var width: Int
    }

    private var words: [Word] = []

    /// Adds the words of `text`.
    mutating func add(_ text: String, as role: Style.Role? = nil) {
        words += text.harmless.split(separator: " ").map { Word(text: String($0), role: role, destination: nil) }
    }

    /// Adds `text` as one word, a link to the file at `destination` where links are wanted.
    mutating func add(whole text: String, as role: Style.Role? = nil, to destination: String? = nil) {
        words.append(Word(text: text.harmless, role: role, destination: destination))
    }

    /// Lines of at most `width` columns, unless a word alone is wider.
    func lines(width: Int, style: Style) -> [Line] {
        var lines: [(words: [Word], width: Int)] = []
        for word in words {
            let columns = word.text.displayWidth
            if let last = lines.indices.last, lines[last].width + 1 + columns <= width {
                lines[last].words.append(word)
                lines[last].width += 1 + columns
            } else {
                lines.append(([word], columns))
            }
        }
        return lines.map { Line(text: dressed($0.words, style), width: $0.width) }
    }

    /// Neighbours that look the same are dressed together.
    private func dressed(_ words: [Word], _ style: Style) -> String {
        var result = ""
        var rest = words[...]
        while let first = rest.first {
            // A link is a word of its own.
            let isLink = first.destination != nil
            let run = isLink ? rest.prefix(1) : rest.prefix { $0.role == first.role && $0.destination == nil }
            let text = run.map(\.text).joined(separator: " ")
            let dressed = first.role.map { style.dress(text, as: $0) } ?? text
            result += (result.isEmpty ? "" : " ") + style.link(dressed, to: first.destination)
            rest = rest.dropFirst(run.count)
        }
        return result
    }
}
