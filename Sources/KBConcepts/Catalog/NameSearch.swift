import KBText

/// Looks a typed name up among the spellings of a catalog.
///
/// It goes through all of them: that takes a few milliseconds, and nothing has to be kept for the many commands that look
/// up one name or none.
struct NameSearch {
    /// Shorter beginnings fit too much.
    private static let shortestBeginning = 3
    /// The most choices that an ambiguous name lists.
    private static let mostChoices = 12
    /// Shorter names have too many neighbours to guess.
    private static let shortestMistyped = 4
    /// From this length on, two slips are believed.
    private static let shortestForTwo = 8
    /// The most names offered for one that is not known.
    private static let mostNearest = 5
    /// Names that share less of their letters with the one typed are not near (Dice's coefficient of letter pairs).
    private static let leastLikeness = 0.35

    private let concepts: [CatalogConcept]
    private let phrases = Phrases()
    private let typed: String
    /// The typed name folded, its words one space apart.
    private let words: [UInt8]
    /// The same without spaces.
    private let letters: [UInt8]

    init(_ typed: String, in concepts: [CatalogConcept]) {
        self.concepts = concepts
        self.typed = typed
        words = Array(phrases.folded(typed).utf8)
        letters = words.filter { $0 != UInt8(ascii: " ") }
    }

    /// The concept with this very spelling; of several, the most salient.
    func exact() -> Int? { concepts.firstIndex { $0.spellings.contains(typed) } }

    /// The concept with this spelling but for case, accents, hyphens and spaces.
    func folded() -> Int? {
        guard !letters.isEmpty else { return nil }
        return concepts.firstIndex { concept in concept.spellings.contains { hasLetters($0) } }
    }

    /// What lies between words, as ``folded()`` sees it.
    private static func parts(_ byte: UInt8) -> Bool { " -_/.,'&:()".utf8.contains(byte) }

    private func hasLetters(_ spelling: String) -> Bool {
        var rest = letters[...]
        for byte in spelling.utf8 {
            if byte >= 0x80 { return phrases.folded(spelling).utf8.filter { $0 != UInt8(ascii: " ") } == letters }
            if NameSearch.parts(byte) { continue }
            guard rest.first == NameSearch.small(byte) else { return false }
            rest = rest.dropFirst()
        }
        return rest.isEmpty
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

    /// The concepts that have a spelling which begins with the typed words; else those that have a word which does.
    /// The most salient first; those that are not shown only where none that is shown fits.
    func completions() -> [Int] {
        guard letters.count >= NameSearch.shortestBeginning else { return [] }
        var whole: [Int] = []
        var within: [Int] = []
        for (index, concept) in concepts.enumerated() where !concept.isHidden {
            let places = concept.spellings.compactMap { place(in: $0) }
            guard let place = places.min() else { continue }
            if place == 0 { whole.append(index) } else { within.append(index) }
        }
        for found in [whole, within] where !found.isEmpty {
            let shown = found.filter { concepts[$0].isShown }
            return Array((shown.isEmpty ? found : shown).prefix(NameSearch.mostChoices))
        }
        return []
    }

    /// Where in `spelling` a word begins as the typed words do; nil when none does.
    private func place(in spelling: String) -> Int? {
        let text = plain(spelling)
        guard text.count >= words.count else { return nil }
        for start in 0...text.count - words.count where start == 0 || text[start - 1] == UInt8(ascii: " ") {
            if text[start..<start + words.count].elementsEqual(words) { return start }
        }
        return nil
    }

    /// `spelling` folded, its words one space apart.
    private func plain(_ spelling: String) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(spelling.utf8.count)
        for byte in spelling.utf8 {
            if byte >= 0x80 { return Array(phrases.folded(spelling).utf8) }
            if !NameSearch.parts(byte) {
                text.append(NameSearch.small(byte))
            } else if let last = text.last, last != UInt8(ascii: " ") {
                text.append(UInt8(ascii: " "))
            }
        }
        return text
    }

    /// The concept with the spelling nearest to the typed one, few slips away; of those equally near, the most salient.
    func mistyped() -> (index: Int, spelling: String)? {
        guard let reach = NameSearch.reach(letters.count) else { return nil }
        let distance = EditDistance(String(decoding: words, as: UTF8.self))
        var best: (index: Int, spelling: String)?
        var least = NameSearch.cost(reach, true) + 1
        for (index, concept) in concepts.enumerated() where !concept.isHidden {
            for spelling in concept.spellings {
                let text = plain(spelling)
                guard abs(text.count - words.count) <= reach else { continue }
                let slips = text.withUnsafeBytes { distance.distance(to: $0, atMost: reach) }
                // Two slips and another beginning is another word.
                guard let slips, slips < 2 || text.first == words.first else { continue }
                let cost = NameSearch.cost(slips, text.count == words.count)
                if cost < least { (best, least) = ((index, spelling), cost) }
            }
        }
        return best
    }

    /// How unlikely slips are: a letter left out or added twice is likelier than one put for another, so that `ofline` is
    /// `offline` and not `online`.
    private static func cost(_ slips: Int, _ isSameLength: Bool) -> Int { 2 * slips + (isSameLength ? 1 : 0) }

    private static func reach(_ letters: Int) -> Int? {
        letters < shortestMistyped ? nil : letters < shortestForTwo ? 1 : 2
    }

    /// The typed name with each word that no spelling holds replaced by the nearest that one does; nil when there is no
    /// such word, or none near it.
    func corrected() -> String? {
        var uses: [String: Int] = [:]
        for (index, concept) in concepts.enumerated() where !concept.isHidden {
            for spelling in concept.spellings {
                for word in plain(spelling).split(separator: UInt8(ascii: " ")) {
                    let word = String(decoding: word, as: UTF8.self)
                    if uses[word] == nil { uses[word] = index }
                }
            }
        }
        let typed = words.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        var corrected: [String] = []
        for word in typed {
            if uses[word] != nil {
                corrected.append(word)
            } else if let near = NameSearch.nearest(to: word, uses) {
                corrected.append(near)
            } else {
                return nil
            }
        }
        return corrected == typed ? nil : corrected.joined(separator: " ")
    }

    /// The word of `uses` nearest to `word`; of those equally near, the one that the most salient concept uses.
    private static func nearest(to word: String, _ uses: [String: Int]) -> String? {
        guard let reach = reach(word.utf8.count) else { return nil }
        let distance = EditDistance(word)
        let near = uses.compactMap { other, index in
            distance.distance(to: other, atMost: reach).map { slips in
                (slips, cost: cost(slips, other.utf8.count == word.utf8.count), index: index, word: other)
            }
        }
        return near.filter { $0.0 < 2 || $0.word.utf8.first == word.utf8.first }
            .min { ($0.cost, $0.index, $0.word) < ($1.cost, $1.index, $1.word) }?.word
    }

    /// The names that share most letter pairs with the typed one, best first; ties by salience.
    func nearest() -> [String] {
        let wanted = NameSearch.pairs(words)
        guard !wanted.isEmpty else { return [] }
        var likely: [(likeness: Double, index: Int)] = []
        for (index, concept) in concepts.enumerated() where !concept.isHidden {
            let likeness = concept.spellings.map { NameSearch.likeness(wanted, NameSearch.pairs(plain($0))) }.max() ?? 0
            if likeness >= NameSearch.leastLikeness { likely.append((likeness, index)) }
        }
        likely.sort { $0.likeness == $1.likeness ? $0.index < $1.index : $0.likeness > $1.likeness }
        return likely.prefix(NameSearch.mostNearest).map { concepts[$0.index].name }
    }

    private static func pairs(_ text: [UInt8]) -> [UInt16] {
        zip(text, text.dropFirst()).map { UInt16($0) << 8 | UInt16($1) }.sorted()
    }

    /// Dice's coefficient of two ascending lists.
    private static func likeness(_ a: [UInt16], _ b: [UInt16]) -> Double {
        var (first, second, shared) = (0, 0, 0)
        while first < a.count, second < b.count {
            if a[first] == b[second] {
                shared += 1
                first += 1
                second += 1
            } else if a[first] < b[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return a.isEmpty || b.isEmpty ? 0 : 2 * Double(shared) / Double(a.count + b.count)
    }
}
