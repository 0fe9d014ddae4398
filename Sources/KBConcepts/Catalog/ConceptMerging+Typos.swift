import KBModel
import KBText

// Slips of the pen.
extension ConceptMerging {
    /// Shorter words have real words for neighbours.
    private static let shortest = 8
    /// Of words in `ing` so many more letters are common that they say less: `serving` and `severing`.
    private static let shortestProgressive = 9
    /// A word met more often than this was meant.
    private static let mostSlips = 2
    /// How many times as often the right word must be met.
    private static let outnumbering = 3
    /// The right word is met so often at least.
    private static let leastMeant = 4

    /// Joins each group that holds a misspelt word with the one that holds the word meant in its place. Where there is
    /// none, takes down what it should be called.
    mutating func joinMisspelt() {
        let slips = slips()
        guard !slips.isEmpty else { return }
        for group in groups.indices where phrases[group].contains(where: { slips[$0] != nil }) {
            let meant = text(of: group) { slips[$0].map { text(of: $0) } }
            if let other = self.group(of: meant), other != group {
                if joined.join(group, other) { misspelt.insert(group) }
            } else {
                corrections[group] = meant
            }
        }
    }

    /// For each misspelt word, the one meant: one slip away, and met far more often.
    private func slips() -> [Int32: Int32] {
        let uses = uses()
        func isRare(_ word: Int) -> Bool { 1...ConceptMerging.mostSlips ~= uses[word] }
        var near = Neighbours()
        for word in uses.indices where uses[word] >= ConceptMerging.leastMeant {
            let number = Int32(truncatingIfNeeded: word)
            phrases.withLetters(of: number) { letters in
                guard ConceptMerging.canBeMeant(letters) else { return }
                for print in ConceptMerging.neighbours(of: letters) { near.add(number, print) }
            }
        }
        near.sort()
        var slips: [Int32: Int32] = [:]
        for word in uses.indices where isRare(word) {
            let number = Int32(truncatingIfNeeded: word)
            let letters = phrases.letters(of: number)
            let candidates = letters.withUnsafeBytes { letters -> Set<Int32> in
                guard ConceptMerging.canBeMeant(letters) else { return [] }
                return Set(ConceptMerging.neighbours(of: letters).flatMap { near.words($0) })
            }
            let likely = candidates.filter { candidate in
                uses[Int(candidate)] >= ConceptMerging.outnumbering * uses[word]
                    && phrases.stem(of: candidate) != phrases.stem(of: number)
                    && ConceptMerging.isSlip(letters, phrases.letters(of: candidate))
            }
            slips[number] = likely.max {
                uses[Int($0)] == uses[Int($1)] ? text(of: $0) > text(of: $1) : uses[Int($0)] < uses[Int($1)]
            }
        }
        return slips
    }

    /// How often each word is met in the groups' spellings.
    private func uses() -> [Int] {
        var uses = [Int](repeating: 0, count: phrases.wordCount)
        for group in groups.indices {
            for word in phrases[group] { uses[Int(word)] += groups[group].counts[.mention] }
        }
        return uses
    }

    private static func canBeMeant(_ letters: UnsafeRawBufferPointer) -> Bool {
        guard letters.count >= shortest - 1, letters.count <= 40 else { return false }
        return letters.allSatisfy { $0 &- UInt8(ascii: "a") < 26 }
    }

    /// The hashes of the word and of all that is left of it without one letter; the first letter always stays.
    private static func neighbours(of letters: UnsafeRawBufferPointer) -> [UInt64] {
        var prints: [UInt64] = []
        for missing in 1...letters.count {
            var print = Fingerprint()
            for (index, letter) in letters.enumerated() where index != missing { print.add(letter) }
            prints.append(print.value)
        }
        return prints
    }

    /// Whether one slip makes `word` of `meant` that seldom makes another word: a letter missing, added or swapped with
    /// its neighbour, or a vowel for a vowel. (`sharing` and `shading` differ by a consonant.)
    static func isSlip(_ word: [UInt8], _ meant: [UInt8]) -> Bool {
        let longest = max(word.count, meant.count)
        let isProgressive = meant.suffix(3).elementsEqual("ing".utf8)
        guard longest >= (isProgressive ? shortestProgressive + 1 : shortest), word.first == meant.first else {
            return false
        }
        if word.count == meant.count {
            let differing = word.indices.filter { word[$0] != meant[$0] }
            if differing.count == 2, let first = differing.first, let last = differing.last {
                return last == first + 1 && word[first] == meant[last] && word[last] == meant[first]
            }
            guard differing.count == 1, let place = differing.first, longest > shortest else { return false }
            return isVowel(word[place]) && isVowel(meant[place])
        }
        let (short, long) = word.count < meant.count ? (word, meant) : (meant, word)
        guard long.count == short.count + 1 else { return false }
        let same = zip(short, long).prefix { $0 == $1 }.count
        return short[same...].elementsEqual(long[(same + 1)...])
    }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}

/// Words by the hashes of what is left of them without a letter.
private struct Neighbours {
    /// One bit for every so many hashes: most lookups find nothing, and end here.
    private static let filterBits = UInt64(1 << 20)

    private var entries: [(print: UInt64, word: Int32)] = []
    private var filter = [UInt64](repeating: 0, count: Int(filterBits / 64))

    mutating func add(_ word: Int32, _ print: UInt64) {
        entries.append((print, word))
        let bit = print % Neighbours.filterBits
        filter[Int(bit / 64)] |= 1 << (bit % 64)
    }

    /// Readies what was added for ``words(_:)``.
    mutating func sort() { entries.sort { $0.print == $1.print ? $0.word < $1.word : $0.print < $1.print } }

    /// The words added with this hash.
    func words(_ print: UInt64) -> [Int32] {
        let bit = print % Neighbours.filterBits
        guard filter[Int(bit / 64)] >> (bit % 64) & 1 == 1 else { return [] }
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].print < print { low = middle + 1 } else { high = middle }
        }
        return entries[low...].prefix { $0.print == print }.map(\.word)
    }
}
