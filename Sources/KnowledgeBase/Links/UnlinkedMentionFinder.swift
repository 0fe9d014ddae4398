import KBModel
import KBStore
import KBText

/// Finds where a note is named in the text of others without a link to it.
struct UnlinkedMentionFinder {
    private let tokenizer = Tokenizer()
    /// The words of each name, longest first.
    private let names: [[String]]
    private let leaves: [MatchLeaf]

    /// A finder of `names`, case-blind.
    init(names: [String]) {
        let tokenizer = tokenizer
        var seen: Set<[String]> = []
        let words = names.map { name in
            UnlinkedMentionFinder.wholeWords(tokenizer.tokens(in: name, as: .document)).map(\.surface)
        }
        let kept = zip(names, words).filter { !$1.isEmpty && seen.insert($1).inserted }
        self.names = kept.map(\.1).sorted { $0.count > $1.count }
        leaves = kept.map { MatchLeaf(.words(tokenizer.tokens(in: $0.0, as: .query))) }
    }

    /// The notes that may hold one of the names, by path in byte order.
    func candidates(in store: Store) throws(StoreError) -> [String] {
        var sections: Set<UInt32> = []
        for leaf in leaves { sections.formUnion(try store.postings(for: leaf).sections) }
        let paths = Set(try store.locate(sections: sections.sorted()).map(\.path))
        return paths.sorted(by: ByteOrder.precedes)
    }

    /// The mentions of `target` in `note`, by position.
    func uses(of target: Note, in note: Note) -> [LinkUse] {
        mentions(in: note).map { range in
            LinkUse(
                path: note.path, title: note.title, line: note.line(ofPlain: range.lowerBound), kind: nil,
                target: .file(target.path), text: note.text(range), context: LinkContext.context(of: range, in: note))
        }
    }

    /// The mentions in `note` outside links and code, by position. The longest name counts, and none inside it.
    func mentions(in note: Note) -> [Range<Int>] {
        let hidden = note.marks.filter { $0.kind == .link || $0.kind == .code }.map(\.plain).sorted {
            $0.lowerBound < $1.lowerBound
        }
        // Both go by position, so that one walk over each is enough.
        var (next, end) = (0, 0)
        return note.blocks.filter { $0.kind != .code }.flatMap { block in
            let range = block.plain.clamped(to: note.plain.indices)
            return mentions(in: Array(note.plain[range])).map { found in
                found.lowerBound + range.lowerBound..<found.upperBound + range.lowerBound
            }
        }.sorted { $0.lowerBound < $1.lowerBound }.filter { mention in
            while next < hidden.count, hidden[next].lowerBound < mention.upperBound {
                end = max(end, hidden[next].isEmpty ? 0 : hidden[next].upperBound)
                next += 1
            }
            return end <= mention.lowerBound
        }
    }

    private func mentions(in text: [UInt8]) -> [Range<Int>] {
        let tokens = UnlinkedMentionFinder.wholeWords(tokenizer.tokens(in: text, as: .document))
        var found: [Range<Int>] = []
        var place = 0
        while place < tokens.count {
            if let name = names.first(where: { stands($0, in: tokens, at: place) }) {
                let end = tokens[place + name.count - 1].range.upperBound
                found.append(tokens[place].range.lowerBound..<max(end, tokens[place].range.lowerBound))
                place += name.count
            } else {
                place += 1
            }
        }
        return found
    }

    /// The words without the parts of `camelCase` and `c++`. A whole word comes after its first part.
    private static func wholeWords(_ tokens: [Token]) -> [Token] {
        var words: [Token] = []
        var end = 0
        for token in tokens {
            if token.isColocated {
                _ = words.popLast()
                end = token.range.upperBound
            } else if token.range.lowerBound < end {
                continue
            }
            words.append(token)
        }
        return words
    }

    /// Whether `name` stands at `place`; its last word may be a plural, here or there.
    private func stands(_ name: [String], in tokens: [Token], at place: Int) -> Bool {
        guard tokens.count - place >= name.count, let last = name.last else { return false }
        for (offset, word) in name.dropLast().enumerated() where tokens[place + offset].surface != word { return false }
        let found = tokens[place + name.count - 1].surface
        return found == last || found == last + "s" || found + "s" == last
    }
}
