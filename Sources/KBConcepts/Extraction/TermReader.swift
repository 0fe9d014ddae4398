internal import KBModel
internal import KBText

/// Reads the phrases of one note after the other into a ``TermTable``.
///
/// Works on one text: the note's words, and behind them its title, tags, aliases and acronyms, each on a line.
struct TermReader {
    /// A run of the text that is read by itself.
    struct Stretch {
        /// What the text is.
        enum Kind { case heading, item, text, row, title, whole }
        var kind: Kind
        var range: Range<Int>
        var section: Int
        /// The line it begins on.
        var line: Int
        /// The roles of whatever is found in it.
        var roles: RoleSet
    }

    /// A phrase found: words in a row.
    struct Phrase {
        var words: Range<Int>
        /// The piece it stands in.
        var piece: Int
        /// Whether nothing stands before, behind, between it and its piece's ends.
        var isWhole: Bool
        var touchesStart: Bool
        var touchesEnd: Bool
        var isDoubtful = false
        /// Whether it is two words with `vs` between them.
        var isContrast = false
    }

    /// What stands between two marks that end a phrase.
    struct Piece {
        var words: Range<Int>
        /// What stands behind it.
        var after: WordGap
        /// Whether `and`, `or`, `vs` stands behind it.
        var isBeforeAnd: Bool
        var phrases: Range<Int>
    }

    var text: [UInt8] = []
    var stretches: [Stretch] = []
    var words: [PhraseWord] = []
    var phrases: [Phrase] = []
    var pieces: [Piece] = []
    var keyWords = KeyWords()
    /// What the author set apart in the stretch at hand, and how.
    var apart: [(words: Range<Int>, role: RoleSet)] = []
    var table = TermTable()
    var memory = WordMemory()
    var tokenizer = Tokenizer()

    /// More words than this are forgotten between two notes, so that a large vault does not fill the memory.
    private static let mostWords = 1 << 17

    /// Reads `note`; what is found is in ``table``.
    mutating func read(_ note: Note) {
        if tokenizer.lexicon.count > TermReader.mostWords {
            tokenizer = Tokenizer()
            memory = WordMemory()
        }
        table.clear()
        keyWords.words.removeAll(keepingCapacity: true)
        gather(note)
        tokenize()
        var first = 0
        var mark = 0
        var definition = 0
        for stretch in stretches {
            while first < words.count, Int(words[first].start) < stretch.range.lowerBound { first += 1 }
            var end = first
            while end < words.count, Int(words[end].start) < stretch.range.upperBound { end += 1 }
            if first < end { read(stretch, first..<end, note, &mark, &definition) }
            first = end
        }
        countNested()
    }

    /// Cuts the stretches into words.
    mutating func tokenize() {
        words.removeAll(keepingCapacity: true)
        var words = words
        self.words = []
        let (tokenizer, stretches) = (tokenizer, stretches)
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < stretches.count {
                let start = stretches[index].range.lowerBound
                var end = stretches[index].range.upperBound
                index += 1
                // What lies between two blocks is a line end; code is not read.
                while index < stretches.count, stretches[index].range.lowerBound <= end + 1 {
                    end = stretches[index].range.upperBound
                    index += 1
                }
                TermReader.tokenize(text, start..<end, tokenizer, into: &words)
            }
        }
        memory.learn(from: tokenizer.lexicon)
        for index in words.indices { words[index].traits = memory.traits(of: Int(words[index].word)) }
        self.words = words
    }

    private static func tokenize(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ tokenizer: Tokenizer, into words: inout [PhraseWord]
    ) {
        let part = UnsafeBufferPointer(rebasing: text[range.clamped(to: 0..<text.count)])
        var last = 0
        _ = tokenizer.scan(part, as: .query) { word, start, end, _ in
            words.append(
                PhraseWord(
                    part, offset: range.lowerBound, word: word, start: start, end: end, gap: WordGap(part, last, start))
            )
            last = end
            return true
        }
    }

    /// Says of the words `range` what they are to the phrases around them.
    mutating func tag(_ range: Range<Int>, isTitleCase: Bool) {
        words.withUnsafeMutableBufferPointer { PhraseTagger(words: $0, block: range, isTitleCase: isTitleCase).tag() }
    }

    private mutating func read(
        _ stretch: Stretch, _ range: Range<Int>, _ note: Note, _ mark: inout Int, _ definition: inout Int
    ) {
        words[range.lowerBound].gap = .line
        if stretch.kind == .whole {
            addWhole(range, stretch)
            return
        }
        breakLines(range, stretch)
        let isTitleCase = isTitleCase(range)
        readMarks(note, &mark, &definition, stretch, range)
        tag(range, isTitleCase: isTitleCase)
        cutPieces(range)
        addPhrases(stretch, isTitleCase: isTitleCase)
    }

    /// Whether more than half of the words of three letters and more begin with a capital, the first left out.
    private func isTitleCase(_ range: Range<Int>) -> Bool {
        var (long, capitals) = (0, 0)
        for index in range.dropFirst() where words[index].end - words[index].start > 2 {
            long += 1
            if words[index].shape.contains(.capital) { capitals += 1 }
        }
        return long > 0 && capitals * 2 > long
    }
}
