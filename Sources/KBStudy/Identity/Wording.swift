import KBText

/// A text as its words, to be compared with an older or newer wording of it.
struct Wording {
    /// What a question asks for, by its first question word.
    enum Asked: Equatable {
        /// what, which, how: often exchanged without a change of meaning.
        case what
        /// how many, how much, how often, how long …
        case amount
        case reason
        case time
        case place
        case person
    }

    /// All words, folded, in order.
    let surfaces: [String]
    /// Stems of the words that are neither function words nor numbers, each once, in order.
    let content: [String]
    /// Numbers that tell one thing from another of its kind, with their word: `week 1`, `p95`, `recall 10`.
    let labels: [String]
    /// Other numbers: `100 ms`.
    let amounts: [String]
    /// How many words negate.
    let negations: Int
    /// `<`, `>` and their kin, in order, each as one of the two.
    let comparisons: [UInt8]
    /// What is asked for; nil when the text begins with no question word.
    let asked: Asked?

    /// The words of `text`.
    init(_ text: String, by tokenizer: Tokenizer) {
        let tokens = tokenizer.tokens(in: text, as: .query)
        var content: [String] = []
        var labels: [String] = []
        var amounts: [String] = []
        var previous = ""
        for token in tokens.prefix(Wording.longest) {
            let word = token.surface
            let figures = word.utf8.prefix { Wording.isDigit($0) }
            if !figures.isEmpty {
                let isLabel = !previous.isEmpty && !StopWords.contains(previous)
                if isLabel { labels.append(previous + " " + word) } else { amounts.append(String(figures) ?? word) }
            } else if !StopWords.contains(word), !content.contains(token.term) {
                content.append(token.term)
                if word.utf8.contains(where: Wording.isDigit) { labels.append(word) }
            }
            previous = word
        }
        surfaces = tokens.map(\.surface)
        self.content = content
        self.labels = labels.sorted()
        self.amounts = amounts.sorted()
        negations = surfaces.count { Wording.negations.contains($0) }
        comparisons = Wording.comparisons(in: text)
        asked = Wording.asked(surfaces)
    }

    /// The same for texts that differ in case, marks and spaces only.
    var key: String {
        surfaces.joined(separator: " ")
            + (comparisons.isEmpty ? "" : " " + String(decoding: comparisons, as: UTF8.self))
    }

    /// How many words are compared; what comes behind them counts in ``key`` only. No card is as long.
    private static let longest = 400

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static let negations: Set<String> = [
        "not", "no", "never", "none", "nor", "neither", "cannot", "cant", "dont", "doesnt", "didnt", "isnt",
        "arent", "wasnt", "werent", "wont", "wouldnt", "shouldnt", "couldnt", "hasnt", "havent", "non",
    ]

    /// The signs of comparison in a text, in order.
    static func comparisons(in text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "<", "≤", "≪": UInt8(ascii: "<")
            case ">", "≥", "≫": UInt8(ascii: ">")
            default: nil
            }
        }
    }

    private static func asked(_ words: [String]) -> Asked? {
        switch words.first {
        case "what", "which": .what
        case "how":
            ["many", "much", "often", "long", "far", "large", "big", "few"].contains(words.dropFirst().first ?? "")
                ? .amount : .what
        case "why": .reason
        case "when": .time
        case "where": .place
        case "who", "whom", "whose": .person
        default: nil
        }
    }
}
