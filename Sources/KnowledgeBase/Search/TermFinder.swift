import KBModel
import KBRank
import KBStore
import KBText

/// Finds where the words of a query stand in a note's text, as the index would.
struct TermFinder {
    private struct Sequence {
        var term: Int
        var stems: [String]
        /// Whether the last stem is only the beginning of a word.
        var isPrefix: Bool
    }

    private var byFirst: [String: [Sequence]] = [:]
    private var prefixes: [Sequence] = []
    private let tokenizer: Tokenizer

    /// A finder of `words`; a match carries the place of its word among them.
    init(_ words: [LookedUpWord], tokenizer: Tokenizer) {
        self.tokenizer = tokenizer
        for (term, word) in words.enumerated() {
            for reading in word.readings { add(reading.leaf.pattern, as: term) }
        }
    }

    private mutating func add(_ pattern: MatchLeaf.Pattern, as term: Int) {
        switch pattern {
        case .words(let tokens):
            let stems = tokens.map(\.term)
            if let first = stems.first {
                byFirst[first, default: []].append(Sequence(term: term, stems: stems, isPrefix: false))
            }
        case .prefix(let tokens):
            let stems = tokens.dropLast().map(\.term) + (tokens.last.map { [$0.surface] } ?? [])
            if !stems.isEmpty { prefixes.append(Sequence(term: term, stems: stems, isPrefix: true)) }
        case .near(let groups, _):
            for group in groups { add(.words(group), as: term) }
        }
    }

    /// Where the words stand in `range` of the note's plain text, ascending.
    func matches(in note: Note, range: Range<Int>) -> [TermMatch] {
        let range = range.clamped(to: 0..<note.plain.count)
        let tokens = tokenizer.tokens(in: Array(note.plain[range]), as: .document)
        var matches: [TermMatch] = []
        for (index, token) in tokens.enumerated() {
            for sequence in (byFirst[token.term] ?? []) + prefixes {
                guard let end = end(of: sequence, in: tokens, from: index) else { continue }
                let start = range.lowerBound + token.range.lowerBound
                matches.append(TermMatch(term: sequence.term, range: start..<max(start, range.lowerBound + end)))
            }
        }
        return matches.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.term) < ($1.range.lowerBound, $1.range.upperBound, $1.term)
        }
    }

    /// The end of `sequence` if it stands at the token number `start`; words at one place count as one step.
    private func end(of sequence: Sequence, in tokens: [Token], from start: Int) -> Int? {
        var index = start
        var end = tokens[start].range.upperBound
        for (place, stem) in sequence.stems.enumerated() {
            let isLast = place == sequence.stems.count - 1
            func fits(_ token: Token) -> Bool {
                isLast && sequence.isPrefix
                    ? token.surface.hasPrefix(stem) || token.term.hasPrefix(stem) : token.term == stem
            }
            if place == 0 {
                guard fits(tokens[start]) else { return nil }
            } else {
                // The next position, and whichever of the words there fits.
                index += 1
                while index < tokens.count, tokens[index].isColocated { index += 1 }
                guard index < tokens.count else { return nil }
                var candidate = index
                while !fits(tokens[candidate]) {
                    candidate += 1
                    guard candidate < tokens.count, tokens[candidate].isColocated else { return nil }
                }
                end = tokens[candidate].range.upperBound
            }
        }
        return end
    }
}
