public import KBModel

/// Finds lines of checklists by what people type of their ids.
public struct LineLookup: Sendable {
    /// What a name means.
    public enum Meaning: Equatable, Sendable {
        /// This line: an index.
        case line(Int)
        /// Any of these lines: indices, ascending.
        case ambiguous([Int])
        /// No line; those whose ids are nearest, best first, are indices too.
        case unknown(nearest: [Int])
    }

    /// The fewest letters of an id that are taken for its beginning: fewer would name another line tomorrow.
    public static let fewestLetters = 4
    /// How many lines are suggested for an id with a slip.
    private static let mostSuggested = 3

    private let lines: [StudyLine]

    /// A lookup among `lines`.
    public init(_ lines: [StudyLine]) { self.lines = lines }

    /// The line whose id is `typed` or begins with it, in any case.
    public func line(id typed: String) -> Meaning {
        let wanted = typed.lowercased()
        if let exact = lines.firstIndex(where: { $0.id.text == wanted }) { return .line(exact) }
        guard wanted.utf8.count >= Self.fewestLetters else { return .unknown(nearest: []) }
        let begun = lines.indices.filter { lines[$0].id.text.hasPrefix(wanted) }
        switch begun.count {
        case 0: return .unknown(nearest: nearest(to: wanted))
        case 1: return begun.first.map(Meaning.line) ?? .unknown(nearest: [])
        default: return .ambiguous(begun)
        }
    }

    /// The line that begins at `source`; else those of the note that begin nearest to it.
    public func line(at source: Source) -> Meaning {
        let inNote = lines.indices.filter { lines[$0].anchor.path == source.path }
        let there = inNote.filter { lines[$0].line == source.line }
        if there.count > 1 { return .ambiguous(there) }
        if let line = there.first { return .line(line) }
        let nearest = inNote.sorted { a, b in
            let (one, other) = (abs(lines[a].line - source.line), abs(lines[b].line - source.line))
            return one == other ? a < b : one < other
        }
        return .unknown(nearest: Array(nearest.prefix(Self.mostSuggested)))
    }

    /// Lines whose ids begin as `wanted` but for one letter.
    private func nearest(to wanted: String) -> [Int] {
        let letters = Array(wanted.utf8)
        let near = lines.indices.lazy.filter { index in
            let slips = zip(lines[index].id.text.utf8, letters).count { $0 != $1 }
            return slips == 1
        }
        return Array(near.prefix(Self.mostSuggested))
    }
}
