public import KBModel

/// Which lines of which notes treat a topic: what a checklist gathers, and which cards are asked.
public struct TopicScope: Equatable, Sendable {
    /// What the topic is called, as kb understood it.
    public var title: String
    /// By path of a note: lines that treat the topic, ascending, never overlapping.
    public private(set) var lines: [String: [LineRange]] = [:]

    /// A topic that nothing treats yet.
    public init(title: String) { self.title = title }

    /// How many lines there are.
    public var size: Int { lines.values.joined().reduce(0) { $0 + min($1.last - $1.first, 1_000_000) + 1 } }

    /// Adds lines of the note at `path`.
    public mutating func add(_ range: LineRange, of path: String) {
        var ranges = lines[path] ?? []
        ranges.append(range)
        ranges.sort { ($0.first, $0.last) < ($1.first, $1.last) }
        var merged: [LineRange] = []
        for range in ranges {
            if let last = merged.last, range.first <= last.last {
                merged[merged.count - 1] = LineRange(last.first, max(last.last, range.last))
            } else {
                merged.append(range)
            }
        }
        lines[path] = merged
    }

    /// Whether `source` is one of the lines.
    public func holds(_ source: Source) -> Bool {
        lines[source.path]?.contains { $0.first <= source.line && source.line <= $0.last } ?? false
    }
}
