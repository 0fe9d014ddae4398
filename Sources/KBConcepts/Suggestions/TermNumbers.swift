import KBText

/// Numbers for stems, in the order of first sight, and the words they were seen as.
final class TermNumbers {
    /// A word of a text.
    struct Word {
        /// The number of its stem.
        var term: Int32
        /// Its first byte in the text.
        var start: Int32
        /// The byte after its last.
        var end: Int32
        /// Whether it stands where the word before it stands: `camelCase` after `camel`.
        var isColocated: Bool
        /// Whether it says what a text is about: it is no function word, and more than a letter.
        var isTelling: Bool
    }

    private let tokenizer = Tokenizer()
    private var numbers: [String: Int32] = [:]
    /// The number of each word of the lexicon, -1 before it is known.
    private var termOfWord: [Int32] = []
    private var isTelling: [Bool] = []
    /// The first word of each stem.
    private var surfaces: [Lexicon.Word] = []

    /// How many stems there are.
    var count: Int { surfaces.count }

    /// The word that the stem number `term` was first seen as, folded.
    func surface(of term: Int) -> String {
        String(decoding: tokenizer.lexicon.surface(of: surfaces[term]), as: UTF8.self)
    }

    /// Hands the words of `text` to `visit`, in order.
    func scan(_ text: UnsafeBufferPointer<UInt8>, _ visit: (Word) -> Void) {
        _ = tokenizer.scan(text, as: .document) { word, start, end, isColocated in
            let term = word < termOfWord.count && termOfWord[word] >= 0 ? termOfWord[word] : meet(word)
            visit(
                Word(
                    term: term, start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
                    isColocated: isColocated, isTelling: isTelling[word]))
            return true
        }
    }

    /// Hands the words of `text` to `visit`, in order.
    func scan(_ text: String, _ visit: (Word) -> Void) {
        var text = text
        text.withUTF8 { scan($0, visit) }
    }

    private func meet(_ word: Lexicon.Word) -> Int32 {
        while termOfWord.count <= word {
            termOfWord.append(-1)
            isTelling.append(false)
        }
        let lexicon = tokenizer.lexicon
        let stem = lexicon.stem(of: word)
        let text = String(decoding: stem, as: UTF8.self)
        let surface = String(decoding: lexicon.surface(of: word), as: UTF8.self)
        isTelling[word] = stem.count > 1 && !StopWords.contains(surface)
        let number = numbers[text] ?? Int32(truncatingIfNeeded: surfaces.count)
        if Int(number) == surfaces.count {
            numbers[text] = number
            surfaces.append(word)
        }
        termOfWord[word] = number
        return number
    }
}
