public import KBModel
internal import KBText

/// Finds where the concepts of a catalog stand in a note, in any of their spellings.
///
/// Words are cut and stemmed as in the full-text index, so that a phrase search for the spellings finds the same
/// notes. Where spellings overlap the longest counts, from left to right; one below the cut never hides one shown.
/// A spelling does not reach over a comma, a stop or the end of a block. Two or three capitals count only as capitals:
/// `IT` is not `it`. Code blocks and formulas hold no mentions.
///
/// A class, because it keeps the words met so far: not to be shared between threads.
public final class MentionFinder {
    /// The concepts looked for.
    public let catalog: ConceptCatalog

    /// The spellings looked for, for another finder of the same catalog.
    public let phrases: PhraseTable
    private var tokenizer = Tokenizer()
    /// For each word of the tokenizer's lexicon, what a phrase search needs; filled on first sight.
    private var words: [Word] = []
    private var tokens: [NoteToken] = []
    private var reader = RoleReader()

    private struct Word {
        var hash: UInt64
        var node: Int32
    }

    /// A lexicon of so many words is given up for an empty one: the words of 100,000 notes must not pile up.
    private static let mostWords = 1 << 17

    /// A finder of every spelling in `catalog`.
    public convenience init(_ catalog: ConceptCatalog) { self.init(catalog, phrases: PhraseTable(catalog)) }

    /// A finder of `phrases`, which are the spellings in `catalog`: one for each thread.
    public init(_ catalog: ConceptCatalog, phrases: PhraseTable) {
        self.catalog = catalog
        self.phrases = phrases
    }

    /// Every mention in `note`, by position; at one position the longest first.
    public func mentions(in note: Note) -> [ConceptMention] {
        if tokenizer.lexicon.count > MentionFinder.mostWords {
            tokenizer = Tokenizer()
            words.removeAll(keepingCapacity: true)
        }
        var mentions: [ConceptMention] = []
        let sections = note.sectionsOfBlocks
        reader.begin(note)
        for (index, block) in note.blocks.enumerated() where block.kind != .code && block.kind != .math {
            let range = block.plain.clamped(to: 0..<note.plain.count)
            guard !range.isEmpty else { continue }
            readTokens(of: note, in: range)
            match(in: note, range) { concept, words in
                mentions.append(
                    ConceptMention(
                        concept: concept, section: sections[index], block: index, plain: words,
                        line: reader.line(of: words.lowerBound, in: block, of: note),
                        role: reader.role(of: words, in: block, of: note)))
            }
        }
        return mentions
    }

    /// What the name of a concept holds, read on first need.
    private var names: [Int: Name] = [:]

    private struct Name {
        var parts: [NamePart]
        /// Hashes of its words of more than three letters.
        var words: [UInt64]
    }

    private func name(of concept: Int) -> Name {
        if let known = names[concept] { return known }
        guard catalog.concepts.indices.contains(concept) else { return Name(parts: [], words: []) }
        let parts = parts(of: catalog.concepts[concept].name)
        let name = Name(parts: parts, words: tokens.filter { $0.end - $0.start > 3 }.map(\.hash))
        names[concept] = name
        return name
    }

    /// The concepts shown whose names stand inside that of `concept`, longest first.
    func parts(of concept: Int) -> [NamePart] { name(of: concept).parts }

    /// For each concept a bit for each of its name's words, so that most pairs are told apart at once; 0 when not yet read.
    private lazy var masks = [UInt64](repeating: 0, count: catalog.concepts.count)
    /// Set in every mask that was read.
    private static let read: UInt64 = 1 << 63

    private func mask(of concept: Int) -> UInt64 {
        if masks[concept] == 0 {
            masks[concept] = name(of: concept).words.reduce(MentionFinder.read) { $0 | 1 << ($1 >> 32 % 63) }
        }
        return masks[concept]
    }

    /// Whether the names of two concepts have a word of more than three letters in common.
    func shareWord(_ a: Int, _ b: Int) -> Bool {
        guard masks.indices.contains(a), masks.indices.contains(b), mask(of: a) & mask(of: b) != MentionFinder.read
        else {
            return false
        }
        let (first, second) = (name(of: a).words, name(of: b).words)
        return first.contains { second.contains($0) }
    }

    private func parts(of name: String) -> [NamePart] {
        let note = Note(plain: name)
        readTokens(of: note, in: 0..<note.plain.count)
        guard tokens.count > 1 else { return [] }
        var found: [(part: NamePart, count: Int)] = []
        for start in tokens.indices {
            for match in matches(from: start, in: note, 0) where match.isShown && match.count < tokens.count {
                let part = NamePart(concept: Int32(match.concept), isHead: start + match.count == tokens.count)
                found.append((part, match.count))
            }
        }
        var seen: Set<Int32> = []
        return found.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .compactMap { seen.insert($0.element.part.concept).inserted ? $0.element.part : nil }
    }

    /// The concept that the whole of `text` names; nil when none does.
    func concept(named text: String) -> Int? {
        let note = Note(plain: text)
        readTokens(of: note, in: 0..<note.plain.count)
        guard !tokens.isEmpty else { return nil }
        return matches(from: 0, in: note, 0).last { $0.count == tokens.count }?.concept
    }

    /// Cuts the block at `range` into ``tokens``.
    private func readTokens(of note: Note, in range: Range<Int>) {
        var tokens = self.tokens
        self.tokens = []
        tokens.removeAll(keepingCapacity: true)
        note.plain.withUnsafeBufferPointer { plain in
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

    /// Hands the mentions among ``tokens`` to `visit`.
    private func match(in note: Note, _ range: Range<Int>, _ visit: (_ concept: Int, _ words: Range<Int>) -> Void) {
        // Up to where words are taken by a concept shown, and by one below the cut.
        var (shownEnd, unshownEnd) = (0, 0)
        for start in tokens.indices where start >= shownEnd {
            guard tokens[start].node >= 0 || tokens[start].wholeNode >= 0 else { continue }
            var shown: Match?
            var unshown: Match?
            for match in matches(from: start, in: note, range.lowerBound) {
                if match.isShown {
                    if match.count > shown?.count ?? 0 { shown = match }
                } else if match.count > unshown?.count ?? 0 {
                    unshown = match
                }
            }
            if let unshown, start >= unshownEnd, unshown.count > shown?.count ?? 0 {
                visit(unshown.concept, words(start, unshown, range.lowerBound))
                unshownEnd = start + unshown.count
            }
            if let shown {
                visit(shown.concept, words(start, shown, range.lowerBound))
                shownEnd = start + shown.count
            }
        }
    }

    private func words(_ start: Int, _ match: Match, _ offset: Int) -> Range<Int> {
        offset + tokens[start].start..<offset + match.end
    }

    private struct Match {
        var concept: Int
        var isShown: Bool
        /// How many tokens it takes.
        var count: Int
        /// The byte after its last one.
        var end: Int
    }

    /// The phrases that begin at the token `start`, shorter before longer.
    private func matches(from start: Int, in note: Note, _ offset: Int) -> [Match] {
        var found: [Match] = []
        extend(nil, from: start, start: start, in: note, offset, &found)
        return found
    }

    /// Adds the phrases that go on from `key` with the token `next`.
    private func extend(
        _ key: UInt64?, from next: Int, start: Int, in note: Note, _ offset: Int, _ found: inout [Match]
    ) {
        guard next < tokens.count, next == start || tokens[next].joinsPrevious else { return }
        let token = tokens[next]
        take(key, token.hash, token.node, until: next + 1, token.end, start, in: note, offset, &found)
        guard token.whole != 0 else { return }
        var after = next + 1
        while after < tokens.count, tokens[after].end <= token.wholeEnd { after += 1 }
        take(key, token.whole, token.wholeNode, until: after, token.wholeEnd, start, in: note, offset, &found)
    }

    private func take(
        _ key: UInt64?, _ hash: UInt64, _ root: Int32, until after: Int, _ end: Int, _ start: Int, in note: Note,
        _ offset: Int, _ found: inout [Match]
    ) {
        let joined = key.map { PhraseTable.joined($0, hash) } ?? hash
        let place = key == nil ? root : phrases.node(of: joined)
        guard place >= 0 else { return }
        let node = phrases.nodes[Int(place)]
        let concept = node.shown >= 0 ? node.shown : node.unshown
        let words = offset + tokens[start].start..<offset + end
        if concept >= 0, !node.isAcronym || note.plain[words].prefix(2).allSatisfy({ $0 < UInt8(ascii: "a") }) {
            found.append(Match(concept: Int(concept), isShown: node.shown >= 0, count: after - start, end: end))
        }
        if node.isPrefix { extend(joined, from: after, start: start, in: note, offset, &found) }
    }
}

/// A concept whose name stands inside another's.
struct NamePart {
    /// Index in the catalog.
    var concept: Int32
    /// Whether it ends that name: an `online evaluation` is an `evaluation`.
    var isHead: Bool
}

extension Note {
    /// A note of one line without blocks, for words that come from elsewhere.
    fileprivate init(plain text: String) {
        self.init(path: "", title: "")
        plain = Array(text.utf8)
    }
}

/// One word of a block, as phrases are made of.
struct NoteToken {
    var hash: UInt64
    /// What begins with the word in a ``PhraseTable``; -1 when nothing does.
    var node: Int32
    /// Offsets into the block's words.
    var start: Int
    var end: Int
    /// Whether a phrase may reach over what stands before it.
    var joinsPrevious: Bool
    /// The word it is a part of, `camelCase` or `c++`; 0 for none.
    var whole: UInt64 = 0
    var wholeNode: Int32 = -1
    var wholeEnd = 0

    init(hash: UInt64, node: Int32, start: Int, end: Int, joinsPrevious: Bool) {
        self.hash = hash
        self.node = node
        self.start = start
        self.end = end
        self.joinsPrevious = joinsPrevious
    }

    /// The widest gap inside a phrase, in bytes: ` & `, ` - `, or a line break with its indent.
    private static let widestGap = 4

    /// Whether the bytes between two words keep them in one phrase: a space, a hyphen, a slash, but no comma or stop.
    static func joins(_ text: UnsafeBufferPointer<UInt8>, _ end: Int, _ start: Int) -> Bool {
        guard start > end else { return true }
        guard start - end <= widestGap else { return false }
        for position in end..<start {
            switch text[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "/"),
                UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "'"),
                UInt8(ascii: "*"), UInt8(ascii: "#"), 0x80...0xFF:
                continue
            case UInt8(ascii: "."):
                guard position + 1 == start else { return false }
            default: return false
            }
        }
        // A dash between spaces divides.
        return !(start - end == 3 && text[end + 1] == UInt8(ascii: "-"))
    }
}
