import KBText

/// How much each word tells, among the texts there are now.
struct WordWeights {
    private var counts: [String: Int] = [:]
    private var texts = 0
    /// The words of the texts there were before.
    private var known: Set<String> = []
    /// Stems of concepts that are one word: what a vault tells apart by name.
    private var names: Set<String> = []

    /// Counts the words of one text.
    mutating func add(_ wording: Wording) {
        texts += 1
        for word in wording.content { counts[word, default: 0] += 1 }
    }

    /// Takes note of the words of a text there was before.
    mutating func add(known wording: Wording) { known.formUnion(wording.content) }

    /// Whether a word stood in some text before.
    func isKnown(_ word: String) -> Bool { known.contains(word) }

    /// Takes note of a concept's name, if it is one word.
    mutating func add(concept: Wording) {
        if concept.content.count == 1, let name = concept.content.first { names.insert(name) }
    }

    /// The inverse frequency of a word, ln(1 + N / n); a word that no text holds counts like one in a single text.
    func weight(_ word: String) -> Double { logarithm(1 + Double(max(1, texts)) / Double(max(1, counts[word] ?? 1))) }

    /// The weights of some words together.
    func sum(_ words: [String]) -> Double { words.reduce(0) { $0 + weight($1) } }

    /// How many texts hold a word.
    func count(of word: String) -> Int { counts[word] ?? 0 }

    /// Whether the one text names a concept where the other names another one.
    func areApart(_ onlyOld: [String], _ onlyNew: [String]) -> Bool {
        onlyOld.contains(where: names.contains) && onlyNew.contains(where: names.contains)
    }

    /// Drops from both lists the words that are one word spelled in two ways.
    ///
    /// One slip of the hand in words of five letters and more, two in longer ones, and never at the first letter. The old
    /// spelling must be gone from all texts: one that is still in use is a word of its own.
    func dropRespelled(_ onlyOld: inout [String], _ onlyNew: inout [String]) {
        for old in onlyOld where old.utf8.count >= 5 && count(of: old) == 0 {
            let limit = old.utf8.count >= 9 ? 2 : 1
            let distance = EditDistance(old)
            let match = onlyNew.firstIndex { new in
                new.utf8.count >= 5 && new.utf8.first == old.utf8.first
                    && distance.distance(to: new, atMost: limit) != nil && !Opposites.areOpposite(old, new)
            }
            guard let match else { continue }
            onlyNew.remove(at: match)
            onlyOld.removeAll { $0 == old }
        }
    }
}
