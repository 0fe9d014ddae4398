import KBText

/// Tells which headings of different notes mean the same step.
final class StepNames {
    private let tokenizer = Tokenizer()
    private var known: [String: Key] = [:]

    /// What a heading is compared by.
    struct Key: Equatable {
        /// The stems of its telling words, sorted and joined; empty when it has none.
        var whole: String
        /// The same for each side of an `and`, in order; one when there is none.
        var sides: [String]
        /// All its words, to know opposites.
        var words: [String]
    }

    /// The key of a title.
    func key(of title: String) -> Key {
        if let key = known[title] { return key }
        let tokens = tokenizer.tokens(in: title, as: .query).filter { !$0.isColocated }
        var sides: [[String]] = [[]]
        var end = 0
        let bytes = Array(title.utf8)
        for token in tokens {
            let between = bytes[min(end, token.range.lowerBound)..<token.range.lowerBound]
            end = token.range.upperBound
            if token.surface == "and" || between.contains(UInt8(ascii: "&")) || between.contains(UInt8(ascii: ",")) {
                if !(sides.last ?? []).isEmpty { sides.append([]) }
            }
            if !StopWords.contains(token.surface) { sides[sides.count - 1].append(token.surface) }
        }
        sides.removeAll(where: \.isEmpty)
        let words = sides.flatMap { $0 }
        let key = Key(
            whole: StepNames.joined(words), sides: sides.map(StepNames.joined), words: tokens.map(\.surface))
        known[title] = key
        return key
    }

    /// The stems of the words that tell something; of all of them, when none does.
    private static func joined(_ words: [String]) -> String {
        var telling = words.filter { !GeneralWords.contains($0) && !$0.allSatisfy(\.isNumber) }
        // `Build a high-level design` is `High-level design`.
        if telling.count > 2, let first = telling.first, LineWords.instructions.contains(first) {
            telling.removeFirst()
        }
        return Set((telling.isEmpty ? words : telling).map { Stemmer.stem($0) }).sorted().joined(separator: " ")
    }
}
