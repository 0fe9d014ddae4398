internal import KBModel

/// Prints where a claim comes from and what is written there: `notes/serving.md:14: A feature store keeps …`.
struct ConceptSourceLine {
    let style: Style
    let paths: PathStyle

    /// A text cut shorter says nothing any more: better a line that wraps by itself.
    private static let leastWidth = 24

    /// `notes/serving.md:14:`, a link where links are wanted.
    func place(_ path: String, line: Int) -> String {
        let shown = style.link(style.dress(paths.shown(path), as: .path), to: paths.absolute(path))
        return "\(shown):\(style.dress(String(line), as: .line)):"
    }

    /// Whether behind `used` columns the source leaves room for enough of its text, or for all of it.
    func fits(_ reason: Reason, behind used: Int) -> Bool {
        let room = style.width - used - width(of: reason) - 1
        return room >= min(Self.leastWidth, reason.text.harmless.displayWidth)
    }

    /// The source and its text on one line that fits the width, behind `indent` spaces, or behind `used` columns that
    /// were printed already.
    func cut(_ reason: Reason, indent: Int = 0, behind used: Int = 0) -> String {
        let room = max(style.width - indent - used - width(of: reason) - 1, Self.leastWidth)
        return layOut(reason, [reason.text.harmless.cut(to: room)], indent: indent)
    }

    /// The source and its whole text over as many lines as it takes, the first behind `indent` spaces.
    func whole(_ reason: Reason, indent: Int) -> String {
        let first = max(style.width - indent - width(of: reason) - 1, Self.leastWidth)
        let rest = max(style.width - indent - 2, Self.leastWidth)
        return layOut(reason, reason.text.harmless.wrapped(first: first, rest: rest), indent: indent)
    }

    /// The columns of ``place(_:line:)``.
    private func width(of reason: Reason) -> Int {
        paths.shown(reason.path).harmless.displayWidth + String(reason.line).utf8.count + 2
    }

    private func layOut(_ reason: Reason, _ lines: [String], indent: Int) -> String {
        let blanks = String(repeating: " ", count: indent)
        let text = lines.joined(separator: "\n\(blanks)  ")
        return blanks + place(reason.path, line: reason.line) + (text.isEmpty ? "" : " " + text) + "\n"
    }
}

extension String {
    /// The text in at most `width` columns; what had to go is a `…`, behind a whole word where one is near.
    func cut(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var kept = ""
        var used = 0
        for character in self {
            used += character.displayWidth
            guard used < width else { break }
            kept.append(character)
        }
        // A word is given up for the sake of a clean end only when that does not cost half the text.
        if let space = kept.lastIndex(of: " "), kept[..<space].displayWidth * 2 >= width {
            kept = String(kept[..<space])
        }
        return String(kept.reversed().drop { " ,;:".contains($0) }.reversed()) + "…"
    }

    /// The words in lines of at most `first` and then `rest` columns. A longer word gets a line of its own, or with
    /// `breakingWords` several.
    func wrapped(first: Int, rest: Int, breakingWords: Bool = false) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        var room: Int { lines.isEmpty ? first : rest }
        for word in split(separator: " ") {
            var word = String(word)
            var width = word.displayWidth
            if used > 0, used + 1 + width > room {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while breakingWords, width > room, let end = word.breakingPoint(at: room) {
                lines.append(String(word[..<end]))
                word = String(word[end...])
                width = word.displayWidth
            }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + width
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Where to break a word so that at least one character, and no more than `width` columns, stand before.
    private func breakingPoint(at width: Int) -> Index? {
        var used = 0
        for (offset, index) in indices.enumerated() {
            used += self[index].displayWidth
            if used > width, offset > 0 { return index }
        }
        return nil
    }
}

extension Substring {
    fileprivate var displayWidth: Int { String(self).displayWidth }
}
