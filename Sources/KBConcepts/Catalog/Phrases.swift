import KBText

/// Spellings cut into words, the words as numbers.
final class Phrases {
    /// A word's number: its place in the lexicon.
    typealias Word = Lexicon.Word

    private let tokenizer = Tokenizer()
    private var words: [Int32] = []
    private var starts: [Int] = [0]
    private var stems: [Int32] = []

    /// How many phrases there are.
    var count: Int { starts.count - 1 }
    /// Every word met so far is below this number.
    var wordCount: Int { tokenizer.lexicon.count }

    /// Adds the words of `text` as the next phrase.
    func append(_ text: String) {
        scan(text) { word, _, _ in words.append(Int32(truncatingIfNeeded: word)) }
        starts.append(words.count)
    }

    /// The words of a phrase, in order.
    subscript(phrase: Int) -> ArraySlice<Int32> { words[starts[phrase]..<starts[phrase + 1]] }

    /// Hands every word of `text` to `visit`, in order, with its first byte and the one after its last.
    func scan(_ text: String, _ visit: (_ word: Word, _ start: Int, _ end: Int) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            _ = tokenizer.scan(bytes, as: .query) { word, start, end, isColocated in
                if !isColocated { visit(word, start, end) }
                return true
            }
        }
    }

    /// The number of the last word of `text`; nil when it has none.
    func number(of text: String) -> Int32? {
        var found: Int32?
        scan(text) { word, _, _ in found = Int32(truncatingIfNeeded: word) }
        return found
    }

    /// The letters of a word, folded.
    func letters(of word: Int32) -> [UInt8] { Array(tokenizer.lexicon.surface(of: Int(word))) }

    /// Hands the letters of a word, folded, to `body`, without copying them.
    func withLetters<Result>(of word: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(tokenizer.lexicon.surface(of: Int(word)))
    }

    /// The number of the stem of a word: the same for all its forms.
    func stem(of word: Int32) -> Int32 {
        while stems.count <= Int(word) { stems.append(-1) }
        if stems[Int(word)] >= 0 { return stems[Int(word)] }
        let stem = String(decoding: tokenizer.lexicon.stem(of: Int(word)), as: UTF8.self)
        var number = word
        scan(stem) { first, _, _ in number = Int32(truncatingIfNeeded: first) }
        stems[Int(word)] = number
        return number
    }

    /// `text` folded: its words in lower case without accents, one space apart.
    func folded(_ text: String) -> String {
        var parts: [String] = []
        scan(text) { word, _, _ in
            parts.append(String(decoding: tokenizer.lexicon.surface(of: word), as: UTF8.self))
        }
        return parts.joined(separator: " ")
    }
}
