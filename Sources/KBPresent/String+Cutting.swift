extension String {
    /// The text in at most `width` columns; what had to go is a `…`, beside a whole word where one is near.
    ///
    /// The beginning is kept, unless `name` stands further on: then as much before it as leaves room behind it.
    func cut(to width: Int, around name: String = "") -> String {
        guard displayWidth > width else { return self }
        let characters = Array(self)
        let place = characters.firstRange(ofSpelling: name)
        // A third of the line is kept for what follows the name.
        let end = place.map { columns(of: characters[..<$0.upperBound]) } ?? 0
        guard let place, end > width - 1 else { return cutAtEnd(width) }
        var start = place.lowerBound
        var used = columns(of: characters[place])
        while start > 0, used + characters[start - 1].displayWidth < width * 2 / 3 {
            start -= 1
            used += characters[start].displayWidth
        }
        // Where the text ends soon, more of what stands before fits.
        while start > 0, columns(of: characters[(start - 1)...]) < width { start -= 1 }
        if let space = characters[start..<place.lowerBound].firstIndex(of: " ") { start = space + 1 }
        let rest = String(characters[start...])
        return "…" + (rest.displayWidth < width ? rest : rest.cutAtEnd(width - 1))
    }

    private func cutAtEnd(_ width: Int) -> String {
        var end = startIndex
        var used = 0
        while end < endIndex, used + self[end].displayWidth < width {
            used += self[end].displayWidth
            end = index(after: end)
        }
        var kept = self[..<end]
        let breaksWord = end < endIndex && self[end] != " "
        // A word is given up for the sake of a clean end only when that does not cost half the text.
        if breaksWord, let space = kept.lastIndex(of: " "), String(kept[..<space]).displayWidth * 2 >= width {
            kept = kept[..<space]
        }
        return String(kept.reversed().drop { " ,;:".contains($0) }.reversed()) + "…"
    }

    private func columns(of characters: ArraySlice<Character>) -> Int {
        characters.reduce(0) { $0 + $1.displayWidth }
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

extension [Character] {
    /// So many letters tell a word in another form: `pipelines` and `pipeline`.
    private static let lettersOfStem = 5

    /// Where `name` stands in any case; else its longest word, or the beginning of that.
    fileprivate func firstRange(ofSpelling name: String) -> Range<Int>? {
        let words = name.split(separator: " ").map { String($0) }
        let longest = words.max { $0.count < $1.count } ?? ""
        for text in [name, longest, String(longest.prefix(Self.lettersOfStem))] {
            let wanted = text.lowercased().map { $0 }
            guard !wanted.isEmpty, wanted.count <= count else { continue }
            for start in 0...(count - wanted.count)
            where zip(self[start...], wanted).allSatisfy({ $0.lowercased() == String($1) }) {
                return start..<(start + wanted.count)
            }
        }
        return nil
    }
}
