/// How a reader names a note, and a place in it: `NOTE`, `NOTE#HEADING`, `NOTE#^block` or `NOTE:LINE`.
struct NoteReference: Equatable {
    /// A place in a note.
    enum Place: Equatable {
        /// Headings, each under the one before; the words or the slug of each.
        case headings([String])
        /// The block with this id.
        case block(String)
        /// A line, counted from 1.
        case line(Int)
    }

    /// The note's path, file name, title or alias.
    var name: String
    /// The place, if one was named.
    var place: Place?

    /// Reads what was typed; `[[…]]` around it and `|text` in it are dropped.
    init(_ typed: String) {
        var text = typed[...]
        if text.hasPrefix("[["), text.hasSuffix("]]") {
            text = text.dropFirst(2).dropLast(2)
            text = text.prefix { $0 != "|" }
        }
        if let hash = text.firstIndex(of: "#"), hash != text.startIndex || text.count > 1 {
            name = String(text[..<hash])
            let anchor = text[text.index(after: hash)...]
            if anchor.hasPrefix("^") {
                place = .block(String(anchor.dropFirst()))
            } else {
                let headings = anchor.split(separator: "#").map(String.init).filter { !$0.isEmpty }
                place = headings.isEmpty ? nil : .headings(headings)
            }
        } else if let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]), line > 0 {
            name = String(text[..<colon])
            place = .line(line)
        } else {
            name = String(text)
        }
    }
}
