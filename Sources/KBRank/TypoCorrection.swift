import KBText

/// Finds what a mistyped word was meant to be, among the words of the vault.
///
/// Looking for the words in reach is the vocabulary's work; what is here decides how far to look and whom to believe.
public enum TypoCorrection {
    /// A word of the vault near the one typed.
    public struct Candidate: Equatable, Sendable {
        /// The word, folded.
        public var word: String
        /// In how many sections it stands.
        public var sections: Int
        /// How many slips lie between it and the word typed: letters missing, added, wrong or swapped.
        public var distance: Int

        /// `word`, `distance` slips away, stands in so many `sections`.
        public init(word: String, sections: Int, distance: Int) {
            self.word = word
            self.sections = sections
            self.distance = distance
        }
    }

    /// Shorter words have too many neighbours to guess.
    static let shortest = 3
    /// Below this length only a letter left out or swapped is believed: a wrong one leaves too little of the word.
    static let shortestForAll = 4
    /// From this length on, two slips are believed.
    static let shortestForTwo = 8
    /// A word that stands in more sections than this was meant as it is, whatever its neighbours.
    static let provenSections = 3
    /// How many times as common a neighbour must be before a word that does stand in the vault counts as mistyped.
    static let outnumbering = 20
    /// What one slip, or another first letter, costs against the logarithm of a candidate's sections: one slip less
    /// outweighs being found in 12 times as many. Few people mistype the first letter.
    static let slipCost = 2.5

    /// The most slips to look for around `word`, which stands in so many `sections`; nil to leave it alone. For a word
    /// that the vault does hold, one slip at most, and only when it is long: `mode` is no mistyped `model`.
    ///
    /// Numbers, identifiers and words in scripts other than alphabets are left alone, as are words the vault knows
    /// well.
    public static func reach(of word: String, sections: Int = 0) -> Int? {
        guard sections <= provenSections, word.unicodeScalars.allSatisfy(\.properties.isAlphabetic),
            !word.unicodeScalars.contains(where: \.properties.isIdeographic)
        else { return nil }
        let letters = word.count
        if sections > 0 { return letters < Misspelling.shortest ? nil : 1 }
        return letters < shortest ? nil : letters < shortestForTwo ? 1 : 2
    }

    /// What `word`, which stands in so many `sections`, was most likely meant to be; nil when it is best left alone.
    ///
    /// Of candidates equally good, the first in byte order.
    public static func best(for word: String, sections: Int = 0, among candidates: [Candidate]) -> Candidate? {
        guard let reach = reach(of: word, sections: sections) else { return nil }
        let first = word.first
        func merit(_ candidate: Candidate) -> Double {
            let slips = Double(candidate.distance) + (candidate.word.first == first ? 0 : 1)
            return logarithm(1 + Double(max(0, candidate.sections))) - slipCost * slips
        }
        let likely = candidates.filter { candidate in
            1...reach ~= candidate.distance && candidate.word != word && candidate.sections > 0
                // Two slips and another beginning is another word: `balance` for `imbalance`.
                && (candidate.distance == 1 || candidate.word.first == first)
                && (sections == 0 || isSlipOfHand(word, candidate.word))
                && (word.count >= shortestForAll || isLetterMissed(word, candidate.word))
                && (sections == 0 || candidate.sections / outnumbering >= sections)
        }
        return likely.min { a, b in
            let (first, second) = (merit(a), merit(b))
            return first == second ? a.word.utf8.lexicographicallyPrecedes(b.word.utf8) : first > second
        }
    }

    /// Whether `word` is `other` without a letter, or with two of its letters swapped, and begins like it.
    private static func isLetterMissed(_ word: String, _ other: String) -> Bool {
        guard word.first == other.first else { return false }
        return other.count > word.count || other.count == word.count && word.sorted() == other.sorted()
    }

    /// Whether the one slip between two words is no consonant put for another letter.
    private static func isSlipOfHand(_ word: String, _ other: String) -> Bool {
        guard word.count == other.count else { return true }
        let differing = zip(word, other).filter { $0 != $1 }
        if differing.count > 1 { return true }
        return differing.allSatisfy { "aeiouy".contains($0) && "aeiouy".contains($1) }
    }
}
