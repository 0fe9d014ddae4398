/// Reads the names of concepts from a command line, where names have several words and nobody likes to quote.
enum ConceptNames {
    /// What the details of the help say.
    static let explanation =
        "NAME is any spelling of a concept: its case, number, hyphens and order of words do not matter, nor does a slip "
        + "of the keyboard. The words of a name need no quotes."

    /// One name: all the words.
    static func one(_ words: [String]) -> String { words.joined(separator: " ") }

    /// The ways to read `words` as one name or several, the first that all exist is meant: with commas, the names
    /// between them; else all words as one name, or each word (which may be quoted words) as one.
    static func readings(of words: [String]) -> [[String]] {
        let names = pieces(of: one(words), between: ",")
        guard names.count < 2, words.count > 1 else { return [names] }
        return [names, words]
    }

    /// Two names: two words (which may be quoted words), else what stands on both sides of a comma, of `to` or of an
    /// arrow; nil when that leaves a doubt.
    static func pair(_ words: [String]) -> (from: String, to: String)? {
        let line = one(words)
        for mark in [",", "→", " -> "] {
            let names = pieces(of: line, between: mark)
            if names.count == 2, let from = names.first, let to = names.last { return (from, to) }
        }
        if words.count == 2, let from = words.first, let to = words.last { return (from, to) }
        let single = words.count == 1 ? line.split(separator: " ").map(String.init) : words
        let places = single.indices.dropFirst().dropLast().filter { single[$0].lowercased() == "to" }
        guard places.count == 1, let place = places.first else { return nil }
        return (one(Array(single[..<place])), one(Array(single[(place + 1)...])))
    }

    /// Several names: what stands between commas, or without any, each word (which may be quoted words).
    static func list(_ words: [String]) -> [String] {
        let names = pieces(of: one(words), between: ",")
        return names.count > 1 ? names : words
    }

    /// Several topics: what stands between commas, each as one word; without any, all words as one topic, as typed.
    static func topics(_ words: [String]) -> [[String]] {
        let names = pieces(of: one(words), between: ",")
        return names.count > 1 ? names.map { [$0] } : [words]
    }

    private static func pieces(of line: String, between mark: String) -> [String] {
        var result: [String] = []
        var rest = line[...]
        while let range = rest.firstRange(of: mark) {
            result.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return (result + [String(rest)]).map(trimmed).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: String) -> String {
        text.split(separator: " ").joined(separator: " ")
    }
}
