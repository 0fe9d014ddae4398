/// Cuts a line into what it is about and what it adds.
enum LineParts {
    /// What a line is about: its label, or what stands before a bracket, an arrow, a dash or an example.
    static func core(of text: String) -> String {
        var end = text.endIndex
        for mark in marks {
            guard let range = text.firstRange(ofText: mark), range > text.startIndex, range < end else { continue }
            end = range
        }
        let core = text[..<end]
        return core.utf8.count >= shortest ? String(core) : text
    }

    private static let marks = [
        " (", " ->", " →", " =>", " - ", " – ", " — ", ": ", ":\n", " : ", "= ", " e.g", ", e.g", "; ", "? ",
    ]
    private static let shortest = 3

    /// A line without what stands in brackets and without examples.
    static func main(of text: String) -> String {
        var main = ""
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if depth == 0 { main.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        for mark in [" e.g", " E.g", " i.e", " for example", " for instance"] {
            if let end = main.firstRange(ofText: mark), end > main.startIndex { main = String(main[..<end]) }
        }
        return main.utf8.count >= shortest ? main : text
    }

    /// A line without the letters of `e.g.` and `i.e.`, which are no words of it.
    static func withoutMarks(_ text: String) -> String {
        var kept = ""
        for word in text.split(separator: " ") {
            let letters = word.utf8.filter { $0 | 0x20 >= UInt8(ascii: "a") }
            if letters.elementsEqual("eg".utf8) || letters.elementsEqual("ie".utf8) { continue }
            kept += (kept.isEmpty ? "" : " ") + word
        }
        return kept
    }

    /// The sides of an `and`, each of which may be a point elsewhere.
    static func sides(of text: String) -> [String] {
        var sides: [String] = [""]
        for word in text.split(separator: " ") {
            if word == "and" || word == "&" { sides.append("") } else { sides[sides.count - 1] += " " + word }
        }
        return sides.filter { $0.utf8.count >= shortest }
    }

    /// Whether a sentence only sends the reader elsewhere.
    private static func isPointer(_ piece: String) -> Bool {
        let words = piece.split(separator: " ", maxSplits: 1)
        return words.first?.lowercased() == "see"
    }

    /// The sentences of a line, its label, and what the label explains.
    static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let ends =
                (".?!;".contains(character) && (next == " " || "\"”)".contains(next)))
                || (character == ":" && next == " ")
            current.append(character)
            if ends || (character == ">" && current.hasSuffix(" ->")) || character == "→" {
                pieces.append(current)
                current = ""
            }
        }
        pieces.append(current)
        return pieces.filter { $0.utf8.count >= 4 && !isPointer($0) }
    }
}

extension String {
    /// Where `text` first stands; nil when it does not.
    fileprivate func firstRange(ofText text: String) -> String.Index? {
        let (own, wanted) = (Array(utf8), Array(text.utf8))
        guard wanted.count <= own.count else { return nil }
        for start in 0...own.count - wanted.count where own[start] == wanted[0] {
            if own[start..<start + wanted.count].elementsEqual(wanted) {
                return utf8.index(utf8.startIndex, offsetBy: start)
            }
        }
        return nil
    }
}
