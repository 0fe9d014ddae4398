// Items of lists, in brackets and in lines.
extension VocabularyText {
    /// `text` as the next item of a list in brackets, on a line of its own when the last is full.
    func flowItem(_ text: String, in list: YAMLNode) -> String {
        let item = YAMLScalarText.written(text, inBrackets: true)
        guard let last = list.items.last, lines.column(end(of: last)) + item.utf8.count + 3 > VocabularyText.widest,
            let first = list.items.first
        else { return item }
        let indent = String(repeating: " ", count: lines.column(first.range.lowerBound))
        return String(String.UnicodeScalarView(lines.lineEnd)) + indent + item
    }

    /// Puts `item` behind the last of a list in brackets.
    mutating func insert(_ item: String, atEndOf list: YAMLNode) throws(Refusal) {
        guard list.isFlow else { throw refusal(at: list) }
        guard let last = list.items.last else {
            let start = list.range.lowerBound + 1
            return lines.replace(start..<start, with: item)
        }
        let stop = end(of: last)
        let isOwnLine = item.unicodeScalars.first.map { $0 == "\n" || $0 == "\r" } ?? false
        lines.replace(stop..<stop, with: (isOwnLine ? "," : ", ") + item)
    }

    /// Takes the item at `index` out of a list of two or more, or empties the list.
    mutating func removeItem(_ index: Int, of list: YAMLNode) throws(Refusal) {
        let item = list.items[index]
        guard !list.isFlow else {
            if index > 0 {
                lines.replace(end(of: list.items[index - 1])..<end(of: item), with: "")
            } else {
                let next = list.items.count > 1 ? list.items[1].range.lowerBound : end(of: item)
                lines.replace(item.range.lowerBound..<next, with: "")
            }
            return
        }
        guard let dash = dash(of: item, in: list) else { throw refusal(at: item) }
        let last = max(dash, end(of: item))
        var first = lines.lineStart(dash)
        let next = lines.nextLine(last)
        // Of the blank lines around it one is enough.
        if first > 0, lines.isBlank(first - 1), next >= lines.scalars.count || lines.isBlank(next) {
            first = lines.lineStart(first - 1)
        }
        lines.removeLines(from: first, through: last)
    }

    /// Where the dash of a block list's item stands.
    func dash(of item: YAMLNode, in list: YAMLNode) -> Int? {
        let column = lines.column(list.range.lowerBound)
        var start = lines.lineStart(item.range.lowerBound)
        while true {
            let place = start + column
            if place <= item.range.lowerBound, place < lines.scalars.count, lines.scalars[place] == "-" { return place }
            guard start > 0, start > list.range.lowerBound - column else { return nil }
            start = lines.lineStart(start - 1)
        }
    }

    /// Puts a new concept below everything else.
    mutating func appendBlock(_ fields: [String], to list: YAMLNode?) {
        let column = list.map { lines.column($0.range.lowerBound) } ?? (root.entries.isEmpty ? 0 : 2)
        let indent = String(repeating: " ", count: column)
        var block = fields.enumerated().map { indent + ($0.offset == 0 ? "- " : "  ") + $0.element }
        if let list, isSpaced(list) { block.insert("", at: 0) }
        let stop = lines.trimmedEnd(0, lines.scalars.count)
        if stop == 0 {
            let rest = String(String.UnicodeScalarView(lines.lineEnd))
            lines.replace(0..<0, with: block.joined(separator: rest) + rest)
        } else {
            lines.insert(block, belowLineWith: stop)
        }
    }

    /// Whether a blank line stands above the last of the concepts.
    func isSpaced(_ list: YAMLNode) -> Bool {
        guard list.items.count > 1, let last = list.items.last, let dash = dash(of: last, in: list) else {
            return false
        }
        var start = lines.lineStart(dash)
        // Comments above a concept belong to it.
        while start > 0 {
            let above = lines.lineStart(start - 1)
            guard !lines.isBlank(above) else { return true }
            let first = lines.scalars[above...].first { $0 != " " && $0 != "\t" }
            guard first == "#" else { return false }
            start = above
        }
        return false
    }
}
