/// A list of words in the program's text, searched as it stands: a table would have to be made first, which costs a cold
/// search more than its few words.
struct WordsByLength {
    private let longest: Int
    private let words: (Int) -> StaticString

    /// `words` gives, for each length in bytes up to `longest`, the words of that length, folded, with one space between
    /// two.
    init(longest: Int, _ words: @escaping (Int) -> StaticString) {
        self.longest = longest
        self.words = words
    }

    /// Whether `word`, folded, is in the list.
    func contains(_ word: some StringProtocol) -> Bool {
        var word = String(word)
        return word.withUTF8 { word in
            guard 1...longest ~= word.count else { return false }
            return words(word.count).withUTF8Buffer { words in
                stride(from: 0, to: words.count, by: word.count + 1).contains { start in
                    words[start] == word[0] && words[start..<start + word.count].elementsEqual(word)
                }
            }
        }
    }
}
