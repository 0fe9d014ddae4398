internal import KBText

/// Cuts text into words and finds the phrases of a table among them.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
final class PhraseReader {
    /// A phrase found.
    struct Match {
        /// Index in the catalog.
        var concept: Int
        /// Whether the concept is shown.
        var isShown: Bool
        /// How many of ``tokens`` it takes.
        var count: Int
        /// Where it stands in the text.
        var words: Range<Int>
    }

    /// The words of what was read last.
    private(set) var tokens: [NoteToken] = []

    private let phrases: PhraseTable
    private var tokenizer = Tokenizer()
    /// For each word of the tokenizer's lexicon, what a phrase search needs; filled on first sight.
    private var words: [Word] = []
    /// The text read last, and where in it the words begin.
    private var plain: [UInt8] = []
    private var offset = 0

    private struct Word {
        var hash: UInt64
        var node: Int32
    }

    /// A lexicon of so many words is given up for an empty one: the words of 100,000 notes must not pile up.
    private static let mostWords = 1 << 17

    /// A reader that has met no word yet.
    init(_ phrases: PhraseTable) { self.phrases = phrases }

    /// Forgets the words met so far when there are too many.
    func forgetMany() {
        guard tokenizer.lexicon.count > PhraseReader.mostWords else { return }
        tokenizer = Tokenizer()
        words.removeAll(keepingCapacity: true)
    }

    /// Cuts the words at `range` of `plain` into ``tokens``.
    func read(_ plain: [UInt8], _ range: Range<Int>) {
        let range = range.clamped(to: plain.indices)
        self.plain = plain
        offset = range.lowerBound
        var tokens = self.tokens
        self.tokens = []
        tokens.removeAll(keepingCapacity: true)
        plain.withUnsafeBufferPointer { plain in
            let text = UnsafeBufferPointer(rebasing: plain[range])
            _ = tokenizer.scan(text, as: .document) { word, start, end, isColocated in
                let known = self.word(word)
                if isColocated, !tokens.isEmpty {
                    tokens[tokens.count - 1].whole = known.hash
                    tokens[tokens.count - 1].wholeNode = known.node
                    tokens[tokens.count - 1].wholeEnd = end
                    return true
                }
                let joins = tokens.last.map { NoteToken.joins(text, $0.end, start) } ?? false
                tokens.append(
                    NoteToken(hash: known.hash, node: known.node, start: start, end: end, joinsPrevious: joins))
                return true
            }
        }
        self.tokens = tokens
    }

    private func word(_ word: Lexicon.Word) -> Word {
        if word < words.count, words[word].hash != 0 { return words[word] }
        while words.count <= word { words.append(Word(hash: 0, node: -1)) }
        let hash = PhraseTable.hash(tokenizer.lexicon.stem(of: word))
        words[word] = Word(hash: hash, node: phrases.node(of: hash))
        return words[word]
    }

    /// Whether a phrase of the table begins with the word of the token `start`.
    func begins(at start: Int) -> Bool { tokens[start].node >= 0 || tokens[start].wholeNode >= 0 }

    /// The phrases that begin at the token `start`, shorter before longer.
    func matches(from start: Int) -> [Match] {
        var found: [Match] = []
        extend(nil, from: start, start: start, &found)
        return found
    }

    /// Adds the phrases that go on from `key` with the token `next`.
    private func extend(_ key: UInt64?, from next: Int, start: Int, _ found: inout [Match]) {
        guard next < tokens.count, next == start || tokens[next].joinsPrevious else { return }
        let token = tokens[next]
        take(key, token.hash, token.node, until: next + 1, token.end, start, &found)
        guard token.whole != 0 else { return }
        var after = next + 1
        while after < tokens.count, tokens[after].end <= token.wholeEnd { after += 1 }
        take(key, token.whole, token.wholeNode, until: after, token.wholeEnd, start, &found)
    }

    private func take(
        _ key: UInt64?, _ hash: UInt64, _ root: Int32, until after: Int, _ end: Int, _ start: Int,
        _ found: inout [Match]
    ) {
        let joined = key.map { PhraseTable.joined($0, hash) } ?? hash
        let place = key == nil ? root : phrases.node(of: joined)
        guard place >= 0 else { return }
        let node = phrases.nodes[Int(place)]
        let concept = node.shown >= 0 ? node.shown : node.unshown
        let words = offset + tokens[start].start..<offset + end
        if concept >= 0, !node.isAcronym || plain[words].prefix(2).allSatisfy({ $0 < UInt8(ascii: "a") }) {
            found.append(
                Match(concept: Int(concept), isShown: node.shown >= 0, count: after - start, words: words))
        }
        if node.isPrefix { extend(joined, from: after, start: start, &found) }
    }
}
