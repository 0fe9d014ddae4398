/// Misspellings that notes hold: rare words one slip of the hand away from a word that is much more common.
///
/// The slips are those that seldom lead to another word: a letter missing, added or swapped with its neighbour, or a
/// vowel for a vowel, and never in the first letter. (`sharing` and `shading` differ by a consonant.)
public enum Misspelling {
    /// Shorter words have real words for neighbours. In letters, of the word that was meant.
    public static let shortest = 7
    /// A misspelling that stands in more sections than this is a word.
    public static let mostSections = 2
    /// How many times as common the word that was meant must be.
    public static let outnumbering = 20

    /// Whether `word` is `meant` but for one slip of the kinds above; both of the letters a to z.
    public static func isSlipOfHand(_ word: UnsafeRawBufferPointer, for meant: UnsafeRawBufferPointer) -> Bool {
        guard word.first == meant.first, abs(word.count - meant.count) <= 1 else { return false }
        let shorter = min(word.count, meant.count)
        var start = 0
        while start < shorter, word[start] == meant[start] { start += 1 }
        var end = 0
        while end < shorter - start, word[word.count - 1 - end] == meant[meant.count - 1 - end] { end += 1 }
        let differing = shorter - start - end
        guard word.count == meant.count else { return differing == 0 }
        return switch differing {
        case 1: isVowel(word[start]) && isVowel(meant[start])
        case 2: word[start] == meant[start + 1] && word[start + 1] == meant[start]
        default: false
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }
    private static let vowels = Array("aeiouy".utf8)

    /// Hands each misspelling among the words of `lexicon` to `visit` with the word that was meant: the commonest
    /// when there are several, then the first in byte order. In the order of the lexicon.
    ///
    /// Common words are kept under the sum of a number for each of their letters. A slip then adds, takes away or
    /// exchanges one summand, whatever its place, so that each rare word needs some fifty sums and no spelling made.
    public static func forEach(
        in lexicon: Lexicon, _ visit: (_ misspelt: Lexicon.Word, _ meant: Lexicon.Word) -> Void
    ) {
        var common = SumTable()
        for word in 0..<lexicon.count where lexicon.sections(of: word) >= outnumbering {
            let surface = lexicon.surface(of: word)
            if surface.count >= shortest, let sum = LetterSum(surface) { common.add(word, sum.value) }
        }
        guard !common.isEmpty else { return }
        for word in 0..<lexicon.count where 1...mostSections ~= lexicon.sections(of: word) {
            let surface = lexicon.surface(of: word)
            guard surface.count >= shortest - 1, let sum = LetterSum(surface) else { continue }
            var meant: Lexicon.Word?
            sum.forEachSlip { value in
                common.forEach(value) { candidate in
                    guard candidate != meant,
                        lexicon.sections(of: candidate) >= outnumbering * lexicon.sections(of: word),
                        isSlipOfHand(surface, for: lexicon.surface(of: candidate)),
                        !lexicon.stem(of: word).elementsEqual(lexicon.stem(of: candidate))
                    else { return }
                    if let known = meant, !isBetter(candidate, than: known, in: lexicon) { return }
                    meant = candidate
                }
            }
            if let meant { visit(word, meant) }
        }
    }

    private static func isBetter(_ word: Lexicon.Word, than other: Lexicon.Word, in lexicon: Lexicon) -> Bool {
        let (mine, theirs) = (lexicon.sections(of: word), lexicon.sections(of: other))
        return mine == theirs
            ? lexicon.surface(of: word).lexicographicallyPrecedes(lexicon.surface(of: other)) : mine > theirs
    }

    /// The sum of the numbers of a word's letters; the first letter's is another one than elsewhere.
    private struct LetterSum {
        let value: UInt64
        /// A bit for each letter behind the first.
        private let letters: UInt32

        /// Nil for words of anything but the letters a to z.
        init?(_ word: UnsafeRawBufferPointer) {
            guard let first = word.first, first &- UInt8(ascii: "a") < 26 else { return nil }
            // Turned round, so that a first letter is no letter elsewhere.
            var sum = LetterSum.number(first &- UInt8(ascii: "a")).byteSwapped
            var letters: UInt32 = 0
            for byte in word.dropFirst() {
                let letter = byte &- UInt8(ascii: "a")
                guard letter < 26 else { return nil }
                sum &+= LetterSum.number(letter)
                letters |= 1 << UInt32(letter)
            }
            value = sum
            self.letters = letters
        }

        /// Odd multiples of 2^64 over the golden ratio, spread by a second factor: no two sums of a word's length are
        /// likely to meet (G. Steele et al., "Fast splittable pseudorandom number generators", 2014).
        private static func number(_ letter: UInt8) -> UInt64 {
            var bits = (UInt64(letter) + 1) &* 0x9E37_79B9_7F4A_7C15
            bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
            bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
            return bits ^ (bits >> 31)
        }

        private static let numbers = (0..<26).map { number($0) }
        private static let vowelNumbers = vowels.map { ($0 - UInt8(ascii: "a"), number($0 - UInt8(ascii: "a"))) }

        /// The sums of all words that are one slip away, and some more.
        func forEachSlip(_ visit: (UInt64) -> Void) {
            visit(value)
            for (letter, number) in LetterSum.numbers.enumerated() {
                visit(value &+ number)
                if letters >> UInt32(letter) & 1 != 0 { visit(value &- number) }
            }
            for (letter, number) in LetterSum.vowelNumbers where letters >> UInt32(letter) & 1 != 0 {
                for (other, otherNumber) in LetterSum.vowelNumbers where other != letter {
                    visit(value &- number &+ otherNumber)
                }
            }
        }
    }

    /// Words under their sums.
    private struct SumTable {
        private var words: [UInt64: [Lexicon.Word]] = [:]
        /// A bit for sixteen of the sums' bits: tells at once of most sums that no word has them.
        private var filter = [UInt64](repeating: 0, count: 1 << 12)

        var isEmpty: Bool { words.isEmpty }

        mutating func add(_ word: Lexicon.Word, _ sum: UInt64) {
            words[sum, default: []].append(word)
            filter[Int(truncatingIfNeeded: sum >> 52)] |= 1 << (sum >> 46 & 63)
        }

        @inline(__always)
        func forEach(_ sum: UInt64, _ visit: (Lexicon.Word) -> Void) {
            guard filter[Int(truncatingIfNeeded: sum >> 52)] >> (sum >> 46 & 63) & 1 != 0 else { return }
            for word in words[sum] ?? [] { visit(word) }
        }
    }
}
