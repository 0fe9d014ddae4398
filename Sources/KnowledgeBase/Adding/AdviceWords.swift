import KBText

/// Numbers for the telling words of a draft, from 1 in the order of first sight; 0 for all others.
///
/// A class, because it keeps what it knows of each word from text to text.
final class AdviceWords {
    /// The telling words of a text, in order.
    struct Words {
        /// The number of each.
        var numbers: [Int32] = []
        /// Where each begins: an offset into the text.
        var starts: [Int] = []
    }

    let tokenizer = Tokenizer()
    private var numbers: [String: Int32] = [:]
    /// By number, the word as it was first seen, as the index looks for it; number 0 is none.
    private(set) var tokens: [Token?] = [nil]
    /// The number of each word of the lexicon; ``unknown`` before it was looked for, ``function`` for function words.
    private var numberOfWord: [Int32] = []

    private static let unknown: Int32 = -2
    private static let function: Int32 = -1

    /// How many numbers there are, 0 included.
    var count: Int { tokens.count }

    /// The words of `text`. Those not seen before get a number when `isDraft`, as long as there are fewer than `most`.
    func words(in text: some Collection<UInt8>, isDraft: Bool = false, most: Int = .max) -> Words {
        // What was taken for a stranger may be known by now.
        if isDraft { numberOfWord.removeAll() }
        var words = Words()
        let text = Array(text)
        text.withUnsafeBufferPointer { text in
            _ = tokenizer.scan(text, as: .document) { word, start, _, isColocated in
                guard !isColocated else { return true }
                while numberOfWord.count <= word { numberOfWord.append(AdviceWords.unknown) }
                if numberOfWord[word] == AdviceWords.unknown {
                    numberOfWord[word] = number(of: word, isDraft: isDraft, most: most)
                }
                if numberOfWord[word] >= 0 {
                    words.numbers.append(numberOfWord[word])
                    words.starts.append(start)
                }
                return true
            }
        }
        if isDraft { numberOfWord.removeAll() }
        return words
    }

    /// The numbers of the telling words of `name`, all of which the draft has; nil when it has not, or there are none.
    ///
    /// Stops at the first word that the draft does not have: a vault has many names, and a draft few of them.
    func numbers(ofName name: String) -> [Int32]? {
        var numbers: [Int32] = []
        var name = name
        let isWhole = name.withUTF8 { text in
            tokenizer.scan(text, as: .document) { word, _, _, isColocated in
                guard !isColocated else { return true }
                let number = known(word)
                if number > 0 { numbers.append(number) }
                return number != 0
            }
        }
        return isWhole && !numbers.isEmpty ? numbers : nil
    }

    /// The number of a word of another text than the draft.
    private func known(_ word: Lexicon.Word) -> Int32 {
        while numberOfWord.count <= word { numberOfWord.append(AdviceWords.unknown) }
        if numberOfWord[word] == AdviceWords.unknown { numberOfWord[word] = number(of: word, isDraft: false, most: 0) }
        return numberOfWord[word]
    }

    private func number(of word: Lexicon.Word, isDraft: Bool, most: Int) -> Int32 {
        let lexicon = tokenizer.lexicon
        let surface = String(decoding: lexicon.surface(of: word), as: UTF8.self)
        guard surface.utf8.count > 1, !StopWords.contains(surface) else { return AdviceWords.function }
        let stem = String(decoding: lexicon.stem(of: word), as: UTF8.self)
        if let known = numbers[stem] { return known }
        guard isDraft, tokens.count <= most else { return 0 }
        let number = Int32(truncatingIfNeeded: tokens.count)
        numbers[stem] = number
        tokens.append(Token(surface: surface, term: stem, range: 0..<surface.utf8.count))
        return number
    }
}
